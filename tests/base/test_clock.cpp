#include "tests/base/virtualclock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kessai;
using namespace std::chrono_literals;

namespace {

const QDateTime Start(QDate(2026, 1, 31), QTime(14, 59, 50), Qt::UTC);

QCoro::Task<> sleepAndSay(VirtualClock *clock, std::chrono::milliseconds duration, QString word,
                          QStringList *said)
{
    co_await clock->sleep(duration);
    said->append(word + u'@' + QString::number(Start.msecsTo(clock->nowUtc())));
}

QCoro::Task<> sleepTwice(VirtualClock *clock, std::chrono::milliseconds duration, QStringList *said)
{
    co_await clock->sleep(duration);
    co_await clock->sleep(duration);
    said->append(u"twice@"_s + QString::number(Start.msecsTo(clock->nowUtc())));
}

QCoro::Task<> sleepOnSystem(SystemClock *clock, std::chrono::milliseconds duration, bool *woke)
{
    co_await clock->sleep(duration);
    *woke = true;
}

} // namespace

class TestClock : public QObject
{
    Q_OBJECT

private slots:
    void advance_wakesSleepersInOrderAtTheirOwnTime()
    {
        VirtualClock clock(Start);
        QStringList said;
        const auto late = sleepAndSay(&clock, 30ms, u"late"_s, &said);
        const auto early = sleepAndSay(&clock, 10ms, u"early"_s, &said);
        const auto never = sleepAndSay(&clock, 500ms, u"never"_s, &said);
        const auto twice = sleepTwice(&clock, 20ms, &said);
        clock.advance(100ms);
        QCOMPARE(said, QStringList({u"early@10"_s, u"late@30"_s, u"twice@40"_s}));
        QCOMPARE(Start.msecsTo(clock.nowUtc()), 100);
        QCOMPARE(clock.sleepers(), 1);
        clock.advance(500ms); // a coroutine that nobody wakes would leak
    }

    void advance_wakesEqualSleepersInTheOrderTheyCame()
    {
        VirtualClock clock(Start);
        QStringList said;
        const auto first = sleepAndSay(&clock, 10ms, u"first"_s, &said);
        const auto second = sleepAndSay(&clock, 10ms, u"second"_s, &said);
        QVERIFY(clock.advanceToNextSleeper());
        QCOMPARE(said, QStringList({u"first@10"_s}));
        QVERIFY(clock.advanceToNextSleeper());
        QVERIFY(!clock.advanceToNextSleeper());
        QCOMPARE(said, QStringList({u"first@10"_s, u"second@10"_s}));
    }

    void suspend_movesTimeWithoutWaking()
    {
        VirtualClock clock(Start);
        QStringList said;
        const auto before = clock.sinceBoot();
        const auto sleeper = sleepAndSay(&clock, 10ms, u"woke"_s, &said);
        clock.suspend(60s);
        QVERIFY(said.isEmpty());
        QCOMPARE(clock.sinceBoot() - before, std::chrono::milliseconds(60s));
        clock.advance(10ms);
        QCOMPARE(said, QStringList({u"woke@60010"_s}));
    }

    void setNowUtc_leavesTheTimeSinceBoot()
    {
        VirtualClock clock(Start);
        const auto before = clock.sinceBoot();
        clock.setNowUtc(Start.addDays(-1));
        QCOMPARE(clock.sinceBoot(), before);
        QCOMPARE(clock.nowUtc(), Start.addDays(-1));
    }

    void systemClock_sleepsWithoutBlocking()
    {
        SystemClock clock;
        bool woke = false;
        const auto before = clock.sinceBoot();
        const auto sleeper = sleepOnSystem(&clock, 5ms, &woke);
        QVERIFY(!woke);
        QTRY_VERIFY(woke);
        QVERIFY(clock.sinceBoot() - before >= 4ms);
        QCOMPARE(clock.nowUtc().timeSpec(), Qt::UTC);
    }
};

QTEST_GUILESS_MAIN(TestClock)
#include "test_clock.moc"
