#include "core/storage/databasefaults.h"
#include "tests/services/callwatch.h"
#include "tests/services/invariants.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using seams::CommitFault;
using simulator::FaultKind;

/// The first, second, third … call to the database fails until an operation needs no failure; after each the
/// program starts again, settles, and the invariants of journal.md §16 hold.
class TestFaultSweep : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_broken.clear(); }
    void everyFailingCall_leavesOneTruth_data();
    void everyFailingCall_leavesOneTruth();
    void everyFailingCallOfARun_leavesOneTruth_data() { addFaults(); }
    void everyFailingCallOfARun_leavesOneTruth();
    void everyFailingCallWhileSettling_leavesOneTruth_data() { addFaults(); }
    void everyFailingCallWhileSettling_leavesOneTruth();

private:
    static void addFaults()
    {
        QTest::addColumn<CommitFault>("fault");
        QTest::newRow("fails") << CommitFault::Before;
        QTest::newRow("the commit's answer lost") << CommitFault::After;
    }
    /// An order that this kind of operation changes.
    static OrderId addOrder(MoneyFixture &money, OperationKind kind, qint64 number)
    {
        simulator::TransactionSeed seed{.amount = Yen{3200}};
        if (kind == OperationKind::Change) {
            seed.amount = Yen{2000};
        } else if (kind == OperationKind::Reauthorize) {
            seed.status = simulator::CardStatus::Void;
        }
        return money.addOrder(number, Yen{3200}, seed);
    }
    /// Does `work` with its i-th call failing and a watch on its calls; true when there was such a call.
    template <typename Work>
    bool strike(MoneyFixture &money, qint64 call, CommitFault fault, Work work)
    {
        const CallWatch watch(money);
        seams::failDatabaseCall(call, fault);
        work();
        const bool struck = seams::databaseCalls() >= call;
        seams::failDatabaseCall(0);
        m_broken += watch.broken();
        return struck;
    }
    static void restartAndSettle(MoneyFixture &money)
    {
        money.close();
        money.clock.advance(std::chrono::seconds(30));
        money.open();
        money.settle();
    }

    QStringList m_broken;
};

void TestFaultSweep::everyFailingCall_leavesOneTruth_data()
{
    QTest::addColumn<OperationKind>("kind");
    QTest::addColumn<CommitFault>("fault");
    const auto row = [](const char *name, OperationKind kind) {
        QTest::addRow("%s", name) << kind << CommitFault::Before;
        QTest::addRow("%s, the commit's answer lost", name) << kind << CommitFault::After;
    };
    row("capture", OperationKind::Capture);
    row("cancel", OperationKind::Cancel);
    row("change", OperationKind::Change);
    row("reauthorize", OperationKind::Reauthorize);
}

void TestFaultSweep::everyFailingCall_leavesOneTruth()
{
    QFETCH(OperationKind, kind);
    QFETCH(CommitFault, fault);
    MoneyFixture money;
    money.open();
    Invariants invariants(money);
    qint64 call = 0;
    for (bool failed = true; failed;) {
        ++call;
        QVERIFY2(call < 1000, "an operation does not end");
        const OrderId order = addOrder(money, kind, call);
        failed = strike(money, call, fault, [&] { money.operate(kind, {order}); });
        restartAndSettle(money);
        m_broken += invariants.brokenAtRest(MoneyFixture::gatewayOrderId(call));
        QVERIFY2(m_broken.isEmpty(), qPrintable(u"call %1: %2"_s.arg(call).arg(m_broken.join(u", "_s))));
    }
    QVERIFY2(call > 20, "the sweep met no call");
    QCOMPARE(money.gateway.ledger().last().orderId, MoneyFixture::gatewayOrderId(call));
    QCOMPARE(invariants.brokenStore(), QStringList());
}

void TestFaultSweep::everyFailingCallOfARun_leavesOneTruth()
{
    QFETCH(CommitFault, fault);
    constexpr int Items = 3;
    constexpr qint64 CallsBetweenLooks = 25; // at all runs so far: after each it would take minutes
    MoneyFixture money;
    money.open();
    Invariants invariants(money);
    qint64 call = 0;
    for (bool failed = true; failed;) {
        ++call;
        QVERIFY2(call < 1000, "a run does not end");
        QList<OrderId> orders;
        for (qint64 item = 0; item < Items; ++item) {
            orders.append(addOrder(money, OperationKind::Capture, call * Items + item));
        }
        failed = strike(money, call, fault, [&] { money.operate(OperationKind::Capture, orders); });
        restartAndSettle(money);
        for (qint64 item = 0; item < Items; ++item) {
            m_broken += invariants.brokenAtRest(MoneyFixture::gatewayOrderId(call * Items + item));
        }
        if (!failed || call % CallsBetweenLooks == 0) {
            m_broken += invariants.brokenRuns();
        }
        QVERIFY2(m_broken.isEmpty(), qPrintable(u"call %1: %2"_s.arg(call).arg(m_broken.join(u", "_s))));
    }
    QVERIFY2(call > 60, "the sweep met no call");
    QCOMPARE(invariants.brokenStore(), QStringList());
}

/// The request had no effect and nobody heard of it: every read, verdict and watch behind that.
void TestFaultSweep::everyFailingCallWhileSettling_leavesOneTruth()
{
    QFETCH(CommitFault, fault);
    MoneyFixture money;
    money.open();
    Invariants invariants(money);
    qint64 call = 0;
    for (bool failed = true; failed;) {
        ++call;
        QVERIFY2(call < 1000, "settling does not end");
        const OrderId order = addOrder(money, OperationKind::Capture, call);
        money.gateway.addFaults({{.kind = FaultKind::DropBefore, .call = u"AlterTran"_s, .nth = 1}});
        const OperationItem item = money.operateOne(OperationKind::Capture, order);
        money.gateway.clearFaults();
        QCOMPARE(item.state, OperationState::InDoubt);
        failed = strike(money, call, fault, [&] { money.settle(); });
        restartAndSettle(money);
        QCOMPARE(money.operation(item).endReason, EndReason::NoEffect);
        m_broken += invariants.brokenAtRest(MoneyFixture::gatewayOrderId(call));
        const auto due = money.shop->context().watch.dueAt(money.clock.nowUtc().addDays(2));
        const bool isWatched =
            due.ok() && std::any_of(due->begin(), due->end(), [&item](const WatchStore::Due &watch) {
                return watch.operationId == *item.operation;
            });
        if (!isWatched) {
            m_broken.append(u"no effect was said and nobody watches the payment"_s);
        }
        QVERIFY2(m_broken.isEmpty(), qPrintable(u"call %1: %2"_s.arg(call).arg(m_broken.join(u", "_s))));
    }
    QVERIFY2(call > 20, "the sweep met no call");
    QCOMPARE(invariants.brokenStore(), QStringList());
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestFaultSweep)
#include "test_faultsweep.moc"
