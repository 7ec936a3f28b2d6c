#include "core/storage/backup.h"
#include "core/storage/databaseerrors.h"
#include "core/storage/databasefaults.h"
#include "core/storage/diskspace.h"
#include "core/storage/orderimportstore.h"
#include "core/storage/orderrepository.h"
#include "core/storage/runstore.h"
#include "tests/storage/testdatabase.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;
using Kind = StorageError::Kind;
using seams::CommitFault;

namespace {

/// Two orders in one transaction.
StorageResult<Nothing> importTwo(Database &database)
{
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const auto applied = OrderImportStore(database).applyAll({sampleOrder(1), sampleOrder(2)},
                                                             OrderImportStore::allFields(), false);
    return applied ? transaction->commit() : failure(applied.error());
}

qint64 countOf(Database &database, const QString &table)
{
    const auto row = database.first(u"SELECT count(*) FROM "_s + table);
    return row ? row->value(0).toLongLong() : -1;
}

} // namespace

class TestFaults : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { seams::failDatabaseCall(0); }

    void eachCallThatFails_leavesNothingBehind_data() { TestDatabases::addDialects(); }
    void eachCallThatFails_leavesNothingBehind()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        qint64 failing = 0;
        bool imported = false;
        while (!imported) {
            QVERIFY(failing < 100);
            seams::failDatabaseCall(++failing);
            imported = bool(importTwo(*database));
            seams::failDatabaseCall(0);
            for (const QString &table : {u"orders"_s, u"order_item"_s, u"shipment"_s, u"order_import"_s}) {
                QCOMPARE(countOf(*database, table), imported ? 2 : 0);
            }
        }
        QVERIFY(failing > 4); // begin, the question, the rows and the commit
    }

    void lostCommit_isAnErrorAndAllIsWritten_data() { TestDatabases::addDialects(); }
    void lostCommit_isAnErrorAndAllIsWritten()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto probe = m_databases.fresh(dialect);
        seams::failDatabaseCall(0);
        QVERIFY(importTwo(*probe));
        const qint64 commit = seams::databaseCalls();
        const auto database = m_databases.fresh(dialect);
        seams::failDatabaseCall(commit, CommitFault::After);
        QVERIFY(!importTwo(*database));
        seams::failDatabaseCall(0);
        QCOMPARE(countOf(*database, u"orders"_s), 2);
        QVERIFY(!database->inTransaction());
    }

    void nativeCode_hasItsKind_data()
    {
        QTest::addColumn<DatabaseSpec::Dialect>("dialect");
        QTest::addColumn<QString>("code");
        QTest::addColumn<StorageError::Kind>("kind");
        constexpr auto sqlite = DatabaseSpec::Dialect::Sqlite;
        constexpr auto postgresql = DatabaseSpec::Dialect::Postgresql;
        const QList<std::tuple<DatabaseSpec::Dialect, const char *, Kind>> rows{
            {sqlite, "5", Kind::Busy},
            {sqlite, "261", Kind::Busy},
            {sqlite, "517", Kind::StaleSnapshot},
            {sqlite, "2067", Kind::Unique},
            {sqlite, "1555", Kind::Unique},
            {sqlite, "19", Kind::Other},
            {sqlite, "13", Kind::Full},
            {sqlite, "778", Kind::Full},
            {sqlite, "8", Kind::ReadOnly},
            {sqlite, "1032", Kind::ReadOnly},
            {sqlite, "11", Kind::Corrupt},
            {sqlite, "26", Kind::Corrupt},
            {sqlite, "14", Kind::Unavailable},
            {sqlite, "9", Kind::Interrupted},
            {postgresql, "23505", Kind::Unique},
            {postgresql, "55P03", Kind::Busy},
            {postgresql, "40001", Kind::StaleSnapshot},
            {postgresql, "53100", Kind::Full},
            {postgresql, "25006", Kind::ReadOnly},
            {postgresql, "57014", Kind::Interrupted},
            {postgresql, "57P01", Kind::Unavailable},
            {postgresql, "08006", Kind::Unavailable},
            {postgresql, "28P01", Kind::Unavailable},
            {postgresql, "", Kind::Unavailable},
            {postgresql, "XX001", Kind::Corrupt},
            {postgresql, "22001", Kind::Other},
        };
        for (const auto &[dialect, code, kind] : rows) {
            QTest::addRow("%d %s", int(dialect), code) << dialect << QString::fromLatin1(code) << kind;
        }
    }
    void nativeCode_hasItsKind()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        QFETCH(QString, code);
        QFETCH(StorageError::Kind, kind);
        QCOMPARE(kindOfNativeCode(dialect, code), kind);
    }

    void rowOfAnOrderTwice_isUniqueInWords_data() { TestDatabases::addDialects(); }
    void rowOfAnOrderTwice_isUniqueInWords()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        const auto twice = OrderImportStore(*database).applyAll({sampleOrder(1), sampleOrder(1)},
                                                                OrderImportStore::allFields(), false);
        QVERIFY(!twice);
        QCOMPARE(twice.error().kind, Kind::Unique);
    }

    void run_keepsItsStateAndReason_data() { TestDatabases::addDialects(); }
    void run_keepsItsStateAndReason()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        RunStore runs(*database);
        const QDateTime now = QDateTime::fromSecsSinceEpoch(1'606'968'000, Qt::UTC);
        RunStore::Run run;
        run.id = {u"run-1"_s};
        run.askedBy = u"佐藤"_s;
        run.askedAt = now;
        QVERIFY(runs.create(run));
        run.id = {u"run-2"_s};
        run.askedAt = now.addSecs(1);
        QVERIFY(runs.create(run));
        QCOMPARE(runs.all()->first().id.value, u"run-2"_s);
        QVERIFY(runs.setState(run.id, RunStore::State::Paused, u"停止しました"_s, now));
        const auto paused = **runs.byId(run.id);
        QVERIFY(paused.state == RunStore::State::Paused && !paused.finishedAt);
        QCOMPARE(paused.reason, u"停止しました"_s);
        QVERIFY(runs.setState(run.id, RunStore::State::Finished, QString(), now.addSecs(5)));
        QVERIFY(runs.setSwept(run.id, now.addSecs(6)));
        const auto finished = **runs.byId(run.id);
        QVERIFY(finished.state == RunStore::State::Finished);
        QCOMPARE(*finished.finishedAt, now.addSecs(5));
        QCOMPARE(*finished.sweptAt, now.addSecs(6));
        QVERIFY(!*runs.byId({u"run-3"_s}));
        QVERIFY(runs.unswept(now.addSecs(9))->isEmpty());
        QVERIFY(runs.setState({u"run-1"_s}, RunStore::State::Finished, QString(), now.addSecs(7)));
        QVERIFY(runs.unswept(now.addSecs(6))->isEmpty());
        QCOMPARE(runs.unswept(now.addSecs(7))->size(), 1);
    }

    void dailyBackup_isOneADayAndKeepsTheLast()
    {
        const auto database = m_databases.fresh(DatabaseSpec::Dialect::Sqlite);
        QTemporaryDir folder;
        const QDateTime first = QDateTime::fromSecsSinceEpoch(1'606'968'000, Qt::UTC);
        for (int day = 0; day < 5; ++day) {
            for (int again = 0; again < 2; ++again) {
                QVERIFY(dailyBackup(*database, folder.path(), first.addDays(day).addSecs(again), 3));
            }
        }
        const QStringList files = QDir(folder.path()).entryList(QDir::Files, QDir::Name);
        QVERIFY2(files.size() == 3, qPrintable(files.join(u' ')));
        QVERIFY2(files.last().contains(u"1207"_s) || files.last().contains(u"12-07"_s),
                 qPrintable(files.last()));
    }

    void backup_isMadeFromAReadOnlyConnection()
    {
        const auto writer = m_databases.fresh(DatabaseSpec::Dialect::Sqlite);
        QVERIFY(importTwo(*writer));
        const auto reader = TestDatabases::open(writer->spec(), DatabaseMode::ReadOnly);
        const QString file = writer->spec().sqliteFile + u".backup"_s;
        const auto made = backupTo(*reader, file);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        DatabaseSpec copied;
        copied.sqliteFile = file;
        QCOMPARE(countOf(*TestDatabases::open(copied, DatabaseMode::ReadOnly), u"orders"_s), 2);
        QVERIFY(!reader->run(u"DELETE FROM orders"_s));
        QCOMPARE(reader->first(u"PRAGMA query_only"_s)->value(0).toInt(), 1);
    }

    void newestGoodBackup_isNoBrokenOne()
    {
        const auto database = m_databases.fresh(DatabaseSpec::Dialect::Sqlite);
        QTemporaryDir folder;
        QCOMPARE(newestGoodBackup(folder.path()), QString());
        const QDateTime day = QDateTime::fromSecsSinceEpoch(1'606'968'000, Qt::UTC);
        const auto good = dailyBackup(*database, folder.path(), day);
        const auto broken = dailyBackup(*database, folder.path(), day.addDays(1));
        QVERIFY(good && broken);
        QFile file(*broken);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(
            file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(60), QFileDevice::FileModificationTime));
        QCOMPARE(newestGoodBackup(folder.path()), *broken);
        QVERIFY(file.resize(2048));
        QVERIFY(
            file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(60), QFileDevice::FileModificationTime));
        QCOMPARE(newestGoodBackup(folder.path()), *good);
    }

    void diskWithLittleRoom_isToldInWords()
    {
        const auto database = m_databases.fresh(DatabaseSpec::Dialect::Sqlite);
        QVERIFY(!diskNearlyFull(database->spec(), 1));
        const auto full = diskNearlyFull(database->spec(), std::numeric_limits<qint64>::max());
        QVERIFY(full);
        QCOMPARE(full->kind, Kind::Full);
        QVERIFY(full->message.contains(database->spec().sqliteFile));
        qputenv("KESSAI_FREE_DISK_BYTES", QByteArray::number(DiskReserveBytes - 1));
        QVERIFY(diskNearlyFull(database->spec()));
        qputenv("KESSAI_FREE_DISK_BYTES", QByteArray::number(DiskReserveBytes));
        QVERIFY(!diskNearlyFull(database->spec()));
        qunsetenv("KESSAI_FREE_DISK_BYTES");
        QVERIFY(!diskNearlyFull(m_databases.newSpec(DatabaseSpec::Dialect::Postgresql), 1LL << 62));
    }

private:
    TestDatabases m_databases;
};

QTEST_GUILESS_MAIN(TestFaults)
#include "test_faults.moc"
