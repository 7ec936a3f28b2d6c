// RunDesk: how the runs stand, from the database.
#include "core/services/bulkpreview.h"
#include "core/storage/orderrepository.h"
#include "core/storage/runpromises.h"
#include "ui/models/whendone.h"
#include "ui/runs/manyplan.h"
#include "ui/runs/rundesk.h"
#include "ui/runs/runwords.h"
#include "ui/runs/statusquestion.h"

#include <algorithm>
#include <utility>

namespace kessai {

using namespace std::chrono_literals;

namespace {

constexpr int ShortestPauseMs = 250;    ///< between two reads: a few a second are enough to look at
constexpr int LivelyPauseMs = 1000;     ///< rate and rest time move though nothing ends
constexpr qsizetype LookedAtOnce = 500; ///< orders
constexpr int PauseForReading = 8;      ///< a long read waits so many times its own time for the next one

} // namespace

RunDesk::RunDesk(ShopSession &session, QObject *parent)
    : QObject(parent), m_session(session), m_known(std::make_shared<AllKnown>())
{
    m_since.start();
    m_pause.setSingleShot(true);
    m_pause.setInterval(ShortestPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &RunDesk::read);
    connect(&session, &ShopSession::runChanged, this, &RunDesk::scheduleRead);
    connect(&session, &ShopSession::paymentChanged, this, [this] {
        if (!m_unfinished.isEmpty() || !m_followed.isEmpty() || !m_owing.isEmpty()) {
            scheduleRead();
        }
    });
    const auto ordersMoved = [this] { // what is left to set of a report
        if (!m_followed.isEmpty()) {
            scheduleRead();
        }
    };
    connect(&session, &ShopSession::orderChanged, this, ordersMoved);
    connect(&session, &ShopSession::ordersChanged, this, ordersMoved);
}

void RunDesk::begin()
{
    m_begun = true;
    read();
}

void RunDesk::follow(const RunId &run)
{
    if (++m_followed[run] == 1) {
        askRules();
        read();
    }
}

void RunDesk::unfollow(const RunId &run)
{
    if (--m_followed[run] <= 0) {
        m_followed.remove(run);
    }
}

/// Each time, for the settings may have changed them.
void RunDesk::askRules()
{
    const auto rules = [](Shop &shop) { return shop.context().rules; };
    whenDone(m_session.onEngine(rules), this, [this](const PaymentRules &known) {
        m_rules = known;
        scheduleRead();
    });
}

const RunDesk::Standing *RunDesk::standingOf(const RunId &run) const
{
    const auto found = m_standings.constFind(run);
    return found == m_standings.constEnd() ? nullptr : &*found;
}

void RunDesk::scheduleRead()
{
    if (!m_begun) {
        return;
    }
    if (m_reading) {
        m_again = true;
    } else if (!m_pause.isActive() || m_pause.interval() == LivelyPauseMs) {
        m_pause.start(ShortestPauseMs);
    }
}

void RunDesk::read()
{
    if (!m_begun || m_reading) {
        m_again = m_begun;
        return;
    }
    m_reading = true;
    m_again = false;
    m_readTook.start();
    QSet<RunId> followed;
    for (auto run = m_followed.cbegin(); run != m_followed.cend(); ++run) {
        followed.insert(run.key());
    }
    QSet<RunId> wanted = followed; // and what was unfinished, to see how it ended
    for (auto run = m_lastStates.cbegin(); run != m_lastStates.cend(); ++run) {
        wanted.insert(run.key());
    }
    const std::chrono::milliseconds now{m_since.elapsed()};
    const Judging judging{m_rules, m_session.gatewayNow()};
    const auto job = [wanted, followed, known = m_known, now, judging](Database &database) {
        return readRuns(database, wanted, followed, known, now, judging);
    };
    whenDone(
        m_session.onReader({}, job), this, [this](const Reading &reading) { take(reading); },
        [this] { m_reading = false; });
}

RunDesk::Reading RunDesk::readRuns(Database &database, const QSet<RunId> &wanted, const QSet<RunId> &followed,
                                   const std::shared_ptr<AllKnown> &allKnown, std::chrono::milliseconds now,
                                   const Judging &judging)
{
    Reading reading;
    const auto open = unfinishedRuns(database);
    if (!open) {
        reading.problem = open.error().message;
        return reading;
    }
    QList<RunId> ids;
    for (const RunStore::Run &run : *open) {
        ids.append(run.id);
    }
    const qsizetype openCount = ids.size();
    for (const RunId &id : wanted) {
        if (!ids.contains(id)) {
            ids.append(id);
        }
    }
    for (qsizetype i = 0; i < ids.size(); ++i) {
        auto &known = (*allKnown)[ids.at(i)];
        known = known ? known : std::make_shared<Known>();
        const auto progress = runProgress(database, ids.at(i), known->pace, now);
        if (!progress || !*progress) {
            reading.problem = progress ? QString() : progress.error().message;
            continue;
        }
        Standing standing;
        standing.progress = **progress;
        if (followed.contains(ids.at(i))) {
            const auto promised = RunPromises(database).of(ids.at(i));
            standing.promised = promised ? *promised : std::nullopt;
            readEnd(database, standing, *known, judging);
        }
        reading.standings.insert(ids.at(i), standing);
        if (i < openCount && standing.progress.run.state != RunStore::State::Finished) {
            reading.unfinished.append(standing.progress);
        }
    }
    readOwing(database, reading);
    return reading;
}

/// What a report says besides. The yen of many cancels are long to sum up (their reads are looked through),
/// so only once for the same results.
void RunDesk::readEnd(Database &database, Standing &standing, Known &known, const Judging &judging)
{
    const RunStore::Run &run = standing.progress.run;
    if (run.state != RunStore::State::Finished) {
        return;
    }
    readAgain(database, standing, judging);
    if (!run.movesMoney()) {
        standing.fittingCommand = fittingCommandOf(database, run);
        return;
    }
    if (!known.sums || known.counts != standing.progress.counts || known.sweptAt != run.sweptAt) {
        const auto sums = runSums(database, run.id);
        known.sums = sums ? std::optional(*sums) : std::nullopt;
        known.counts = standing.progress.counts;
        known.sweptAt = run.sweptAt;
    }
    standing.sums = known.sums;
    standing.sumsUnreadable = !known.sums;
    const auto paired = RunWords::pairedStatus(run.kind);
    const bool some = paired && standing.progress.counts.value(OperationState::Done) > 0;
    const auto left =
        some ? RunPromises(database).someCanBecome(run.id, *paired) : StorageResult<bool>(false);
    standing.statusLeft = !left || *left; // not known: the question that follows says it
}

/// The first that it fits is enough: its own preview judges each.
std::optional<OperationKind> RunDesk::fittingCommandOf(Database &database, const RunStore::Run &run)
{
    const auto command = run.wantedStatus ? fittingCommand(*run.wantedStatus) : std::nullopt;
    const auto changed = command && run.changedCount > 0 ? ordersChanged(database, run.id)
                                                         : StorageResult<QList<OrderId>>(QList<OrderId>());
    for (qsizetype at = 0; changed && at < changed->size(); at += LookedAtOnce) {
        const auto orders = OrderRepository(database).page(changed->mid(at, LookedAtOnce));
        const bool fits =
            orders && std::any_of(orders->begin(), orders->end(), [command](const OrderSummary &order) {
                return commandMayFit(*command, order);
            });
        if (fits || !orders) { // not known: the preview that follows says it
            return command;
        }
    }
    return std::nullopt;
}

/// As the preview judges it that the button leads to. Nothing ended so: nothing is to be read.
void RunDesk::readAgain(Database &database, Standing &standing, const Judging &judging)
{
    const RunStore::Run &run = standing.progress.run;
    if (run.counts.value(OperationState::Refused) + run.counts.value(OperationState::Cancelled) == 0) {
        return;
    }
    const auto operation = operationOf(run.kind);
    if (!operation) {
        ManyQuestion question;
        question.kind = run.kind;
        question.status = run.wantedStatus.value_or(question.status);
        question.again = run.id;
        const auto plan = manyPlan(database, question);
        standing.canRunAgain = plan ? std::optional<qint64>((*plan)->runRows.size()) : std::nullopt;
        return;
    }
    const auto orders =
        judging.rules ? ordersToTryAgain(database, run.id) : StorageResult<QList<OrderId>>(QList<OrderId>());
    if (!judging.rules || !orders) {
        return;
    }
    const auto preview = bulkPreview(database, *operation, *orders, *judging.rules, judging.now);
    if (preview) {
        standing.canRunAgain = preview->runCount;
    }
}

void RunDesk::readOwing(Database &database, Reading &reading)
{
    RunPromises promises(database);
    const auto overdue = promises.overdue();
    const QList<RunId> runs = overdue ? *overdue : QList<RunId>();
    for (const RunId &run : runs) {
        const auto open = promises.openItems(run);
        if (open) {
            reading.owing.insert(run, *open);
        }
    }
}

/// A promise is kept at the first sight, when something of the run has settled since, and after the work
/// here. What another seat works on it keeps itself.
void RunDesk::takeOwing(const QHash<RunId, qint64> &owing)
{
    QList<RunId> due;
    for (auto now = owing.cbegin(); now != owing.cend(); ++now) {
        const qint64 unseen = m_owingRead ? *now : Unseen;
        if (!m_working.contains(now.key()) && *now < m_owing.value(now.key(), unseen)) {
            due.append(now.key());
        }
    }
    m_owingRead = true;
    const auto before = std::exchange(m_owing, owing);
    for (auto last = before.cbegin(); m_again && last != before.cend(); ++last) {
        if (*last == Unseen && !owing.contains(last.key())) {
            m_owing.insert(last.key(), Unseen); // its work ended while this was read: for the next reading
        }
    }
    if (!due.isEmpty()) {
        keepPromisesOf(due);
    }
}

void RunDesk::take(const Reading &reading)
{
    const int took = int(m_readTook.elapsed());
    m_reading = false;
    if (!reading.problem.isEmpty()) {
        emit failed(reading.problem);
    } else {
        m_unfinished = reading.unfinished;
        m_standings = reading.standings;
        tellRest(reading);
        takeOwing(reading.owing);
        emit changed();
    }
    const bool lively = std::any_of(m_unfinished.begin(), m_unfinished.end(), [](const RunProgress &run) {
        return run.run.state == RunStore::State::Running;
    });
    const int pause = std::max(ShortestPauseMs, PauseForReading * took);
    if (m_again) {
        m_pause.start(pause);
    } else if (lively) {
        m_pause.start(std::max(LivelyPauseMs, pause));
    }
}

/// Of the runs that were not finished: what came to an end, or to a stop that nobody here asked for.
void RunDesk::tellRest(const Reading &reading)
{
    const auto before = std::exchange(m_lastStates, {});
    for (const RunProgress &open : reading.unfinished) {
        m_lastStates.insert(open.run.id, open.run.state);
    }
    for (auto last = before.cbegin(); last != before.cend(); ++last) {
        const auto now = reading.standings.constFind(last.key());
        if (now == reading.standings.constEnd() || now->progress.run.state == *last) {
            continue;
        }
        const RunStore::State state = now->progress.run.state;
        const bool byItself = state == RunStore::State::Paused && !m_pausedHere.contains(last.key());
        if (state == RunStore::State::Finished || byItself) {
            emit cameToRest(now->progress);
        }
    }
}

} // namespace kessai
