#include "core/domain/capturedue.h"

#include <QTest>

using namespace kessai;

/// The last day of a capture: near, over, and neither.
class TestCaptureDue : public QObject
{
    Q_OBJECT

private slots:
    void lastDay_isStillSoonAndTheNextIsLapsed()
    {
        const QDate last(2021, 2, 28);
        QCOMPARE(captureDueOn(last, last.addDays(-CaptureDueSoonDays - 1)), CaptureDue::Later);
        QCOMPARE(captureDueOn(last, last.addDays(-CaptureDueSoonDays)), CaptureDue::Soon);
        QCOMPARE(captureDueOn(last, last), CaptureDue::Soon);
        QCOMPARE(captureDueOn(last, last.addDays(1)), CaptureDue::Lapsed);
    }

    void everyDay_liesInTheSpanOfOne()
    {
        const QDate today(2020, 12, 3);
        for (int days = -400; days <= 400; ++days) {
            int spans = 0;
            for (const CaptureDue due : {CaptureDue::Later, CaptureDue::Soon, CaptureDue::Lapsed}) {
                const DaysFromToday span = daysOf(due);
                const bool inside = days >= span.from.value_or(days) && days <= span.until.value_or(days);
                spans += inside ? 1 : 0;
                QCOMPARE(captureDueOn(today.addDays(days), today) == due, inside);
            }
            QCOMPARE(spans, 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestCaptureDue)
#include "test_capturedue.moc"
