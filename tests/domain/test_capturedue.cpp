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
        QCOMPARE(daysOf(CaptureDue::Lapsed), (DaysFromToday{std::nullopt, -1}));
        QCOMPARE(daysOf(CaptureDue::Soon), (DaysFromToday{0, CaptureDueSoonDays}));
        QCOMPARE(daysOf(CaptureDue::Later), (DaysFromToday{CaptureDueSoonDays + 1, std::nullopt}));
    }

    void everyDay_liesInTheSpanOfOne()
    {
        for (int days = -400; days <= 400; ++days) {
            int spans = 0;
            for (const CaptureDue due : {CaptureDue::Later, CaptureDue::Soon, CaptureDue::Lapsed}) {
                const DaysFromToday span = daysOf(due);
                const bool inside = days >= span.from.value_or(days) && days <= span.until.value_or(days);
                spans += inside ? 1 : 0;
            }
            QCOMPARE(spans, 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestCaptureDue)
#include "test_capturedue.moc"
