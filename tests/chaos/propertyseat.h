#pragma once

#include "core/services/shop.h"
#include "tests/chaos/propertyclock.h"

#include <QObject>

namespace kessai {

/// One seat of a property test: a Shop with a connection and a clock of its own. What it does stands still
/// between two calls: either nothing is under way, or it sleeps on its clock. So no request is in flight then
/// and the Shop may be dropped at any time, as a crash does.
class PropertySeat : public QObject
{
    Q_OBJECT

public:
    /// @param place where the Shop is kept
    PropertySeat(std::unique_ptr<Shop> &place, MachineTime &time) : m_shop(place), m_time(time) {}
    ~PropertySeat() override { drop(); }

    /// The next start of the program on this seat: opens the shop and connects it; takes nothing over yet.
    void open(const QString &dataFolder);
    /// The program is gone without a word; frames that slept never go on.
    void drop();

    [[nodiscard]] bool isOpen() const { return m_shop != nullptr; }
    [[nodiscard]] Shop &shop() const { return *m_shop; }
    [[nodiscard]] ShopContext &context() const { return m_shop->context(); }
    [[nodiscard]] QString boot() const { return m_shop->context().seat.boot; }

    /// Begins it and lets it go on until it sleeps or is done.
    template <typename T>
    void begin(QCoro::Task<T> task)
    {
        ++*m_underWay;
        keep(std::move(task), m_underWay);
        runToRest();
    }
    [[nodiscard]] bool isAtWork() const { return *m_underWay > 0; }
    /// Wakes the next sleeper and waits until the seat sleeps again or is done. false: nobody slept.
    bool goOn();

private:
    template <typename T>
    static QCoro::Task<> keep(QCoro::Task<T> task, std::shared_ptr<int> underWay)
    {
        co_await task;
        --*underWay;
    }
    void runToRest();
    [[nodiscard]] bool hasRequestInFlight() const;

    std::unique_ptr<Shop> &m_shop;
    MachineTime &m_time;
    std::unique_ptr<SeatClock> m_clock;
    std::shared_ptr<int> m_underWay = std::make_shared<int>(0);
    QList<const GatewaySlot *> m_slots;
};

} // namespace kessai
