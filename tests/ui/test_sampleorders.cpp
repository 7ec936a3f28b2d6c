#include "app/desktop/sampleorders.h"
#include "core/domain/paymentstatus.h"

#include <QTest>

namespace kessai {

using simulator::CardStatus;

/// What the practice shop shows, on whatever day it is opened.
class TestSampleOrders : public QObject
{
    Q_OBJECT

private slots:
    void everyStateOfACard_occurs();
    void everyStateThatStaffKnow_occurs();
    void everyMethod_hasItsPayments();
};

void TestSampleOrders::everyStateOfACard_occurs()
{
    const QDateTime today = QDateTime::currentDateTimeUtc();
    for (int day = 0; day < 400; day += 23) { // the age of an order decides what became of it
        QMap<CardStatus, int> counts;
        for (const SampleOrder &sample : sampleOrders(today.addDays(day))) {
            for (const simulator::TransactionSeed &payment : sample.payments) {
                ++counts[payment.status];
            }
        }
        for (const CardStatus status :
             {CardStatus::Unprocessed, CardStatus::Authenticated, CardStatus::Check, CardStatus::Capture,
              CardStatus::Auth, CardStatus::Sales, CardStatus::Void, CardStatus::Return, CardStatus::Returnx,
              CardStatus::Sauth}) { // protocol.md §3.2
            QVERIFY2(counts.value(status) > 0, qPrintable(simulator::cardWord(status)));
        }
    }
}

/// S90: all nineteen.
void TestSampleOrders::everyStateThatStaffKnow_occurs()
{
    const QDateTime today = QDateTime::currentDateTimeUtc();
    for (int day = 0; day < 400; day += 23) {
        QMap<PaymentStatus, int> counts;
        for (const SampleOrder &sample : sampleOrders(today.addDays(day))) {
            if (sample.hasUnknownState) {
                ++counts[PaymentStatus::Exception];
                continue;
            }
            for (const simulator::TransactionSeed &payment : sample.payments) {
                ++counts[paymentStatusOfWord(simulator::cardWord(payment.status))];
            }
            if (sample.other) {
                ++counts[paymentStatusOfWord(simulator::multiWord(sample.other->status))];
            }
        }
        for (const PaymentStatus status : allPaymentStatuses()) {
            QVERIFY2(counts.value(status) > 0, qPrintable(labelOf(status)));
        }
    }
}

void TestSampleOrders::everyMethod_hasItsPayments()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QMap<PaymentMethod, int> counts;
    QSet<QString> ids;
    for (const SampleOrder &sample : sampleOrders(now)) {
        counts[sample.order.method] += sample.payments.isEmpty() && !sample.other ? 0 : 1;
        if (sample.other) {
            QCOMPARE(simulator::payTypeNumber(sample.other->payType), payTypeOf(sample.order.method));
            QVERIFY(sample.payments.isEmpty());
            QVERIFY(!ids.contains(sample.other->orderId));
            ids.insert(sample.other->orderId);
        }
    }
    for (const PaymentMethod method : gatewayMethods()) {
        QVERIFY2(counts.value(method) > 0, qPrintable(labelOf(method)));
    }
    QCOMPARE(counts.value(PaymentMethod::Other), 0);
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestSampleOrders)
#include "test_sampleorders.moc"
