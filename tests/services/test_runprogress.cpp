#include "core/services/runprogress.h"
#include "tests/storage/journalfixture.h"
#include "tests/storage/testdatabase.h"

#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Rate and rest time of a run, in a time that the test gives.
class TestRunProgress : public QObject
{
    Q_OBJECT

private slots:
    void oneReading_saysNothing()
    {
        RunPace pace;
        QCOMPARE(pace.perSecond(), 0.0);
        QVERIFY(!pace.restSeconds(5));
        pace.take(10, 1000ms);
        QCOMPARE(pace.perSecond(), 0.0);
        QVERIFY(!pace.restSeconds(5));
        QCOMPARE(pace.restSeconds(0), std::optional<qint64>(0)); // nothing is left, however fast
    }

    void rate_isThatOfTheLastMinute()
    {
        RunPace pace;
        qint64 ended = 0;
        for (int second = 0; second <= 60; ++second) { // 2 a second
            pace.take(ended, std::chrono::seconds(second));
            ended += 2;
        }
        QCOMPARE(pace.perSecond(), 2.0);
        QCOMPARE(pace.restSeconds(101), std::optional<qint64>(51)); // never says too little
        for (int second = 61; second <= 121; ++second) { // 10 a second: after a minute only this counts
            ended += 10;
            pace.take(ended, std::chrono::seconds(second));
        }
        QCOMPARE(pace.perSecond(), 10.0);
    }

    void runThatStandsStill_hasNoRestTime()
    {
        RunPace pace;
        pace.take(50, 0ms);
        pace.take(50, 30s);
        QCOMPARE(pace.perSecond(), 0.0);
        QVERIFY(!pace.restSeconds(7));
    }

    void manyReadings_areKeptAsFew()
    {
        RunPace pace;
        for (int at = 0; at < 100'000; ++at) { // one each millisecond, one item each
            pace.take(at, std::chrono::milliseconds(at));
        }
        QVERIFY(std::abs(pace.perSecond() - 1000.0) < 1.0);
    }

    void otherBootOrOtherRun_beginsAnew()
    {
        RunPace pace;
        pace.take(100, 100s);
        pace.take(200, 110s);
        pace.take(300, 5s); // the clock began again
        QCOMPARE(pace.perSecond(), 0.0);
        pace.take(310, 10s);
        QCOMPARE(pace.perSecond(), 2.0);
        pace.take(3, 11s); // fewer than before: another run
        QCOMPARE(pace.perSecond(), 0.0);
    }

    void progress_isReadFromTheDatabase_data() { TestDatabases::addDialects(); }
    void progress_isReadFromTheDatabase()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        JournalFixture journal(m_databases.fresh(dialect));
        RunStore runs(*journal.database);
        RunStore::Run row;
        row.id = {newUuid()};
        row.askedAt = JournalFixture::now();
        QVERIFY(runs.create(row));
        QList<OperationId> items;
        for (int at = 0; at < 4; ++at) {
            Operation operation;
            operation.id = {newUuid()};
            operation.paymentId = journal.payment;
            operation.runId = row.id;
            operation.askedAt = JournalFixture::now();
            QVERIFY(journal.store.plan({operation}));
            items.append(operation.id);
        }
        RunPace pace;
        QVERIFY(!*runProgress(*journal.database, RunId{u"none"_s}, pace, 0ms));
        auto progress = *runProgress(*journal.database, row.id, pace, 0ms);
        QVERIFY(progress);
        QCOMPARE(progress->total, 4);
        QCOMPARE(progress->open(), 4);
        QVERIFY(!progress->restSeconds);
        QVERIFY(!progress->sweepWaiting);

        Evidence person;
        person.source = u"PERSON"_s;
        const auto cancel = [&](const OperationId &id) {
            return *journal.store.move({id, OperationState::Planned, OperationState::Cancelled, 0,
                                        std::nullopt, EndReason::Withdrawn},
                                       person, JournalFixture::now());
        };
        QVERIFY(cancel(items[0]));
        progress = *runProgress(*journal.database, row.id, pace, 2s);
        QCOMPARE(progress->ended(), 1);
        QCOMPARE(progress->perSecond, 0.5);
        QCOMPARE(progress->restSeconds, std::optional<qint64>(6));
        QVERIFY(runs.setState(row.id, RunStore::State::Paused, u"昼休み"_s, JournalFixture::now()));
        progress = *runProgress(*journal.database, row.id, pace, 3s);
        QCOMPARE(progress->perSecond, 0.0); // nothing moves
        QVERIFY(!progress->restSeconds);
        for (int at = 1; at < 4; ++at) {
            QVERIFY(cancel(items[at]));
        }
        QVERIFY(runs.setState(row.id, RunStore::State::Finished, {}, JournalFixture::now()));
        progress = *runProgress(*journal.database, row.id, pace, 4s);
        QCOMPARE(progress->open(), 0);
        QCOMPARE(progress->counts.value(OperationState::Cancelled), 4);
        QVERIFY(progress->sweepWaiting);
        QVERIFY(runs.setSwept(row.id, JournalFixture::now()));
        QVERIFY(!(*runProgress(*journal.database, row.id, pace, 5s))->sweepWaiting);
    }

private:
    TestDatabases m_databases;
};

QTEST_GUILESS_MAIN(TestRunProgress)
#include "test_runprogress.moc"
