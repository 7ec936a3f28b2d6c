#include "core/services/shopengine.h"

#include "core/services/dailyduties.h"
#include "core/services/gatewaytime.h"
#include "core/services/shopsession.h"

#include <QTimer>

namespace kessai {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds TickMs = 1s;          ///< looks for operations whose next read is due
constexpr std::chrono::milliseconds WatchMs = 60s;        ///< watched payments, unread payments
constexpr std::chrono::milliseconds BackupMs = 3600s;     ///< asks whether today's backup is there
constexpr std::chrono::milliseconds ClosingTickMs = 50ms; ///< looks whether the last request has come back
constexpr qsizetype UnreadMaximum = 200;                  ///< unread payments read in one go

} // namespace

ShopEngine::ShopEngine(ShopSession &session, const Shop::Options &options)
    : m_session(session), m_options(options)
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
    const auto found = m_shop->settler().adoptAbandoned();
    if (found && found->any()) {
        tellSession([session = &m_session, adopted = *found] { emit session->adopted(adopted); });
    }
    connectGateway();
}

void ShopEngine::mirrorSignals()
{
    ChangeNotifier &from = m_shop->notifier();
    ShopSession *to = &m_session;
    connect(&from, &ChangeNotifier::paymentChanged, to, &ShopSession::paymentChanged);
    connect(&from, &ChangeNotifier::orderChanged, to, &ShopSession::orderChanged);
    connect(&from, &ChangeNotifier::ordersChanged, to, &ShopSession::ordersChanged);
    connect(&from, &ChangeNotifier::runChanged, to, &ShopSession::runChanged);
    connect(&from, &ChangeNotifier::gatewayAnswered, this, [this] {
        const GatewayGate &gate = *m_shop->context().gate;
        *m_session.m_gatewayClockOffsetMs = m_clock.nowUtc().msecsTo(gate.gatewayNow());
    });
    connect(&from, &ChangeNotifier::gatewayAnswered, to, &ShopSession::gatewayAnswered);
    connect(&from, &ChangeNotifier::gatewayUnreachable, to, &ShopSession::gatewayUnreachable);
    connect(&from, &ChangeNotifier::clockDiffers, to, &ShopSession::clockDiffers);
    connect(&from, &ChangeNotifier::storeFailing, to, &ShopSession::storeFailing);
    connect(&from, &ChangeNotifier::storeRecovered, to, &ShopSession::storeRecovered);
    connect(&from, &ChangeNotifier::unknownCodeSeen, to, &ShopSession::unknownCodeSeen);
    // New links bring payments that nobody has read yet.
    connect(&from, &ChangeNotifier::ordersChanged, this, [this] { readUnread(); });
    connect(&from, &ChangeNotifier::orderChanged, this, [this] { readUnread(); });
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
    every(TickMs, [this] { settleDue(); });
    every(WatchMs, [this] {
        watchDue();
        readUnread();
    });
    every(BackupMs, [this] { backUp(); });
    settleDue();
    readUnread();
    backUp();
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
    const ShopSession::OpenTask open(m_session.m_openTasks);
    QHash<OperationId, std::chrono::milliseconds> stillInDoubt;
    for (const Operation &operation : *inDoubt) {
        std::chrono::milliseconds dueAt =
            m_dueAt.value(operation.id, m_clock.sinceBoot() + m_shop->settler().nextReadIn(operation));
        if (mayRead() && dueAt <= m_clock.sinceBoot()) {
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
    m_readingUnread = true;
    const ShopSession::OpenTask open(m_session.m_openTasks);
    for (const PaymentId id : unread->mid(0, UnreadMaximum)) {
        if (!mayRead()) {
            break;
        }
        const auto read = co_await m_shop->refresh().refresh(id, m_shop->operatorName());
        if (!read || read->gatewayUnusable) {
            break; // again in a minute
        }
    }
    m_readingUnread = false;
}

void ShopEngine::backUp()
{
    if (!m_shop) {
        return;
    }
    const auto done = doDailyDuties(m_shop->context(), m_shop->dataFolder());
    if (!done) {
        tellSession(
            [session = &m_session, message = done.error().message] { emit session->backupFailed(message); });
    }
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
