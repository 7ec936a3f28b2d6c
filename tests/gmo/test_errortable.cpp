#include "core/gmo/errortable.h"

#include <QFile>
#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;

class TestErrorTable : public QObject
{
    Q_OBJECT

private slots:
    void table_readsQuotedCommas();
    void table_hasEveryRowOfTheFile();
    void table_thatIsBroken_namesTheLine_data();
    void table_thatIsBroken_namesTheLine();
    void meaning_prefersFullCodeThenLongestFamily();
    void class_ofCode_data();
    void class_ofCode();
    void class_isNeverBetterThanItsRow();
    void shopLevel_isWhatStopsTheWholeRun();
};

void TestErrorTable::table_readsQuotedCommas()
{
    const ErrorMeaning meaning = ErrorTable::embedded().meaningOf(u"42C010000"_s);
    QCOMPARE(meaning.meaningEn, u"card network fault (C01), result unknown"_s);
    QCOMPARE(meaning.gatewayState, u"unknown"_s);
    QCOMPARE(meaning.retryable, u"unknown-outcome"_s);
}

void TestErrorTable::table_hasEveryRowOfTheFile()
{
    QFile file(u":/kessai/gmo/error-codes.csv"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 1097);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QString code = lines[i].section(u',', 0, 0);
        if (!code.endsWith(u'*')) {
            QCOMPARE(ErrorTable::embedded().meaningOf(code).code, code);
        }
    }
    QCOMPARE(ErrorTable::embedded().version(), u"1"_s);
}

void TestErrorTable::table_thatIsBroken_namesTheLine_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QString>("word");
    QTest::newRow("too few cells") << QByteArray("E01*,all,input,no,a,b,\n*,any,u,u,a,b,,\n") << u"line 2"_s;
    QTest::newRow("quote not closed")
        << QByteArray("*,any,u,u,a,b,,\nE01*,all,input,no,\"a,b,,\n") << u"line 3"_s;
    QTest::newRow("twice") << QByteArray("*,any,u,u,a,b,,\n*,any,u,u,a,b,,\n") << u"line 3"_s;
    QTest::newRow("no last row") << QByteArray("E01*,all,input,no,a,b,,\n") << u"lacks"_s;
    QTest::newRow("not UTF-8") << QByteArray("*,any,u,u,\x83\x41,b,,\n") << u"UTF-8"_s;
}

void TestErrorTable::table_thatIsBroken_namesTheLine()
{
    QFETCH(QByteArray, rows);
    QFETCH(QString, word);
    const auto table = ErrorTable::fromCsv(
        "code,applies_to,category,retryable,meaning_ja,meaning_en,gmo_state,source\n" + rows);
    QVERIFY(!table.ok());
    QVERIFY2(table.error().contains(word), qPrintable(table.error()));
}

void TestErrorTable::meaning_prefersFullCodeThenLongestFamily()
{
    const ErrorTable &table = ErrorTable::embedded();
    QCOMPARE(table.meaningOf(u"E11010003"_s).code, u"E11010003"_s);
    QCOMPARE(table.meaningOf(u"E11999999"_s).code, u"E11*"_s);
    QCOMPARE(table.meaningOf(u"NC9999999"_s).code, u"NC*"_s);
    QCOMPARE(table.meaningOf(u"ZZ9999999"_s).code, u"*"_s);
    QVERIFY(table.meaningOf(u"ZZ9999999"_s).catchAll);
    QVERIFY(table.meaningOf(QString()).catchAll);
    QVERIFY(!table.meaningOf(u"E11999999"_s).catchAll);
}

void TestErrorTable::class_ofCode_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<AnswerClass>("answerClass");
    const auto row = [](const char *code, AnswerClass answerClass) {
        QTest::newRow(code) << QString::fromLatin1(code) << answerClass;
    };
    row("E90010001", AnswerClass::Ambiguous);
    row("E91099997", AnswerClass::Ambiguous);
    row("E91050001", AnswerClass::Ambiguous);
    row("42C330000", AnswerClass::Ambiguous);
    row("42C999999", AnswerClass::Ambiguous);
    row("E82010001", AnswerClass::Ambiguous);
    row("ZZ9999999", AnswerClass::Ambiguous);
    row("E11010001", AnswerClass::Contradiction);
    row("E11010002", AnswerClass::Contradiction);
    row("E11010003", AnswerClass::Contradiction);
    row("E01110010", AnswerClass::Contradiction);
    row("E01060010", AnswerClass::Contradiction);
    row("E01060021", AnswerClass::Contradiction);
    row("E92000001", AnswerClass::Busy);
    row("E92999999", AnswerClass::Busy);
    row("E11010010", AnswerClass::Refusal); // over 180 days
    row("E01420010", AnswerClass::Refusal);
    row("E01030002", AnswerClass::Refusal);
    row("M01002002", AnswerClass::Refusal);
    row("E61030001", AnswerClass::Refusal);
    row("42G020000", AnswerClass::Refusal);
    row("42G999999", AnswerClass::Refusal);
    // Other methods, in the groups of protocol.md §8.2: already done
    row("RI1000003", AnswerClass::Contradiction);
    row("M11010999", AnswerClass::Ambiguous); // perhaps: the outcome is not known
    // wrong state
    row("M01054004", AnswerClass::Contradiction);
    row("M01058004", AnswerClass::Contradiction);
    row("M11010099", AnswerClass::Contradiction);
    row("RI1000001", AnswerClass::Contradiction);
    row("RI1000008", AnswerClass::Contradiction);
    row("LW1310004", AnswerClass::Contradiction);
    // too old, too early
    row("M01060010", AnswerClass::Refusal);
    row("M01098010", AnswerClass::Refusal);
    row("E11010011", AnswerClass::Refusal); // convenience store
    row("E11010014", AnswerClass::Refusal); // Pay-easy
    row("M01057010", AnswerClass::Refusal);
    row("M01089010", AnswerClass::Refusal);
    row("M01115010", AnswerClass::Refusal);
    row("M01126011", AnswerClass::Refusal);
    row("M01127011", AnswerClass::Refusal);
    row("RI1000002", AnswerClass::Refusal);
    row("M01058011", AnswerClass::Refusal);
    row("M01096010", AnswerClass::Refusal);
    // amount differs
    row("M01055010", AnswerClass::Refusal);
    row("M01055011", AnswerClass::Refusal);
    row("M01085010", AnswerClass::Refusal);
    row("M01085011", AnswerClass::Refusal);
    row("M01086010", AnswerClass::Refusal);
    // not found
    row("M01004002", AnswerClass::Refusal);
    row("M01058002", AnswerClass::Refusal);
    row("RI1000006", AnswerClass::Refusal);
    // shop id or password
    row("M01002010", AnswerClass::Refusal);
    row("M01058010", AnswerClass::Refusal);
    // unknown outcome
    row("FM1999002", AnswerClass::Ambiguous);
    row("SE1990002", AnswerClass::Ambiguous);
    row("DC1000002", AnswerClass::Ambiguous);
    row("SB1000002", AnswerClass::Ambiguous);
    row("AU1000003", AnswerClass::Ambiguous);
    row("AU1000006", AnswerClass::Ambiguous);
    row("M91099999", AnswerClass::Ambiguous);
    row("RI1000009", AnswerClass::Ambiguous);
    // said to have done nothing
    row("DC1000001", AnswerClass::Refusal);
    row("SB1000001", AnswerClass::Refusal);
    row("DC1000011", AnswerClass::Refusal);
    // not in the table: the family's
    row("LW1999999", AnswerClass::Ambiguous);
    row("FM1000000", AnswerClass::Ambiguous);
    row("SE1000000", AnswerClass::Ambiguous);
    row("AU1999999", AnswerClass::Ambiguous);
    row("DC1999999", AnswerClass::Ambiguous);
    row("SB1999999", AnswerClass::Ambiguous);
    row("RI1999999", AnswerClass::Ambiguous);
    row("M11999999", AnswerClass::Ambiguous);
    row("M01999999", AnswerClass::Refusal);
    // The worse of family and row.
    row("E11010999", AnswerClass::Ambiguous);     // family: contradiction; row: outcome unknown
    row("E11999999", AnswerClass::Contradiction); // family: refusal; row E11*: state
    row("E01410010", AnswerClass::Contradiction); // family: refusal; row: state
    row("M01004014", AnswerClass::Ambiguous);     // family: refusal; row: outcome unknown
}

void TestErrorTable::class_ofCode()
{
    QFETCH(QString, code);
    QFETCH(AnswerClass, answerClass);
    QCOMPARE(ErrorTable::embedded().classOf(code), answerClass);
}

void TestErrorTable::class_isNeverBetterThanItsRow()
{
    QFile file(u":/kessai/gmo/error-codes.csv"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    int unknown = 0;
    int contradicting = 0;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        const QString code = line.section(u',', 0, 0);
        const ErrorMeaning row = ErrorTable::embedded().meaningOf(code);
        const AnswerClass answerClass = ErrorTable::embedded().classOf(code);
        if (row.retryable == "unknown-outcome"_L1 || row.gatewayState == "unknown"_L1) {
            QVERIFY2(answerClass == AnswerClass::Ambiguous, qPrintable(code));
            ++unknown;
        } else if (row.category == "state"_L1 || row.category == "duplicate"_L1) {
            QVERIFY2(answerClass >= AnswerClass::Contradiction, qPrintable(code));
            ++contradicting;
        }
    }
    QVERIFY(unknown > 80);
    QVERIFY(contradicting > 20);
}

void TestErrorTable::shopLevel_isWhatStopsTheWholeRun()
{
    const ErrorTable &table = ErrorTable::embedded();
    for (const char *code : {"E01030002", "E01010010", "M01002002", "M01002010", "M01058010", "E61030001"}) {
        QVERIFY2(table.isShopLevel(QString::fromLatin1(code)), code);
    }
    QVERIFY(!table.isShopLevel(u"E01030061"_s));
    QVERIFY(!table.isShopLevel(u"E01110002"_s));
}

QTEST_GUILESS_MAIN(TestErrorTable)
#include "test_errortable.moc"
