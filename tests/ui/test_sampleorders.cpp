#include "app/desktop/sampleorders.h"

#include <QTest>

namespace kessai {

using simulator::CardStatus;

/// What the practice shop shows, on whatever day it is opened.
class TestSampleOrders : public QObject
{
    Q_OBJECT

private slots:
    void everyStateOfACard_occurs();
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

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestSampleOrders)
#include "test_sampleorders.moc"
