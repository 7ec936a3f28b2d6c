#include "core/storage/fastrows.h"
#include "core/storage/idlist.h"
#include "tests/storage/testdatabase.h"

#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;

/// Rows past QtSql are the same rows.
class TestFastRows : public QObject
{
    Q_OBJECT

private slots:
    void rows_areThoseOfQtSql_data() { TestDatabases::addDialects(); }
    void rows_areThoseOfQtSql()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        QVERIFY(database->run(u"CREATE TABLE thing (id BIGINT, name TEXT, amount BIGINT)"_s).ok());
        const QList<QVariantList> things{{qint64(1), u"髙橋 𠮷野 'a'"_s, qint64(-5)},
                                         {qint64(2), QVariant(), QVariant()},
                                         {qint64(3), u""_s, qint64(9'000'000'000'000)},
                                         {qint64(4), u"同じ"_s, qint64(0)},
                                         {qint64(5), u"同じ"_s, qint64(0)},
                                         {qint64(6), u"違う"_s, qint64(0)}};
        for (const QVariantList &thing : things) {
            QVERIFY(database->run(u"INSERT INTO thing VALUES (?,?,?)"_s, thing).ok());
        }
        FastStatement statement(*database, u"SELECT id, name, amount FROM thing WHERE id >= ? ORDER BY id"_s);
        for (const qint64 from : {1, 4, 9}) { // the same statement again and again
            QList<QVariantList> read;
            FastRow::Word word;
            const auto done = statement.forEachRow({from}, [&](const FastRow &row) {
                QCOMPARE(row.word(1, word), row.text(1));
                read.append({row.number(0), row.isNull(1) ? QVariant() : QVariant(row.text(1)),
                             row.isNull(2) ? QVariant() : QVariant(row.number(2))});
            });
            QVERIFY(done);
            QCOMPARE(read, things.mid(from - 1));
        }
    }

    void idList_givesEachIdItsPlace_data() { TestDatabases::addDialects(); }
    void idList_givesEachIdItsPlace()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        FastStatement statement(*database,
                                u"SELECT id, position FROM %1 ORDER BY position"_s.arg(wantedIds(dialect)));
        for (const QList<qint64> &ids : {QList<qint64>{7, -2, 7, 9'000'000'000'000}, QList<qint64>{}}) {
            QList<qint64> read;
            QVERIFY(statement.forEachRow({idList(dialect, ids)}, [&](const FastRow &row) {
                QCOMPARE(row.number(1), read.size());
                read.append(row.number(0));
            }));
            QCOMPARE(read, ids);
        }
    }

    void statementThatIsWrong_isAFailure_data() { TestDatabases::addDialects(); }
    void statementThatIsWrong_isAFailure()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        FastStatement statement(*database, u"SELECT nothing FROM nowhere WHERE id = ?"_s);
        QVERIFY(!statement.forEachRow({1}, [](const FastRow &) {}));
    }

    void interruptedRows_areAFailureNotAShortAnswer()
    {
        const auto database = m_databases.fresh(DatabaseSpec::Dialect::Sqlite);
        FastStatement statement(*database,
                                u"WITH RECURSIVE given(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM "
                                "given WHERE n < ?) SELECT n FROM given"_s);
        qint64 rows = 0;
        const auto read = statement.forEachRow({qint64(1'000'000)}, [&](const FastRow &) {
            if (++rows == 10) {
                database->interrupt();
            }
        });
        QVERIFY(!read);
        QCOMPARE(read.error().kind, StorageError::Kind::Interrupted);
        QVERIFY(rows < 1'000'000);
        database->clearInterrupt();
        rows = 0;
        QVERIFY(statement.forEachRow({qint64(1'000)}, [&](const FastRow &) { ++rows; }));
        QCOMPARE(rows, 1'000);
    }

private:
    TestDatabases m_databases;
};

QTEST_GUILESS_MAIN(TestFastRows)
#include "test_fastrows.moc"
