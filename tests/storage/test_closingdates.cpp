#include "core/domain/closingdate.h"
#include "core/storage/closingdates.h"
#include "tests/storage/testdatabase.h"

#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;

/// 締め日: which day is the next one, and the shop's table of them.
class TestClosingDates : public QObject
{
    Q_OBJECT

private slots:
    void nextClosingDate_isNotBeforeToday_data()
    {
        QTest::addColumn<int>("day");
        QTest::addColumn<QDate>("today");
        QTest::addColumn<QDate>("next");
        QTest::newRow("later this month") << 15 << QDate(2020, 12, 3) << QDate(2020, 12, 15);
        QTest::newRow("today") << 15 << QDate(2020, 12, 15) << QDate(2020, 12, 15);
        QTest::newRow("over") << 15 << QDate(2020, 12, 16) << QDate(2021, 1, 15);
        QTest::newRow("last day") << LastDayOfMonth << QDate(2020, 11, 2) << QDate(2020, 11, 30);
        QTest::newRow("last day is today") << LastDayOfMonth << QDate(2020, 2, 29) << QDate(2020, 2, 29);
        QTest::newRow("a day that February lacks") << 30 << QDate(2021, 2, 1) << QDate(2021, 2, 28);
        QTest::newRow("and had") << 30 << QDate(2021, 3, 1) << QDate(2021, 3, 30);
        QTest::newRow("from the 31st into a short month") << 30 << QDate(2021, 1, 31) << QDate(2021, 2, 28);
    }
    void nextClosingDate_isNotBeforeToday()
    {
        QFETCH(int, day);
        QFETCH(QDate, today);
        QFETCH(QDate, next);
        QCOMPARE(nextClosingDate(day, today), next);
    }

    void dates_areTheOnesGivenLast_data() { TestDatabases::addDialects(); }
    void dates_areTheOnesGivenLast()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        ClosingDates dates(*database);
        QVERIFY(dates.all()->isEmpty());
        const QList<ClosingDate> first{{u"三井住友カード"_s, 15, u"翌月10日払い"_s}, {u"JCB"_s, 31, {}}};
        QVERIFY(dates.replaceAll(first));
        const auto reader = TestDatabases::open(database->spec(), DatabaseMode::ReadOnly);
        QCOMPARE(*ClosingDates(*reader).all(), first);
        const QList<ClosingDate> second{{u"JCB"_s, 31, {}}, {u"JCB"_s, 10, u"法人"_s}, {u"楽天"_s, 1, {}}};
        QVERIFY(dates.replaceAll(second));
        QCOMPARE(*dates.all(), second);
        QVERIFY(dates.replaceAll({}));
        QVERIFY(dates.all()->isEmpty());
    }

    void unsoundDates_areRefusedAndChangeNothing_data() { TestDatabases::addDialects(); }
    void unsoundDates_areRefusedAndChangeNothing()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        ClosingDates dates(*database);
        const ClosingDate sound{u"JCB"_s, 15, {}};
        QVERIFY(dates.replaceAll({sound}));
        const QString tooLong(ClosingDates::TextMaximum + 1, u'名');
        for (const ClosingDate &unsound :
             {ClosingDate{u" "_s, 15, {}}, ClosingDate{u"JCB"_s, 0, {}}, ClosingDate{u"JCB"_s, 32, {}},
              ClosingDate{tooLong, 15, {}}, ClosingDate{u"JCB"_s, 15, tooLong}}) {
            const auto refused = dates.replaceAll({sound, unsound});
            QVERIFY(!refused);
            QVERIFY(!refused.error().message.isEmpty());
        }
        QVERIFY(!dates.replaceAll(QList<ClosingDate>(ClosingDates::CountMaximum + 1, sound)));
        QCOMPARE(*dates.all(), QList<ClosingDate>{sound});
    }

private:
    TestDatabases m_databases;
};

QTEST_GUILESS_MAIN(TestClosingDates)
#include "test_closingdates.moc"
