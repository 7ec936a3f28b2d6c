#include "core/services/shopengine.h"

#include "core/base/log.h"
#include "core/services/dailyduties.h"
#include "core/services/databasecheck.h"
#include "core/services/gatewaytime.h"
#include "core/services/shopsession.h"
#include "core/storage/ordercounts.h"
#include "core/storage/seatnews.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace kessai {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds ClosingTickMs = 50ms; ///< looks whether the last request has come back
constexpr std::chrono::milliseconds KeepTimeAgain = 1min;
constexpr std::chrono::milliseconds SweepAgain = 1h; ///< after a closing sweep that could not read all
constexpr qsizetype UnreadMaximum = 200;             ///< unread payments read in one go

/// What changed here and what changed at other seats looks the same to the window.
template <typename Teller>
void mirrorChanges(const Teller &from, const ShopSession *to)
{
    QObject::connect(&from, &Teller::paymentChanged, to, &ShopSession::paymentChanged);
    QObject::connect(&from, &Teller::orderChanged, to, &ShopSession::orderChanged);
    QObject::connect(&from, &Teller::ordersChanged, to, &ShopSession::ordersChanged);
    QObject::connect(&from, &Teller::runChanged, to, &ShopSession::runChanged);
}

} // namespace

ShopEngine::ShopEngine(ShopSession &session, const Shop::Options &options, Housekeeping housekeeping)
    : m_session(session), m_options(options), m_housekeeping(std::move(housekeeping))
{
    moveToThread(&m_thread);
}

ShopEngine::~ShopEngine()
{
    stopThread();
    // Coroutines that are still open point into the shop. Leaving it alone is what a crash would do: the rows
    // stay ARMED and the next start reads what became of them.
    static_cast<void>(m_shop.release());
}

void ShopEngine::startThread()
{
    m_thread.setObjectName(u"engine"_s);
    connect(
        &m_thread, &QThread::finished, this, [this] { leave(); }, Qt::DirectConnection);
    m_thread.start();
    QMetaObject::invokeMethod(
        this, [this] { openShop(); }, Qt::QueuedConnection);
}

void ShopEngine::stopThread()
{
    m_thread.quit();
    m_thread.wait();
}

/// Last thing on the thread: the connection is closed where it was opened.
void ShopEngine::leave()
{
    qDeleteAll(findChildren<QTimer *>());
    m_closing.reset();
    m_upkeep.reset();
    if (*m_session.m_openTasks == 0) {
        m_shop.reset();
    }
}

void ShopEngine::openShop()
{
    auto opened = Shop::open(m_options, m_clock);
    if (!opened) {
        tellSession([session = &m_session, error = opened.error()] { session->onOpenFailed(error); });
        return;
    }
    m_shop = std::move(*opened);
    *m_session.m_gatewayClockOffsetMs = keptClockOffset(m_shop->context().meta).count();
    mirrorSignals();
    const GatewayEnvironment environment =
        environmentOf(m_shop->settings().gatewayUrl(), m_shop->settings().allowedHost())
            .environment.value_or(GatewayEnvironment::Live);
    tellSession([session = &m_session, spec = m_shop->context().database.spec(), environment] {
        session->onShopOpened(spec, environment);
    });
    adopt();
    inspect();
    connectGateway();
}

/// Takes over what a gone owner left (journal.md §10): at the start, and on PostgreSQL, where other seats
/// come and go, for as long as this one lives.
void ShopEngine::adopt()
{
    const auto found = m_shop->settler().adoptAbandoned();
    m_adopted = found.ok();
    if (!found) { // tried again each minute; until then nothing new begins on these payments
        qCWarning(logStorage).noquote() << "not taken over:" << found.error().message;
    } else if (found->any()) {
        tellSession([session = &m_session, adopted = *found] { emit session->adopted(adopted); });
    }
}

/// What is too long for the way to the first page.
void ShopEngine::inspect()
{
    m_upkeep =
        std::make_unique<ShopUpkeep>(m_shop->context().database.spec(), m_shop->dataFolder() + u"/backups"_s);
    m_upkeep->verifyChains(this, [this](const StorageResult<QString> &words) {
        if (!words) {
            qCWarning(logStorage).noquote() << "chains not verified:" << words.error().message;
        } else if (!words->isEmpty()) {
            tellSession([session = &m_session, text = *words] { emit session->chainsBroken(text); });
        }
    });
    checkIntegrityOfTheWeek();
}

void ShopEngine::checkIntegrityOfTheWeek()
{
    const auto due = weeklyCheckIsDue(m_shop->context());
    if (!due || !*due) {
        return;
    }
    m_upkeep->checkIntegrity(this, [this](const StorageResult<QString> &words) {
        if (!words) {
            qCWarning(logStorage).noquote() << "integrity not checked:" << words.error().message;
        } else if (!words->isEmpty()) {
            refuseMoney(*words);
        } else {
            static_cast<void>(markWeeklyCheckPassed(m_shop->context())); // else at the next start
        }
    });
}

/// The file is broken: it can still be read, but nothing new is claimed on this seat (journal.md §12).
void ShopEngine::refuseMoney(const QString &reason)
{
    m_shop->context().brokenStore = StorageError{StorageError::Kind::Corrupt, {}, reason};
    qCCritical(logStorage).noquote() << reason;
    tellSession([session = &m_session, reason] { emit session->corruptionFound(reason); });
}

void ShopEngine::mirrorSignals()
{
    ChangeNotifier &from = m_shop->notifier();
    ShopSession *to = &m_session;
    mirrorChanges(from, to);
    mirrorChanges(m_shop->seatNews(), to);
    connect(&from, &ChangeNotifier::gatewayAnswered, this, [this] {
        const GatewayGate &gate = *m_shop->context().gate;
        *m_session.m_gatewayClockOffsetMs = m_clock.nowUtc().msecsTo(gate.gatewayNow());
        keepTime();
    });
    connect(&from, &ChangeNotifier::gatewayAnswered, to, &ShopSession::gatewayAnswered);
    connect(&from, &ChangeNotifier::gatewayUnreachable, to, &ShopSession::gatewayUnreachable);
    connect(&from, &ChangeNotifier::clockDiffers, to, &ShopSession::clockDiffers);
    connect(&from, &ChangeNotifier::storeFailing, to, &ShopSession::storeFailing);
    connect(&from, &ChangeNotifier::storeRecovered, to, &ShopSession::storeRecovered);
    connect(&from, &ChangeNotifier::unknownCodeSeen, to, &ShopSession::unknownCodeSeen);
    connect(&from, &ChangeNotifier::watchedReadsLeft, to, &ShopSession::watchedReadsLeft);
    // New links bring payments that nobody has read yet. What another seat linked is read by that seat.
    connect(&from, &ChangeNotifier::ordersChanged, this, [this] { readUnread(); });
    connect(&from, &ChangeNotifier::orderChanged, this, [this] { readUnread(); });
    m_shop->seatNews().listen();
}

/// Also where the program ends without a word: the next start asks for the gateway's day before it answers.
/// At the first answer and then at most once a minute; queued, so that what the answer itself has to have
/// written comes first.
void ShopEngine::keepTime()
{
    const std::chrono::milliseconds now = m_clock.sinceBoot();
    if (m_timeKeptAt && now - *m_timeKeptAt < KeepTimeAgain) {
        return;
    }
    m_timeKeptAt = now;
    const auto keep = [this] {
        if (m_shop && !*m_session.m_stop) {
            keepGatewayTime(m_shop->context());
        }
    };
    QMetaObject::invokeMethod(this, keep, Qt::QueuedConnection);
}

bool ShopEngine::mayRead() const
{
    return m_shop && m_shop->connected() && !*m_session.m_stop;
}

QCoro::Task<> ShopEngine::connectGateway()
{
    const ShopSession::OpenTask open(m_session.m_openTasks);
    const auto connected = co_await m_shop->connectGateway();
    if (!connected) {
        tellSession([session = &m_session, message = connected.error().message] {
            emit session->gatewayFailed(message);
        });
    }
    startHousekeeping();
}

void ShopEngine::startHousekeeping()
{
    const auto every = [this](std::chrono::milliseconds period, auto what) {
        auto *timer = new QTimer(this);
        connect(timer, &QTimer::timeout, this, what);
        timer->start(period);
    };
    m_suspended = m_housekeeping.suspended();
    m_reconnects = m_shop->context().database.reconnects();
    every(m_housekeeping.tick, [this] { onTick(); });
    every(m_housekeeping.minute, [this] { onMinute(); });
    every(m_housekeeping.hour, [this] { onHour(); });
    settleDue();
    readUnread();
    readChanging();
    onHour();
}

/// Asks for a resume from sleep (journal.md §11) and for a connection that was made again: other seats may
/// have been at work meanwhile, and what is in doubt is read at once.
void ShopEngine::onTick()
{
    const std::chrono::milliseconds suspended = m_housekeeping.suspended();
    const int reconnects = m_shop->context().database.reconnects();
    const bool resumed = suspended - m_suspended > suspendTolerance;
    m_suspended = suspended;
    m_readNow |= resumed;
    if (resumed || reconnects != m_reconnects) {
        m_reconnects = reconnects;
        onMinute();
    }
    settleDue();
}

void ShopEngine::onMinute()
{
    if (*m_session.m_stop) {
        return;
    }
    if (!m_adopted || m_shop->context().database.dialect() == DatabaseSpec::Dialect::Postgresql) {
        adopt();
    }
    // What a store failure left of our own; when it fails again, the next minute tries again.
    static_cast<void>(m_shop->operation().releaseIdle().ok());
    watchDue();
    readUnread();
    readChanging();
    sweepFinishedRuns();
}

/// The day's seal is written here; its backup reads the whole database, which is the upkeep's.
void ShopEngine::onHour()
{
    if (*m_session.m_stop) {
        return;
    }
    foldCounts();
    const auto failed = [this](const StorageResult<QString> &done) {
        if (!done) {
            tellSession([session = &m_session, message = done.error().message] {
                emit session->backupFailed(message);
            });
        }
    };
    const auto sealed = sealDay(m_shop->context());
    if (!sealed) {
        failed(failure(sealed.error()));
        return;
    }
    m_upkeep->backUp(m_clock.nowUtc(), this, failed);
}

/// Counts are right without it, but take longer and longer to read.
void ShopEngine::foldCounts()
{
    const auto folded = foldOrderCounts(m_shop->context().database);
    if (!folded) {
        qCWarning(logStorage).noquote() << "counts not folded:" << folded.error().message;
    }
}

QCoro::Task<> ShopEngine::settleDue()
{
    if (m_settling || !mayRead()) {
        co_return;
    }
    const auto inDoubt = m_shop->context().journal.inState(OperationState::InDoubt);
    if (!inDoubt) {
        co_return; // the store speaks for itself: storeFailing
    }
    m_settling = true;
    const bool readNow = std::exchange(m_readNow, false);
    const ShopSession::OpenTask open(m_session.m_openTasks);
    QHash<OperationId, std::chrono::milliseconds> stillInDoubt;
    for (const Operation &operation : *inDoubt) {
        std::chrono::milliseconds dueAt =
            m_dueAt.value(operation.id, m_clock.sinceBoot() + m_shop->settler().nextReadIn(operation));
        if (mayRead() && (readNow || dueAt <= m_clock.sinceBoot())) {
            co_await m_shop->settler().settleOnce(operation.id);
            dueAt = m_clock.sinceBoot() + m_shop->settler().nextReadIn(operation);
        }
        stillInDoubt.insert(operation.id, dueAt);
    }
    m_dueAt = stillInDoubt;
    m_settling = false;
}

QCoro::Task<> ShopEngine::watchDue()
{
    if (m_watching || !mayRead()) {
        co_return;
    }
    m_watching = true;
    const ShopSession::OpenTask open(m_session.m_openTasks);
    const auto report = co_await m_shop->sweep().watchDue(m_session.stopRequested());
    const auto morning = co_await m_shop->sweep().morning(m_session.stopRequested());
    Q_UNUSED(report) // findings were opened and told by paymentChanged
    Q_UNUSED(morning)
    m_watching = false;
}

QCoro::Task<> ShopEngine::readUnread()
{
    if (m_readingUnread || !mayRead()) {
        co_return;
    }
    const auto unread = m_shop->context().payments.openPayments(true);
    if (!unread) {
        co_return;
    }
    QList<PaymentId> wanted = *unread;
    wanted.removeIf([this](PaymentId id) { return m_unknown.contains(id); });
    m_readingUnread = true;
    const ShopSession::OpenTask open(m_session.m_openTasks);
    qsizetype asked = 0;
    bool usable = true;
    while (usable && asked < std::min(wanted.size(), UnreadMaximum) && mayRead()) {
        tellFirstReadsLeft(wanted.size() - asked);
        const PaymentId id = wanted.at(asked);
        const auto read = co_await m_shop->refresh().refresh(id, m_shop->operatorName());
        usable = read && !read->gatewayUnusable; // else again in a minute
        asked += usable ? 1 : 0;
        if (usable && read->unknownOrder) {
            m_unknown.insert(id);
        }
    }
    tellFirstReadsLeft(usable ? wanted.size() - asked : 0);
    m_readingUnread = false;
}

/// Also goes on from minute to minute with what the last one has begun.
QCoro::Task<> ShopEngine::readChanging()
{
    if (!mayRead()) {
        co_return;
    }
    const ShopSession::OpenTask open(m_session.m_openTasks);
    co_await m_shop->watching().readDue(m_session.stopRequested());
}

void ShopEngine::tellFirstReadsLeft(qsizetype count)
{
    if (std::exchange(m_firstReadsLeft, count) != count) {
        tellSession([session = &m_session, count] { emit session->firstReadsLeft(int(count)); });
    }
}

/// The closing sweep of finished runs (journal.md §11), when what they did must be visible at the gateway
/// (A2): a read before that could show the old state.
QCoro::Task<> ShopEngine::sweepFinishedRuns()
{
    if (m_sweeping || !mayRead()) {
        co_return;
    }
    const auto settled = m_clock.nowUtc().addMSecs(-m_shop->context().timing.settle.count());
    const auto runs = m_shop->context().runs.unswept(settled);
    if (!runs) {
        co_return;
    }
    m_sweeping = true;
    const ShopSession::OpenTask open(m_session.m_openTasks);
    for (const RunStore::Run &run : *runs) {
        if (!mayRead()) {
            break;
        }
        if (m_sweepAgainAt.value(run.id) > m_clock.sinceBoot()) {
            continue;
        }
        const auto report = co_await m_shop->sweep().closeRun(run.id, m_session.stopRequested());
        if (!report || report->gatewayUnusable) {
            break; // again in a minute
        }
        if (!report->complete()) {
            m_sweepAgainAt.insert(run.id, m_clock.sinceBoot() + SweepAgain);
        }
    }
    m_sweeping = false;
}

void ShopEngine::run(const std::function<void(Shop &)> &job)
{
    if (m_shop && !*m_session.m_stop) {
        job(*m_shop);
    }
}

void ShopEngine::finish()
{
    m_closing = std::make_unique<QTimer>();
    connect(m_closing.get(), &QTimer::timeout, this, [this] { waitForOpenRequests(); });
    m_closing->start(ClosingTickMs);
    waitForOpenRequests();
}

void ShopEngine::waitForOpenRequests()
{
    const int open = *m_session.m_openTasks;
    tellSession([session = &m_session, open] { emit session->openRequestsChanged(open); });
    if (open > 0) {
        return;
    }
    m_closing->stop();
    tellSession([session = &m_session] { session->onEngineFinished(); });
}

} // namespace kessai
