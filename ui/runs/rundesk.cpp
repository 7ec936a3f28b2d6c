#include "ui/runs/rundesk.h"

#include "core/services/promisedstatus.h"
#include "ui/models/whendone.h"

#include <QPointer>

// What the desk asks of the engine. How it reads is in rundeskreading.cpp.

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// Sentences of this file; they are made on the engine's thread, which only reads the translations.
struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(RunDesk)

public:
    static QString notConnected()
    {
        return tr(
            "GMOに接続していないため、実行できません。設定の接続先とショップパスワードを確認してください。");
    }
    static QString overAlready()
    {
        return tr("この一括処理は、もう終わっているか、ほかの席で動いています。");
    }
    static QString closing() { return tr("店舗を閉じています。残りは次に開いたときに再開できます。"); }
};

/// Of the whole shop's runs the one that has just been planned here.
class PlannedRun
{
public:
    PlannedRun(Shop &shop, RunKind kind, std::function<void(RunId)> tell)
    {
        const QDateTime begun = shop.context().clock.nowUtc();
        m_connection = QObject::connect(
            &shop.notifier(), &ChangeNotifier::runChanged,
            [&shop, kind, begun, tell = std::move(tell), told = false](const QString &id) mutable {
                const auto run = told ? StorageResult<std::optional<RunStore::Run>>(std::nullopt)
                                      : shop.context().runs.byId(RunId{id});
                if (run && *run && (*run)->kind == kind && (*run)->askedAt >= begun) {
                    told = true;
                    tell(RunId{id});
                }
            });
    }
    ~PlannedRun() { QObject::disconnect(m_connection); }
    Q_DISABLE_COPY_MOVE(PlannedRun)

private:
    QMetaObject::Connection m_connection;
};

/// 対応状況 that goes with the run.
QCoro::Task<> keepPromise(Shop &shop, RunDesk::Outcome &outcome, RunId run, std::function<bool()> stop)
{
    const PromisedStatus kept = co_await keepPromisedStatus(shop.context(), run, shop.operatorName(), stop);
    outcome.status = kept.status;
    outcome.statusChanged = kept.changed;
    outcome.statusRefused = kept.refused;
    if (kept.storeError && outcome.problem.isEmpty()) {
        outcome.problem = kept.storeError->message;
    }
}

RunDesk::Outcome outcomeOf(const Shop::OperationAnswer &answer)
{
    RunDesk::Outcome outcome;
    outcome.run = answer.run;
    outcome.problem = answer.storeError                ? answer.storeError->message
                      : !answer.pausedReason.isEmpty() ? answer.pausedReason
                                                       : answer.problem;
    outcome.paused = !answer.storeError && !answer.pausedReason.isEmpty();
    return outcome;
}

QCoro::Task<RunDesk::Outcome> operate(Shop &shop, QList<OperationRequest> requests,
                                      std::function<bool()> stop, std::function<void(RunId)> planned)
{
    RunDesk::Outcome outcome;
    if (!shop.connected() || requests.isEmpty()) {
        outcome.problem = shop.connected() ? QString() : Sentences::notConnected();
        co_return outcome;
    }
    const PlannedRun watch(shop, runKindOf(requests.first().kind), std::move(planned));
    const OperationRequests all = OperationRequests::of(requests);
    const Shop::OperationAnswer answer = co_await shop.operateInPieces(all, stop);
    outcome = outcomeOf(answer);
    if (answer.run) {
        co_await keepPromise(shop, outcome, *answer.run, stop);
    }
    co_return outcome;
}

QCoro::Task<RunDesk::Outcome> operateOrders(Shop &shop, OrderRunRequest request, std::function<bool()> stop,
                                            std::function<void(RunId)> planned)
{
    const PlannedRun watch(shop, request.kind, std::move(planned));
    const Shop::OperationAnswer answer = co_await shop.operateOrders(request, stop);
    co_return outcomeOf(answer);
}

QCoro::Task<RunDesk::Outcome> goOn(Shop &shop, RunId run, std::function<bool()> stop)
{
    const Shop::OperationAnswer answer = co_await shop.resumeInPieces(run, stop);
    RunDesk::Outcome outcome = outcomeOf(answer);
    co_await keepPromise(shop, outcome, run, stop);
    co_return outcome;
}

/// The work that goes on here keeps the promise by itself when it comes to its end.
QCoro::Task<RunDesk::Outcome> withdrawRest(Shop &shop, RunId run, std::function<bool()> stop)
{
    RunDesk::Outcome outcome;
    outcome.run = run;
    const bool worksHere = shop.bulkRun().isWorkingOn(run);
    const auto stopped = co_await shop.stopRun(run);
    if (!stopped) {
        outcome.problem = stopped.error().message;
    } else if (!*stopped) {
        outcome.problem = Sentences::overAlready();
    } else if (!worksHere) {
        co_await keepPromise(shop, outcome, run, stop);
    }
    co_return outcome;
}

/// Of runs that are over while something is owed still.
QCoro::Task<QList<RunDesk::Outcome>> keepOverdue(Shop &shop, QList<RunId> runs, std::function<bool()> stop)
{
    QList<RunDesk::Outcome> outcomes;
    for (const RunId &run : runs) {
        RunDesk::Outcome outcome;
        outcome.run = run;
        co_await keepPromise(shop, outcome, run, stop);
        outcomes.append(outcome);
    }
    co_return outcomes;
}

} // namespace

bool RunDesk::start(std::function<QList<OperationRequest>()> requests)
{
    return startWork([requests = std::move(requests)](Shop &shop, const std::function<bool()> &stop,
                                                      const std::function<void(RunId)> &planned) {
        return operate(shop, requests(), stop, planned);
    });
}

bool RunDesk::startOrders(std::function<OrderRunRequest()> request)
{
    return startWork([request = std::move(request)](Shop &shop, const std::function<bool()> &stop,
                                                    const std::function<void(RunId)> &planned) {
        return operateOrders(shop, request(), stop, planned);
    });
}

/// @param begin (Shop &, stop, planned) → task with the outcome, on the engine's thread
template <typename Work>
bool RunDesk::startWork(Work begin)
{
    if (m_starting) {
        return false;
    }
    m_starting = true;
    // Called on the engine's thread: the session outlives it, this desk may not.
    const auto planned = [session = &m_session, desk = QPointer<RunDesk>(this)](const RunId &run) {
        QMetaObject::invokeMethod(
            session,
            [desk, run] {
                if (desk) {
                    desk->m_starting = false;
                    desk->m_lastStates.insert(run, RunStore::State::Running);
                    desk->beginWork(run);
                    emit desk->started(run);
                    desk->scheduleRead();
                }
            },
            Qt::QueuedConnection);
    };
    const auto work = [begin, stop = m_session.stopRequested(), planned](Shop &shop) {
        return begin(shop, stop, planned);
    };
    const auto over = [this](const Outcome &outcome) {
        m_starting = false;
        endWork(outcome.run);
        onWorked(outcome);
    };
    whenDone(m_session.onEngine(work), this, over, [over] {
        Outcome closed;
        closed.problem = Sentences::closing();
        over(closed);
    });
    return true;
}

void RunDesk::resume(const RunId &run)
{
    m_pausedHere.remove(run);
    beginWork(run);
    const auto stop = m_session.stopRequested();
    const auto work = [run, stop](Shop &shop) { return goOn(shop, run, stop); };
    whenDone(m_session.onEngine(work), this, [this](const Outcome &outcome) {
        endWork(outcome.run);
        onWorked(outcome);
    });
    scheduleRead();
}

void RunDesk::beginWork(const RunId &run)
{
    ++m_working[run];
}

/// What settled while it was worked on is looked at once more, if it is owed still.
void RunDesk::endWork(const std::optional<RunId> &run)
{
    if (run && --m_working[*run] <= 0) {
        m_working.remove(*run);
        m_owing.insert(*run, Unseen);
    }
}

/// Whoever paused a run here need not be warned of it.
void RunDesk::onWorked(Outcome outcome)
{
    if (outcome.paused && outcome.run && m_pausedHere.contains(*outcome.run)) {
        outcome.problem.clear();
    }
    emit worked(outcome);
    scheduleRead();
}

void RunDesk::pause(const RunId &run)
{
    m_pausedHere.insert(run);
    const auto pause = [run](Shop &shop) {
        const auto paused = shop.pauseRun(run);
        return paused ? QString() : paused.error().message;
    };
    whenDone(m_session.onEngine(pause), this, [this](const QString &problem) {
        if (!problem.isEmpty()) {
            emit failed(problem);
        }
        scheduleRead();
    });
}

void RunDesk::stop(const RunId &run)
{
    m_pausedHere.insert(run); // on its way to the end it stands still
    const auto closing = m_session.stopRequested();
    beginWork(run);
    const auto stop = [run, closing](Shop &shop) { return withdrawRest(shop, run, closing); };
    whenDone(m_session.onEngine(stop), this, [this](const Outcome &outcome) {
        endWork(outcome.run);
        if (!outcome.problem.isEmpty()) {
            emit failed(outcome.problem);
        }
        if (outcome.status) {
            emit worked(outcome);
        }
        scheduleRead();
    });
}

void RunDesk::keepPromisesOf(const QList<RunId> &runs)
{
    for (const RunId &run : runs) {
        beginWork(run);
    }
    const auto stop = m_session.stopRequested();
    const auto work = [runs, stop](Shop &shop) { return keepOverdue(shop, runs, stop); };
    whenDone(m_session.onEngine(work), this, [this](const QList<Outcome> &outcomes) {
        for (const Outcome &outcome : outcomes) {
            m_working.remove(*outcome.run); // looked at just now
            emit worked(outcome);
        }
        scheduleRead();
    });
}

} // namespace kessai
