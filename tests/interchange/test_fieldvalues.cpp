#include "core/base/japantime.h"
#include "core/interchange/fieldvalues.h"

#include <QTest>

using namespace kessai;

class FieldValuesTest : public QObject
{
    Q_OBJECT

private slots:
    void money_isReadStrictly_data();
    void money_isReadStrictly();
    void dates_areReadStrictly_data();
    void dates_areReadStrictly();
    void ids_startAtOne();
};

void FieldValuesTest::money_isReadStrictly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("readable");
    QTest::addColumn<qint64>("yen");
    QTest::newRow("decimals") << QByteArray("3200.00") << true << qint64(3200);
    QTest::newRow("whole") << QByteArray("3200") << true << qint64(3200);
    QTest::newRow("zero") << QByteArray("0.00") << true << qint64(0);
    QTest::newRow("negative") << QByteArray("-100.00") << true << qint64(-100);
    QTest::newRow("largest") << QByteArray("999999999999") << true << qint64(999'999'999'999);
    for (const char *wrong :
         {"", "-", ".", ".00", "3200.", "3200.50", "3200.0x", "3,200", "+5", " 5", "5 ", "1e3", "--5",
          "1000000000000", "99999999999999999999", "0x10", "3200.00.00", "\xEF\xBC\x95", "NaN"}) {
        QTest::newRow(wrong) << QByteArray(wrong) << false << qint64(0);
    }
}

void FieldValuesTest::money_isReadStrictly()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, readable);
    QFETCH(qint64, yen);
    const std::optional<Yen> read = yenFromDecimal(text);
    QCOMPARE(read.has_value(), readable);
    QCOMPARE(read.value_or(Yen{}).value, yen);
}

void FieldValuesTest::dates_areReadStrictly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("japanTime");
    const auto right = [](const char *text, const char *expected) {
        QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(expected);
    };
    right("2020-12-03 13:21:23", "2020-12-03T13:21:23+09:00");
    right("2020/12/03 13:21:23", "2020-12-03T13:21:23+09:00");
    right("2020/12/3 9:05", "2020-12-03T09:05:00+09:00");
    right("2020-12-03 13:21:23.456789", "2020-12-03T13:21:23+09:00");
    right("2020-12-03", "2020-12-03T00:00:00+09:00");
    right("2024-02-29 00:00:00", "2024-02-29T00:00:00+09:00");
    for (const char *wrong : {"",
                              "2021-02-29 00:00:00",
                              "2020-13-01",
                              "2020-00-10",
                              "0000-00-00 00:00:00",
                              "2020-12-03 24:00:00",
                              "2020-12-03 13:60:00",
                              "2020-12-03 13:21:61",
                              "2020-12/03",
                              "20-12-03",
                              "2020-12-03T13:21:23",
                              "2020-12-03 13:21:23 ",
                              "2020-12-03 ",
                              "2020-12-03 13",
                              "2020-12-03 13:21:23.",
                              "12/03/2020",
                              "1899-12-31",
                              "2020-12-003",
                              "yesterday",
                              "44168.5"}) {
        QTest::newRow(*wrong ? wrong : "nothing") << QByteArray(wrong) << QString();
    }
}

void FieldValuesTest::dates_areReadStrictly()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, japanTime);
    const std::optional<QDateTime> read = instantFromText(text);
    QCOMPARE(read ? japantime::toIsoText(*read) : QString(), japanTime);
    QCOMPARE(dayFromText(text).has_value(), read.has_value());
}

void FieldValuesTest::ids_startAtOne()
{
    QCOMPARE(positiveId("272"), std::optional<qint64>(272));
    for (const char *wrong : {"", "0", "-1", "1.5", "abc", "9999999999999999999", "272-1", " 272"}) {
        QVERIFY2(!positiveId(wrong), wrong);
    }
}

QTEST_GUILESS_MAIN(FieldValuesTest)
#include "test_fieldvalues.moc"
