#include "tests/simulator/multifixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kessai;
using namespace kessai::simulator;

namespace {

const QString Start = u"2024-01-15 10:00:00"_s;

QByteArrayList keysOf(const QByteArray &body)
{
    QByteArrayList keys;
    const QList<QByteArray> parts = body.split('&');
    for (const QByteArray &part : parts) {
        keys.append(part.left(part.indexOf('=')));
    }
    return keys;
}

} // namespace

/// SearchTradeMulti, protocol.md §4.2. What it says of each pay type is in that pay type's test.
class TestMultiSearch : public QObject
{
    Q_OBJECT

private slots:
    void errors_areInTheRecordedOrder_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("errors");
        QTest::newRow("recorded") << QByteArray("OrderID=null&PayType=null")
                                  << QByteArray("M01051005|M01051011|M01004002");
        QTest::newRow("nothing") << QByteArray() << QByteArray("M01004001|M01051001|M01004002");
        QTest::newRow("unknown pay type")
            << QByteArray("OrderID=o-1&PayType=45") << QByteArray("M01051011|M01004002");
        QTest::newRow("another pay type") << QByteArray("OrderID=o-1&PayType=4") << QByteArray("M01004002");
        QTest::newRow("a card's") << QByteArray("OrderID=o-1&PayType=0") << QByteArray("M01004002");
        QTest::newRow("another order") << QByteArray("OrderID=o-2&PayType=3") << QByteArray("M01004002");
        QTest::newRow("characters") << QByteArray("OrderID=o_1&PayType=3")
                                    << QByteArray("M01004013|M01004002");
    }

    void errors_areInTheRecordedOrder()
    {
        QFETCH(QByteArray, fields);
        QFETCH(QByteArray, errors);
        MultiFixture f(Start);
        QVERIFY(f.seed({.amount = {3000}}));
        QCOMPARE(valueIn(f.call(u"SearchTradeMulti"_s, fields), "ErrInfo"), errors);
    }

    void wrongShop_isToldNothing()
    {
        MultiFixture f(Start);
        QVERIFY(f.seed({.amount = {3000}}));
        const RawReply reply = post(f.gateway.gatewayUrl(), u"SearchTradeMulti.idPass"_s,
                                    "ShopID=tshop00000001&ShopPass=wrong&OrderID=o-2&PayType=3");
        QCOMPARE(reply.body, "ErrCode=M01&ErrInfo=M01002002");
    }

    void searchTrade_knowsCardsOnly()
    {
        MultiFixture f(Start);
        QVERIFY(f.seed({.amount = {3000}}));
        QCOMPARE(f.call(u"SearchTrade"_s, "OrderID=o-1"), "ErrCode=E01&ErrInfo=E01110002");
    }

    void orderId_isUniqueAcrossPayTypes()
    {
        MultiFixture f(Start);
        QVERIFY(f.seed({.amount = {3000}}));
        QCOMPARE(f.call(u"EntryTran"_s, "OrderID=o-1&JobCd=AUTH&Amount=1"), "ErrCode=E01&ErrInfo=E01040010");
        QCOMPARE(f.call(u"EntryTranAu"_s, "OrderID=o-1&JobCd=AUTH&Amount=1"),
                 "ErrCode=M01&ErrInfo=M01004010");
    }

    void card_hasTheRecordedKeysAndNoMore()
    {
        MultiFixture f(Start);
        QVERIFY(f.gateway.seedTransactions({{.orderId = u"c-1"_s, .amount = {3000}}}).ok());
        const QByteArray body = f.call(u"SearchTradeMulti"_s, "OrderID=c-1&PayType=0");
        QCOMPARE(keysOf(body).size(), 46);
        QCOMPARE(valueIn(body, "Status"), "AUTH");
        QCOMPARE(valueIn(body, "TranID").size(), 28);
        QVERIFY(body.endsWith("&SbCancelTax=&Currency=JPN"));
    }

    void otherPayTypes_haveTheLaterKeysToo()
    {
        MultiFixture f(Start);
        QVERIFY(f.seed({.payType = PayType::RakutenId, .status = MultiStatus::Auth, .amount = {3000}}));
        const QByteArrayList keys = keysOf(f.search());
        QCOMPARE(keys.first(20).join('|'),
                 "Status|ProcessDate|JobCd|AccessID|AccessPass|ItemCode|Amount|Tax|SiteID|MemberID|CardNo|"
                 "Expire|Method|PayTimes|Forward|TranID|Approve|ClientField1|ClientField2|ClientField3");
        QVERIFY(keys.contains("Currency"));
        QVERIFY(keys.contains("OrderDate"));
        QVERIFY(!keys.contains("OrderID")); // as recorded for a card
    }

    void freeFields_areShown()
    {
        MultiFixture f(Start);
        QVERIFY(f.request(u"Docomo"_s, "JobCd=AUTH&Amount=3000", "ClientField1=a&ClientField3=%8AJ%94%AD"));
        const QByteArray body = f.search();
        QCOMPARE(valueIn(body, "ClientField1"), "a");
        QCOMPARE(valueIn(body, "ClientField3"), "\x8AJ\x94\xAD");
    }

    void asking_changesNothing()
    {
        MultiFixture f(Start);
        QVERIFY(f.seed({.amount = {3000}}));
        const QJsonObject before = toLedgerJson(f.transaction());
        QCOMPARE(f.search(), f.search());
        QCOMPARE(toLedgerJson(f.transaction()), before);
        QVERIFY(!f.gateway.ledger().constLast().effect.has_value());
    }
};

QTEST_GUILESS_MAIN(TestMultiSearch)
#include "test_multisearch.moc"
