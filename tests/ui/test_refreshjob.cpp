#include "tests/ui/orderfixture.h"
#include "ui/work/refreshjob.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::FaultKind;

/// 決済状態確認・反映 of several payments.
class TestRefreshJob : public QObject
{
    Q_OBJECT

private slots:
    void unreadablePayments_areNotCalledConfirmed();

private:
    static constexpr int PatienceMs = 60'000;
};

void TestRefreshJob::unreadablePayments_areNotCalledConfirmed()
{
    OrderFixture shop;
    const OrderId first = shop.add({.number = 272, .payable = Yen{3200}});
    const OrderId second = shop.add({.number = 273, .payable = Yen{3200}});
    shop.open();
    shop.gateway.addFaults({{.kind = FaultKind::ResetBefore, .call = u"SearchTrade"_s, .times = 100}});
    QList<PaymentId> payments;
    for (const OrderId order : {first, second}) {
        auto read = shop.session->onEngine(
            [order](Shop &opened) { return opened.context().payments.ofOrder(order).value().first().id; });
        QTRY_VERIFY_WITH_TIMEOUT(read.isFinished(), PatienceMs);
        payments.append(read.result());
    }
    auto *job = new RefreshJob(*shop.session, payments, nullptr);
    std::optional<RefreshJob::Result> result;
    connect(job, &RefreshJob::finished, this, [&result](const RefreshJob::Result &told) { result = told; });
    job->start();
    QTRY_VERIFY_WITH_TIMEOUT(result, PatienceMs);
    QCOMPARE(result->read, 0);
    QCOMPARE(result->unread, 2);
    QVERIFY(!result->problem.isEmpty());
}

} // namespace kessai

QTEST_MAIN(kessai::TestRefreshJob)
#include "test_refreshjob.moc"
