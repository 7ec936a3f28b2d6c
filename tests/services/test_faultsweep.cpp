#include "core/storage/databasefaults.h"
#include "tests/services/invariants.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using seams::CommitFault;

/// The first, second, third … call to the database fails until an operation needs no failure; after each the
/// program starts again, settles, and the invariants of journal.md §16 hold.
class TestFaultSweep : public QObject
{
    Q_OBJECT

private slots:
    void everyFailingCall_leavesOneTruth_data();
    void everyFailingCall_leavesOneTruth();
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
        const Yen gatewayAmount = kind == OperationKind::Change ? Yen{2000} : Yen{3200};
        const OrderId order = money.addOrder(call, Yen{3200}, {.amount = gatewayAmount});
        seams::failDatabaseCall(call, fault);
        money.operate(kind, {order});
        failed = seams::databaseCalls() >= call;
        seams::failDatabaseCall(0);

        money.close();
        money.clock.advance(std::chrono::seconds(30));
        money.open();
        money.settle();
        const QStringList broken = invariants.brokenAtRest(MoneyFixture::gatewayOrderId(call));
        QVERIFY2(broken.isEmpty(), qPrintable(u"call %1: %2"_s.arg(call).arg(broken.join(u", "_s))));
    }
    QVERIFY2(call > 20, "the sweep met no call");
    QCOMPARE(invariants.brokenStore(), QStringList());
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestFaultSweep)
#include "test_faultsweep.moc"
