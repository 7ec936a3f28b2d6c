#include "core/storage/idlist.h"
#include "tests/storage/testdatabase.h"

#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;

/// Statements whose many rows are only read.
class TestManyRows : public QObject
{
    Q_OBJECT

private slots:
    void words_areTheTextsOfTheirRows_data() { TestDatabases::addDialects(); }
    void words_areTheTextsOfTheirRows()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        QVERIFY(database->run(u"CREATE TABLE thing (id BIGINT, name TEXT)"_s).ok());
        const QVariantList names{u"髙橋 𠮷野 'a'"_s, QVariant(), u"同じ"_s, u"同じ"_s,
                                 u"違う"_s,          u""_s,      u"違う"_s};
        for (qsizetype at = 0; at < names.size(); ++at) {
            QVERIFY(database->run(u"INSERT INTO thing VALUES (?,?)"_s, {qint64(at), names[at]}).ok());
        }
        Rows::Word word; // kept from one execution to the next
        for (const qint64 from : {0, 3, 9}) {
            QStringList read;
            const auto done = database->forEachRow(u"SELECT name FROM thing WHERE id >= ? ORDER BY id"_s,
                                                   {from}, [&](const Rows &row) {
                                                       QCOMPARE(row.word(0, word), row.text(0));
                                                       read.append(word.text);
                                                   });
            QVERIFY(done);
            QCOMPARE(read, QVariant(names.mid(from)).toStringList());
        }
    }

    void idList_givesEachIdItsPlace_data() { TestDatabases::addDialects(); }
    void idList_givesEachIdItsPlace()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        const QString select = u"SELECT id, position FROM %1 ORDER BY position"_s.arg(wantedIds(dialect));
        for (const QList<qint64> &ids : {QList<qint64>{7, -2, 7, 9'000'000'000'000}, QList<qint64>{}}) {
            QList<qint64> read;
            QVERIFY(database->forEachRow(select, {idList(dialect, ids)}, [&](const Rows &row) {
                QCOMPARE(row.number(1), read.size());
                read.append(row.number(0));
            }));
            QCOMPARE(read, ids);
        }
    }

    void interruptedRows_areAFailureNotAShortAnswer()
    {
        const auto database = m_databases.fresh(DatabaseSpec::Dialect::Sqlite);
        const QString select = u"WITH RECURSIVE given(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM given "
                               "WHERE n < ?) SELECT n FROM given"_s;
        qint64 rows = 0;
        const auto read = database->forEachRow(select, {qint64(1'000'000)}, [&](const Rows &) {
            if (++rows == 10) {
                database->interrupt();
            }
        });
        QVERIFY(!read);
        QCOMPARE(read.error().kind, StorageError::Kind::Interrupted);
        QVERIFY(rows < 1'000'000);
        database->clearInterrupt();
        rows = 0;
        QVERIFY(database->forEachRow(select, {qint64(1'000)}, [&](const Rows &) { ++rows; }));
        QCOMPARE(rows, 1'000);
    }

private:
    TestDatabases m_databases;
};

QTEST_GUILESS_MAIN(TestManyRows)
#include "test_manyrows.moc"
