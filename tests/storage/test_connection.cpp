#include "core/base/ids.h"
#include "core/storage/journalstore.h"
#include "core/storage/metastore.h"
#include "tests/storage/testdatabase.h"

#include <QDir>
#include <QSet>
#include <QTest>

#include <sys/socket.h>
#include <thread>

using namespace kessai;
using namespace Qt::StringLiterals;
using Kind = StorageError::Kind;

namespace {

int backendOf(Database &database)
{
    const auto row = database.first(u"SELECT pg_backend_pid()"_s);
    return row ? row->value(0).toInt() : 0;
}

/// As a restart of the server or an administrator does; returns when the server has ended the session.
void endSession(Database &administrator, int backend)
{
    QVERIFY(administrator.run(u"SELECT pg_terminate_backend(?, 10000)"_s, {backend}));
}

QString shown(Database &database, const QString &name)
{
    const auto row = database.first(u"SHOW "_s + name);
    return row ? row->value(0).toString() : QString();
}

QSet<int> openSockets()
{
    QSet<int> sockets;
    for (const QFileInfo &entry : QDir(u"/proc/self/fd"_s).entryInfoList(QDir::System | QDir::AllEntries)) {
        if (entry.symLinkTarget().contains(u"socket:"_s)) {
            sockets.insert(entry.fileName().toInt());
        }
    }
    return sockets;
}

} // namespace

/// PostgreSQL: what becomes of a connection that is lost.
class TestConnection : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_database = m_databases.fresh(DatabaseSpec::Dialect::Postgresql);
        m_administrator = TestDatabases::open(m_database->spec());
    }
    void cleanup()
    {
        m_administrator.reset();
        m_database.reset();
    }

    void lostConnection_isToldOnceAndMadeAgain()
    {
        MetaStore meta(*m_database);
        QVERIFY(meta.setValue(u"before"_s, u"1"_s));
        QVERIFY(m_database->run(u"SET lock_timeout = '1s'"_s)); // to be set anew
        const int first = backendOf(*m_database);
        endSession(*m_administrator, first);
        const auto lost = meta.setValue(u"lost"_s, u"1"_s);
        QVERIFY(!lost);
        QCOMPARE(lost.error().kind, Kind::Unavailable);
        QVERIFY2(lost.error().message.contains(m_database->spec().place()), qPrintable(lost.error().message));
        QCOMPARE(m_database->reconnects(), 0);

        const auto again = meta.setValue(u"after"_s, u"1"_s); // the statement that was prepared before
        QVERIFY2(again, again ? "" : qPrintable(again.error().message));
        QCOMPARE(m_database->reconnects(), 1);
        QVERIFY(backendOf(*m_database) != first);
        QCOMPARE(shown(*m_database, u"lock_timeout"_s), u"3s"_s);
        QVERIFY(!meta.value(u"lost"_s)->has_value());
        QVERIFY(meta.value(u"before"_s)->has_value());
    }

    void readOnlyConnection_staysSo()
    {
        auto reader = TestDatabases::open(m_database->spec(), DatabaseMode::ReadOnly);
        endSession(*m_administrator, backendOf(*reader));
        QVERIFY(!reader->run(u"SELECT 1"_s));
        const auto written = MetaStore(*reader).setValue(u"a"_s, u"b"_s);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Kind::ReadOnly);
        QVERIFY(MetaStore(*reader).value(u"a"_s));
    }

    void openTransaction_isLostAndNotContinued()
    {
        MetaStore meta(*m_database);
        {
            auto transaction = Transaction::begin(*m_database);
            QVERIFY(transaction);
            QVERIFY(meta.setValue(u"first"_s, u"1"_s));
            endSession(*m_administrator, backendOf(*m_database));
            QVERIFY(!meta.setValue(u"second"_s, u"1"_s));
            const auto third = meta.setValue(u"third"_s, u"1"_s);
            QVERIFY(!third);
            QCOMPARE(third.error().kind, Kind::Unavailable);
            QVERIFY(!transaction->commit());
        }
        QVERIFY(!m_database->inTransaction());
        auto next = Transaction::begin(*m_database);
        QVERIFY(next);
        QVERIFY(meta.setValue(u"fourth"_s, u"1"_s));
        QVERIFY(next->commit());
        for (const QString &name : {u"first"_s, u"second"_s, u"third"_s}) {
            QVERIFY2(!meta.value(name)->has_value(), qPrintable(name));
        }
        QVERIFY(meta.value(u"fourth"_s)->has_value());
    }

    void commitOnALostConnection_isAnError()
    {
        MetaStore meta(*m_database);
        {
            auto transaction = Transaction::begin(*m_database);
            QVERIFY(meta.setValue(u"first"_s, u"1"_s));
            endSession(*m_administrator, backendOf(*m_database));
            const auto committed = transaction->commit();
            QVERIFY(!committed);
            QCOMPARE(committed.error().kind, Kind::Unavailable);
        }
        const auto kept = meta.value(u"first"_s);
        QVERIFY(kept && !kept->has_value());
    }

    void commitAfterAFailedStatement_isAnError()
    {
        MetaStore meta(*m_database);
        auto transaction = Transaction::begin(*m_database);
        QVERIFY(meta.setValue(u"first"_s, u"1"_s));
        QVERIFY(!m_database->run(u"SELECT * FROM no_such_table"_s));
        QVERIFY(!transaction->commit()); // PostgreSQL answers COMMIT with ROLLBACK and no error
        QVERIFY(!m_database->inTransaction());
        QVERIFY(!meta.value(u"first"_s)->has_value());
    }

    void answerCutOff_isNoShortAnswer()
    {
        const int backend = backendOf(*m_database);
        auto rows = m_database->run(u"SELECT repeat('x', 1000) FROM generate_series(1, 50000)"_s);
        QVERIFY(rows);
        endSession(*m_administrator, backend);
        int count = 0;
        while (rows->next()) {
            ++count;
        }
        QCOMPARE(count, 50000);
    }

    void rowsOfTheLostConnection_keepItUntilTheyAreRead()
    {
        auto rows =
            std::make_unique<Rows>(std::move(*m_database->run(u"SELECT generate_series(1, ?)"_s, {9})));
        endSession(*m_administrator, backendOf(*m_database));
        QVERIFY(!m_database->run(u"SELECT 1"_s));
        QVERIFY(!m_database->run(u"SELECT 1"_s));
        int count = 0;
        while (rows->next()) {
            ++count;
        }
        QCOMPARE(count, 9);
        rows.reset();
        QVERIFY(m_database->run(u"SELECT generate_series(1, ?)"_s, {9}));
    }

    void newConnection_holdsTheSeatAgain()
    {
        const Seat seat = newSeat();
        QVERIFY(holdSeat(*m_database, seat));
        endSession(*m_administrator, backendOf(*m_database));
        QVERIFY(!*seatIsAlive(*m_administrator, seat.boot));
        QVERIFY(!m_database->run(u"SELECT 1"_s));
        QVERIFY(m_database->run(u"SELECT 1"_s));
        QVERIFY(*seatIsAlive(*m_administrator, seat.boot));
        QVERIFY(!holdSeat(*m_administrator, seat));
    }

    void takenSeat_leavesTheConnectionLost()
    {
        const Seat seat = newSeat();
        QVERIFY(holdSeat(*m_database, seat));
        endSession(*m_administrator, backendOf(*m_database));
        QVERIFY(holdSeat(*m_administrator, seat));
        QVERIFY(!m_database->run(u"SELECT 1"_s));
        const auto refused = m_database->run(u"SELECT 1"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::Busy);
        QCOMPARE(m_database->reconnects(), 0);
        QVERIFY(!m_database->run(u"SELECT 1"_s)); // nor does the next statement go past it
        m_administrator.reset();
        QTRY_VERIFY_WITH_TIMEOUT(m_database->run(u"SELECT 1"_s).ok(), 20'000);
    }

    /// The network breaks while the server is at work: it does not notice, and would go on holding the seat.
    void sessionThatTheServerKeeps_endsBeforeTheNextBegins()
    {
        const QSet<int> before = openSockets();
        auto cutOff = TestDatabases::open(m_database->spec());
        const QSet<int> made = openSockets() - before;
        QCOMPARE(made.size(), 1);
        const Seat seat = newSeat();
        QVERIFY(holdSeat(*cutOff, seat));
        const int first = backendOf(*cutOff);
        QVERIFY(cutOff->run(u"SET statement_timeout = 0"_s));
        std::thread network([spec = m_database->spec(), first, socket = *made.begin()] {
            const auto watcher = TestDatabases::open(spec);
            const QString asleep =
                u"SELECT 1 FROM pg_stat_activity WHERE pid = ? AND wait_event = 'PgSleep'"_s;
            while (watcher->first(asleep, {first})->isEmpty()) {
                std::this_thread::yield();
            }
            shutdown(socket, SHUT_RDWR);
        });
        const auto endless = cutOff->run(u"SELECT pg_sleep(3600)"_s);
        network.join();
        QVERIFY(!endless);
        QCOMPARE(endless.error().kind, Kind::Unavailable);
        QVERIFY(*seatIsAlive(*m_administrator, seat.boot)); // by the session that nobody hears any more

        QVERIFY(cutOff->run(u"SELECT 1"_s));
        const auto old = m_administrator->first(u"SELECT 1 FROM pg_stat_activity WHERE pid = ?"_s, {first});
        QVERIFY(old && old->isEmpty());
        QVERIFY(*seatIsAlive(*m_administrator, seat.boot));
    }

private:
    static Seat newSeat() { return {u"PC-1"_s, newUuid(), 0}; }

    TestDatabases m_databases;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Database> m_administrator;
};

QTEST_GUILESS_MAIN(TestConnection)
#include "test_connection.moc"
