#pragma once

#include "core/services/shopsession.h"
#include "core/simulator/simulator.h"
#include "ui/payments/orderwindow.h"

#include <QTemporaryDir>

namespace kessai {

/// An opened shop as the window sees it, with a few orders at the simulator. The gateway's day is 2020-12-03.
class OrderFixture
{
public:
    OrderFixture();
    ~OrderFixture();

    /// Before open(): an order whose payment is read when the shop opens.
    struct Wanted
    {
        qint64 number = 0;
        Yen payable{};
        simulator::TransactionSeed seed{}; ///< of a card
        OrderStatus status = OrderStatus::New;
        bool linked = true;
        std::function<void(Order &)> change{}; ///< what else is particular about it
        PaymentMethod method = PaymentMethod::Card;
        simulator::MultiSeed multi{}; ///< of another method; its pay type follows from that
    };
    OrderId add(Wanted wanted);
    static QString gatewayOrderId(qint64 number);
    /// Opens the session; the gateway's time is known from here on.
    void open();
    /// A file brings another total for an order of the opened shop.
    void importTotal(qint64 number, Yen payable);

    std::unique_ptr<OrderWindow> window(OrderId id);
    /// A child by name; ends the test when it is not there.
    template <typename T>
    static T *child(QWidget &parent, const QString &name)
    {
        T *found = parent.findChild<T *>(name);
        if (!found) {
            qFatal("no %s", qPrintable(name));
        }
        return found;
    }
    /// Saves a picture where KESSAI_PICTURES names a folder.
    static void picture(QWidget &widget, const QString &name);
    /// Labels and buttons that have less room than they need.
    static QStringList cramped(QWidget &widget);

    simulator::Simulator gateway;
    std::unique_ptr<ShopSession> session;

private:
    void setUp();
    void seedPayment(Wanted &wanted);

    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<Shop> m_shop; ///< while orders are added
};

} // namespace kessai
