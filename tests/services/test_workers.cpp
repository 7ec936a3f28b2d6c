#include "core/services/workers.h"
#include "tests/services/turningclock.h"

#include <QTest>

namespace kessai {

using namespace std::chrono_literals;

class TestWorkers : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_clock = std::make_unique<VirtualClock>(QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
        m_left = 12;
        m_now = m_most = m_begun = 0;
    }
    void items_areWorkedOnTogether();
    void fewerWanted_letSomeLeave();
    void moreWanted_letSomeJoin();
    void noneWanted_worksWithOne();
    void beginningOfAnItem_countsBeforeOthersJoin();

private:
    /// So long has all of it taken.
    std::chrono::milliseconds workAll(std::function<int()> wanted)
    {
        Workers workers(std::move(wanted), [this] { return workNext(); });
        const std::chrono::milliseconds begin = m_clock->sinceBoot();
        runToEnd(*m_clock, toEnd(workers));
        return m_clock->sinceBoot() - begin;
    }
    static QCoro::Task<bool> toEnd(Workers &workers)
    {
        co_await workers.work();
        co_return true;
    }
    QCoro::Task<bool> workNext()
    {
        if (m_left == 0) {
            co_return false;
        }
        --m_left;
        ++m_begun;
        m_most = std::max(m_most, ++m_now);
        co_await m_clock->sleep(100ms);
        --m_now;
        co_return true;
    }

    std::unique_ptr<VirtualClock> m_clock;
    int m_left = 0;
    int m_now = 0; ///< items under way
    int m_most = 0;
    int m_begun = 0;
};

void TestWorkers::items_areWorkedOnTogether()
{
    QCOMPARE(workAll([] { return 4; }), 300ms);
    QCOMPARE(m_most, 4);
    QCOMPARE(m_begun, 12);
}

void TestWorkers::fewerWanted_letSomeLeave()
{
    QCOMPARE(workAll([this] { return m_begun <= 4 ? 4 : 1; }), 900ms); // four, then eight alone
    QCOMPARE(m_begun, 12);
}

void TestWorkers::moreWanted_letSomeJoin()
{
    QCOMPARE(workAll([this] { return m_begun <= 4 ? 1 : 4; }), 600ms); // four alone, then four and four
    QCOMPARE(m_most, 4);
}

void TestWorkers::noneWanted_worksWithOne()
{
    QCOMPARE(workAll([] { return 0; }), 1200ms);
    QCOMPARE(m_most, 1);
}

/// As where the first one takes the only turn that is to be had.
void TestWorkers::beginningOfAnItem_countsBeforeOthersJoin()
{
    workAll([this] { return m_now >= 2 ? 1 : 8; });
    QCOMPARE(m_most, 2);
    QCOMPARE(m_begun, 12);
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestWorkers)
#include "test_workers.moc"
