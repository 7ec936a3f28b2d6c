#include "tests/chaos/propertyseat.h"

#include "tests/services/turningclock.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <vector>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LongestRequestMs = 20'000; ///< ten times the deadline of the shops here
constexpr int QuietLooks = 60;              ///< five commits, each some turns late (CommitGroup)

/// For what never sleeps.
template <typename T>
T resultOf(QCoro::Task<T> task)
{
    QEventLoop loop;
    std::optional<T> result;
    keepResult(std::move(task), result, loop);
    if (!result) {
        loop.exec();
    }
    return std::move(*result);
}

/// Clocks of programs that are gone: the frames that sleep on them can be reached from here still.
std::vector<std::unique_ptr<SeatClock>> &graveyard()
{
    static std::vector<std::unique_ptr<SeatClock>> clocks;
    return clocks;
}

} // namespace

void PropertySeat::open(const QString &dataFolder)
{
    Shop::Options options;
    options.dataFolder = dataFolder;
    options.operatorName = u"佐藤"_s;
    m_clock = std::make_unique<SeatClock>(m_time);
    auto opened = Shop::open(options, *m_clock);
    if (!opened) {
        qFatal("open: %s", qPrintable(opened.error().message));
    }
    m_shop = std::move(*opened);
    // A call waits for its turn: there the seat can be held, before it arms and before it reads again.
    const bool set = m_shop->settings().set(u"bulk.perSecond"_s, u"5"_s).ok() &&
                     m_shop->settings().set(u"bulk.parallel"_s, u"2"_s).ok();
    m_shop->reloadSettings();
    if (!set || !resultOf(m_shop->connectGateway())) {
        qFatal("connect");
    }
    std::vector<GatewayGate::Lease> leases;
    for (int index = 0; index < context().gate->slotCount(); ++index) {
        leases.push_back(resultOf(context().gate->acquire()));
        m_slots.append(&leases.back().slot());
    }
}

void PropertySeat::drop()
{
    if (!isOpen()) {
        return;
    }
    m_shop.reset();
    m_slots.clear();
    m_underWay = std::make_shared<int>(0);
    graveyard().push_back(std::move(m_clock));
}

bool PropertySeat::goOn()
{
    const bool woken = m_clock->wakeNext();
    runToRest();
    return woken;
}

bool PropertySeat::hasRequestInFlight() const
{
    return std::any_of(m_slots.begin(), m_slots.end(), [](const GatewaySlot *slot) { return slot->busy(); });
}

/// A slot that is given back goes to whoever waits for it through the event loop, and so does the commit that
/// steps share: some looks are needed until nothing comes any more.
void PropertySeat::runToRest()
{
    QElapsedTimer waited;
    waited.start();
    for (int quiet = 0; quiet < QuietLooks;) {
        const bool waits = hasRequestInFlight();
        QCoreApplication::processEvents(waits ? QEventLoop::WaitForMoreEvents : QEventLoop::AllEvents);
        quiet = waits || hasRequestInFlight() ? 0 : quiet + 1;
        if (waited.elapsed() > LongestRequestMs) {
            qFatal("a request does not end");
        }
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace kessai
