#include "tests/storage/testdatabase.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;

/// Statements, their values and their rows, the same on both engines.
class TestRows : public QObject
{
    Q_OBJECT

private slots:
    void values_comeBackAsTheyWent_data() { TestDatabases::addDialects(); }
    void values_comeBackAsTheyWent();
    void rowsAreOver_afterTheLast_data() { TestDatabases::addDialects(); }
    void rowsAreOver_afterTheLast();
    void changedRows_areCounted_data() { TestDatabases::addDialects(); }
    void changedRows_areCounted();
    void sameStatement_canBeNested_data() { TestDatabases::addDialects(); }
    void sameStatement_canBeNested();
    void statementAfterAFailure_startsAnew();
    void secondStatementInOneText_isRefused();
    void tooFewOrTooManyValues_areAnError_data() { TestDatabases::addDialects(); }
    void tooFewOrTooManyValues_areAnError();
    void blobsAndNumbers_keepTheirTypeInSqlite();

private:
    /// A table `value` with the texts a, b, c.
    std::unique_ptr<Database> withThreeRows(DatabaseSpec::Dialect dialect)
    {
        auto database = m_databases.fresh(dialect);
        const bool made = database->run(u"CREATE TABLE value (id BIGINT PRIMARY KEY, text TEXT)"_s).ok() &&
                          database->run(u"INSERT INTO value VALUES (1, 'a'), (2, 'b'), (3, 'c')"_s).ok();
        return made ? std::move(database) : nullptr;
    }

    TestDatabases m_databases;
};

void TestRows::values_comeBackAsTheyWent()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    const auto database = m_databases.fresh(dialect);
    QVERIFY(database->run(u"CREATE TABLE value (id BIGINT, text TEXT, other TEXT, number BIGINT)"_s));
    const QString text = u"髙橋①\"\\' 😀"_s;
    const qint64 large = std::numeric_limits<qint64>::max();
    QVERIFY(database->run(u"INSERT INTO value VALUES (?, ?, ?, ?)"_s, {large, text, QString(), QVariant()}));
    auto rows = database->run(u"SELECT id, text, other, number, '12' FROM value WHERE id = ?"_s, {large});
    QVERIFY(rows && rows->next());
    QCOMPARE(rows->number(0), large);
    QCOMPARE(rows->text(0), QString::number(large));
    QCOMPARE(rows->text(1), text);
    QVERIFY(!rows->isNull(2)); // a null QString is the empty text
    QCOMPARE(rows->text(2), QString());
    QVERIFY(rows->isNull(3));
    QCOMPARE(rows->number(3), 0);
    QVERIFY(!rows->optionalNumber(3));
    QCOMPARE(rows->number(4), 12);
    QCOMPARE(rows->values().size(), 5);
}

void TestRows::rowsAreOver_afterTheLast()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    const auto database = withThreeRows(dialect);
    QVERIFY(database);
    auto rows = database->run(u"SELECT text FROM value WHERE id > ? ORDER BY id"_s, {1});
    QVERIFY(rows);
    QVERIFY(rows->next());
    QVERIFY(rows->next());
    QCOMPARE(rows->text(0), u"c"_s);
    QVERIFY(!rows->next());
    QVERIFY(!rows->next()); // not from the beginning again
    QVERIFY(!rows->lastError().isValid());
}

void TestRows::changedRows_areCounted()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    const auto database = withThreeRows(dialect);
    QVERIFY(database);
    QCOMPARE(database->run(u"UPDATE value SET text = ? WHERE id > ?"_s, {u"x"_s, 1})->changed(), 2);
    QCOMPARE(database->run(u"UPDATE value SET text = ? WHERE id > ?"_s, {u"x"_s, 7})->changed(), 0);
    QCOMPARE(database->first(u"SELECT count(*) FROM value WHERE text = 'x'"_s)->first().toLongLong(), 2);
}

void TestRows::sameStatement_canBeNested()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    const auto database = withThreeRows(dialect);
    QVERIFY(database);
    const QString select = u"SELECT id FROM value WHERE id >= ? ORDER BY id"_s;
    int pairs = 0;
    const auto outer = database->forEachRow(select, {1}, [&](const Rows &row) {
        const auto inner = database->forEachRow(select, {row.number(0)}, [&](const Rows &) { ++pairs; });
        QVERIFY(inner);
    });
    QVERIFY(outer);
    QCOMPARE(pairs, 3 + 2 + 1);
}

void TestRows::statementAfterAFailure_startsAnew()
{
    const auto database = withThreeRows(DatabaseSpec::Dialect::Sqlite);
    QVERIFY(database);
    const QString insert = u"INSERT INTO value VALUES (?, ?)"_s;
    const auto twice = database->run(insert, {3, u"again"_s});
    QVERIFY(!twice);
    QCOMPARE(twice.error().kind, StorageError::Kind::Unique);
    QVERIFY(database->run(insert, {4, u"d"_s}));
    QCOMPARE(database->first(u"SELECT text FROM value WHERE id = 4"_s)->first().toString(), u"d"_s);
}

void TestRows::secondStatementInOneText_isRefused()
{
    const auto database = withThreeRows(DatabaseSpec::Dialect::Sqlite);
    QVERIFY(database);
    QVERIFY(!database->run(u"DELETE FROM value WHERE id = 1; DELETE FROM value"_s));
    QCOMPARE(database->first(u"SELECT count(*) FROM value"_s)->first().toLongLong(), 3);
    QVERIFY(database->run(u"DELETE FROM value WHERE id = 1;\n "_s));
    QCOMPARE(database->first(u"SELECT count(*) FROM value"_s)->first().toLongLong(), 2);
}

/// A value that was forgotten must not become NULL.
void TestRows::tooFewOrTooManyValues_areAnError()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    const auto database = withThreeRows(dialect);
    const QString insert = u"INSERT INTO value (id, text) VALUES (?, ?)"_s;
    for (const QVariantList &values : {QVariantList{4}, QVariantList{4, u"d"_s, u"e"_s}}) {
        const auto inserted = database->run(insert, values);
        QVERIFY(!inserted);
        QCOMPARE(inserted.error().kind, StorageError::Kind::Other);
        const bool tells = inserted.error().message.contains(insert);
        QVERIFY2(tells || dialect == DatabaseSpec::Dialect::Postgresql, qPrintable(inserted.error().message));
    }
    QCOMPARE(database->first(u"SELECT count(*) FROM value"_s)->value(0).toInt(), 3);
    QVERIFY(database->run(insert, {4, u"d"_s})); // the statement is of use again
}

void TestRows::blobsAndNumbers_keepTheirTypeInSqlite()
{
    const auto database = m_databases.fresh(DatabaseSpec::Dialect::Sqlite);
    const QByteArray bytes("a\0b", 3);
    const auto row = database->first(u"SELECT ?, ?, ?, ?"_s, {bytes, 1.5, true, QVariant()});
    QVERIFY(row);
    QCOMPARE(row->at(0).toByteArray(), bytes);
    QCOMPARE(row->at(1).toDouble(), 1.5);
    QCOMPARE(row->at(2).toLongLong(), 1);
    QVERIFY(row->at(3).isNull());
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestRows)
#include "test_rows.moc"
