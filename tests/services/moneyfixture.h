#pragma once

#include "core/services/shop.h"
#include "core/simulator/simulator.h"
#include "tests/services/turningclock.h"

#include <QTemporaryDir>

#include <memory>

namespace kessai {

/// A whole shop against a real gateway: the simulator behind a real socket, a database, the real services and
/// a clock that the test turns. `database` is "" for SQLite or a postgresql:// address.
class MoneyFixture
{
public:
    explicit MoneyFixture(const QString &database = {},
                          const simulator::SimulatorOptions &options = defaults());
    ~MoneyFixture();

    /// 2020-12-03 13:21:23 in Japan, where the simulator and the clock start.
    static QDateTime start();
    static simulator::SimulatorOptions defaults();

    /// Sets the shop up (once) and opens it; again after close(), as the next start of the program would.
    void open();
    /// Ends the program without a word, as a crash would; what it had in memory is gone.
    void close();

    /// An order of the shop with a card payment that the gateway knows and the shop has linked, never read.
    /// @returns the order; its 決済オーダーID is `<number>-03132123`
    /// @param method what the shop takes the payment for; the gateway knows a card's
    OrderId addOrder(qint64 number, Yen payable, simulator::TransactionSeed seed = {},
                     PaymentMethod method = PaymentMethod::Card);
    /// The same with a payment of another method, which the gateway knows as such.
    /// @param seed without payType and orderId
    OrderId addMulti(qint64 number, Yen payable, PaymentMethod method, simulator::MultiSeed seed = {});
    static QString gatewayOrderId(qint64 number);
    /// Reads the payment as 決済状態確認・反映 does, so that it is known.
    void refresh(OrderId order);

    Shop::OperationAnswer operate(OperationKind kind, const QList<OrderId> &orders,
                                  bool keepGatewayAmount = false);
    OperationItem operateOne(OperationKind kind, OrderId order, bool keepGatewayAmount = false);
    /// Lets the clock run and settles until nothing is in doubt or `limit` of virtual time is over.
    void settle(std::chrono::milliseconds limit = std::chrono::minutes(10));

    /// Asks for payments that change by themselves, as an open shop does in the background.
    void readChanging(std::function<bool()> stop = [] { return false; });

    /// Runs a task to its end; sleeps inside it end by turning the clock.
    template <typename T>
    T run(QCoro::Task<T> task)
    {
        return runToEnd(clock, std::move(task));
    }

    [[nodiscard]] Operation operation(const OperationItem &item);
    [[nodiscard]] QList<Evidence> evidence(const OperationItem &item);
    /// Effective requests in the simulator's ledger that led to this status.
    [[nodiscard]] int effects(const QString &gatewayOrderId, const QString &jobCd) const;
    [[nodiscard]] QList<JournalStore::ChainProblem> chainProblems();

    simulator::Simulator gateway;
    VirtualClock clock;
    std::unique_ptr<Shop> shop;
    QString dataFolder() const { return m_folder.path(); }

private:
    OrderId addLinked(qint64 number, Yen payable, PaymentMethod method);

    QTemporaryDir m_folder;
    QString m_database;
    bool m_setUp = false;
};

} // namespace kessai
