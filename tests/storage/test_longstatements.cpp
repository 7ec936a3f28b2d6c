#include "tests/storage/testdatabase.h"

#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;

/// A statement that names thousands of orders is never asked again: its text and its plan are not kept.
class TestLongStatements : public QObject
{
    Q_OBJECT

private slots:
    void longStatement_isNotKeptByTheServer()
    {
        const auto database = m_databases.fresh(DatabaseSpec::Dialect::Postgresql);
        QStringList ids;
        for (int id = 0; id < 5'000; ++id) {
            ids.append(QString::number(id));
            if (id % 1'000 == 999) {
                const QString sql =
                    u"SELECT count(*) FROM orders WHERE id IN (%1) AND status = ?"_s.arg(ids.join(u','));
                QCOMPARE(database->first(sql, {qint64(1)})->first().toLongLong(), 0);
            }
        }
        const auto kept = database->first(
            u"SELECT count(*), max(length(statement)) FROM pg_prepared_statements WHERE length(statement) > "
            "4100"_s);
        QCOMPARE(kept->first().toLongLong(), 0);
    }

private:
    TestDatabases m_databases;
};

QTEST_GUILESS_MAIN(TestLongStatements)
#include "test_longstatements.moc"
