#include "core/storage/compactjson.h"
#include "core/storage/journalrows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai {

/// Chains of evidence were hashed over what QJsonDocument writes: not a byte may differ.
class TestCompactJson : public QObject
{
    Q_OBJECT

private slots:
    void text_isWrittenAsByQt_data()
    {
        QTest::addColumn<QString>("text");
        for (int unit = 0; unit < 0x180; ++unit) {
            QTest::addRow("U+%04X", unit) << u"a%1b"_s.arg(QChar(char16_t(unit)));
        }
        QTest::newRow("nothing") << QString();
        QTest::newRow("Japanese") << u"髙橋（花子）"_s;
        QTest::newRow("beyond the first plane") << u"𠮷野家"_s;
        QTest::newRow("half a pair") << QString(QChar(0xd842));
        QTest::newRow("all escapes") << u"\"\\/\b\f\n\r\t\u007f"_s;
    }

    void text_isWrittenAsByQt()
    {
        QFETCH(QString, text);
        QByteArray json = "[";
        appendJsonText(json, text);
        QCOMPARE(json + ']', QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact));
    }

    void object_isWrittenAsByQt()
    {
        const QString written = CompactObject()
                                    .add("Amount", 3200)
                                    .add("Status", u"AUTH"_s)
                                    .add("digest", u"\"é"_s)
                                    .addWord("run", "null")
                                    .text();
        const QJsonObject object{
            {u"digest"_s, u"\"é"_s}, {u"run"_s, QJsonValue()}, {u"Status"_s, u"AUTH"_s}, {u"Amount"_s, 3200}};
        QCOMPARE(written.toUtf8(), QJsonDocument(object).toJson(QJsonDocument::Compact));
        QCOMPARE(CompactObject().text(), u"{}"_s);
    }

    void evidence_readsAsInTheChainsThatStand()
    {
        Operation operation;
        operation.kind = OperationKind::Capture;
        operation.paymentId = {12};
        operation.askedBy = u"佐藤"_s;
        operation.wantAmount = Yen{3200};
        QCOMPARE(wishOf(operation), u"{\"askedBy\":\"佐藤\",\"kind\":\"CAPTURE\",\"paymentId\":12,"
                                    "\"retryOf\":null,\"run\":null,\"wantAmount\":3200,\"wantTax\":null}"_s);
        operation.orderTotal = Yen{3300};
        operation.paymentNamed = true;
        operation.retryOf = OperationId{u"r"_s};
        operation.runId = RunId{u"b"_s};
        QCOMPARE(
            wishOf(operation),
            u"{\"askedBy\":\"佐藤\",\"kind\":\"CAPTURE\",\"orderTotal\":3300,\"paymentId\":12,"
            "\"paymentNamed\":true,\"retryOf\":\"r\",\"run\":\"b\",\"wantAmount\":3200,\"wantTax\":null}"_s);
        QCOMPARE(outcomeOf(QString(), u"ANSWER"_s), u"{\"endReason\":\"\",\"proof\":\"ANSWER\"}"_s);
        const Snapshot pre{u"AUTH"_s, Yen{3200}, Yen{0}, u"20201203132123"_s, u"tran"_s, u"app"_s};
        QCOMPARE(
            armedFields(pre, u"SALES"_s, u"d"_s),
            u"{\"Amount\":3200,\"Approve\":\"app\",\"JobCd\":\"SALES\",\"ProcessDate\":"
            "\"20201203132123\",\"Status\":\"AUTH\",\"Tax\":0,\"TranID\":\"tran\",\"requestDigest\":\"d\"}"_s);
    }
};

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestCompactJson)
#include "test_compactjson.moc"
