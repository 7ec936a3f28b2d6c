#include "tests/simulator/multifixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kessai;
using namespace kessai::simulator;

namespace {

const QString Start = u"2024-01-15 10:00:00"_s;

} // namespace

/// The fields of the calls for other pay types than card. That all errors come in the order of GMO's list,
/// and the existence last, is taken from the one recording of SearchTradeMulti.
class TestMultiFieldChecks : public QObject
{
    Q_OBJECT

private slots:
    void entry_checksAllItsFields_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("errors");
        const auto row = [](const char *name, const char *call, const char *fields, const char *errors) {
            QTest::newRow(name) << QString::fromLatin1(call) << QByteArray(fields) << QByteArray(errors);
        };
        row("nothing", "EntryTranCvs", "", "M01004001|M01005001");
        row("nothing of a carrier", "EntryTranAu", "", "M01004001|M01054001|M01005001");
        row("no JobCd here", "EntryTranCvs", "OrderID=n-1&JobCd=null&Amount=1", "");
        row("JobCd", "EntryTranDocomo", "OrderID=n-1&JobCd=CHECK&Amount=1", "M01054010");
        row("digits", "EntryTranSb", "OrderID=n-1&JobCd=AUTH&Amount=null&Tax=x", "M01005006|M01006006");
        row("order", "EntryTranCvs", "OrderID=1234567890123456789012345678_&Amount=1", "M01004012|M01004013");
        row("store limit", "EntryTranCvs", "OrderID=n-1&Amount=299999", "");
        row("above the store limit", "EntryTranCvs", "OrderID=n-1&Amount=299999&Tax=1", "M01005011");
        row("Pay-easy limit", "EntryTranPayEasy", "OrderID=n-1&Amount=999999", "");
        row("above the Pay-easy limit", "EntryTranPayEasy", "OrderID=n-1&Amount=1000000", "M01005005");
        row("au limit", "EntryTranAu", "OrderID=n-1&JobCd=AUTH&Amount=9999999", "");
        row("above the au limit", "EntryTranAu", "OrderID=n-1&JobCd=AUTH&Amount=9999999&Tax=1", "M01005011");
        row("docomo limit", "EntryTranDocomo", "OrderID=n-1&JobCd=AUTH&Amount=30000", "");
        row("above the docomo limit", "EntryTranDocomo", "OrderID=n-1&JobCd=AUTH&Amount=30001", "M01005011");
        row("SoftBank limit", "EntryTranSb", "OrderID=n-1&JobCd=AUTH&Amount=100000", "");
        row("above the SoftBank limit", "EntryTranSb", "OrderID=n-1&JobCd=AUTH&Amount=100001", "M01005011");
        row("wallet limit", "EntryTranRakutenId", "OrderID=n-1&JobCd=AUTH&Amount=100", "");
        row("below the wallet limit", "EntryTranRakutenId", "OrderID=n-1&JobCd=AUTH&Amount=99", "M01005011");
        row("used", "EntryTranCvs", "OrderID=o-1&Amount=1", "M01004010");
    }

    void entry_checksAllItsFields()
    {
        QFETCH(QString, call);
        QFETCH(QByteArray, fields);
        QFETCH(QByteArray, errors);
        MultiFixture f(Start);
        QVERIFY(f.seed({.amount = {3000}}));
        QCOMPARE(valueIn(f.call(call, fields), "ErrInfo"), errors);
    }

    void exec_checksAllItsFields_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("errors");
        const auto row = [](const char *name, const char *kind, const QByteArray &fields,
                            const char *errors) {
            QTest::newRow(name) << QString::fromLatin1(kind) << fields << QByteArray(errors);
        };
        const QByteArray customer = MultiFixture::execFields(u"PayEasy"_s);
        row("nothing of a store", "Cvs", "",
            "M01009001|M01010001|M01011001|M01012001|M01036001|M01037001|M01038001");
        row("chain", "Cvs", customer + "&Convenience=123456", "M01009005|M01009002");
        row("days", "Cvs", customer + "&Convenience=10001&PaymentTermDay=0", "M01013011");
        row("more days", "Cvs", customer + "&Convenience=10001&PaymentTermDay=61", "M01013011"); // [I]
        row("mail", "PayEasy", customer + "&MailAddress=x&ShopMailAddress=y", "M01014008|M01015008");
        row("store numbers", "Cvs",
            customer + "&Convenience=10001&ReserveNo=123456789012345678901&MemberNo=%3C",
            "M01016012|M01017013");
        row("no store numbers here", "PayEasy", customer + "&ReserveNo=123456789012345678901", "");
        row("lines", "PayEasy",
            customer + "&RegisterDisp1=" + QByteArray(33, 'x') + "&RegisterDisp8=%22&ReceiptsDisp1=%27" +
                "&ReceiptsDisp10=" + QByteArray(61, 'x'),
            "M01018012|M01025013|M01026013|M01035012");
        row("contact", "PayEasy",
            QByteArray(customer).replace("0300000001&ReceiptsDisp13=09%3A00", "tel&ReceiptsDisp13=9%3A00"),
            "M01037008|M01038008");
        row("UTF-8", "PayEasy",
            QByteArray(customer).replace("%83y%83C%91%BE%98Y", "%E3%83%8B%E5%A4%AA%E9%83%8E"), "M01010013");
        row("nothing of au", "Au", "", "M01059001|M01080001|M01082001|M01083001");
        row("au", "Au",
            "RetURL=" + QByteArray(257, 'x') + "&Commodity=" + QByteArray(49, 'x') +
                "&ServiceName=%3C&ServiceTel=x",
            "M01059005|M01080005|M01082013|M01083008");
        row("nothing of docomo", "Docomo", "", "M01059001");
        row("docomo", "Docomo",
            MultiFixture::execFields(u"Docomo"_s) + "&PaymentTermSec=0&DocomoDisp1=" + QByteArray(41, 'x') +
                "&DocomoDisp2=%3E&DispMailAddress=x",
            "M01048011|M01087012|M01088013|M01123008");
        row("nothing of SoftBank", "Sb", "", "M01059001");
        row("nothing of the wallet", "RakutenId", "", "M01121001|M01123001|M01124001|M01125001");
        row("wallet", "RakutenId",
            "ItemId=1&ItemName=" + QByteArray(256, 'x') + "&RetURL=" + QByteArray(201, 'x') +
                "&ErrorRcvURL=y",
            "M01123005|M01124005");
        row("free fields", "Sb",
            MultiFixture::execFields(u"Sb"_s) + "&ClientField1=" + QByteArray(101, 'x') +
                "&ClientField2=%3C&ClientFieldFlag=2&PaymentTermSec=123456",
            "M01039012|M01040013|M01042011|M01048005");
    }

    void exec_checksAllItsFields()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, fields);
        QFETCH(QByteArray, errors);
        MultiFixture f(Start);
        QVERIFY(!f.request(kind, "JobCd=AUTH&Amount=3000", "ClientFieldFlag=x")); // entered only
        QCOMPARE(valueIn(f.onOrder(u"ExecTran"_s + kind, fields), "ErrInfo"), errors);
    }

    void handle_isChecked_data()
    {
        QTest::addColumn<QString>("call");
        for (const char *call :
             {"ExecTranCvs", "CvsCancel", "ExecTranPayEasy", "PayEasyCancel", "ExecTranAu", "AuSales",
              "AuCancelReturn", "ExecTranDocomo", "DocomoSales", "DocomoCancelReturn", "DocomoIncrease",
              "ExecTranSb", "SbSales", "SbCancel", "ExecTranRakutenId", "RakutenIdSales", "RakutenIdCancel",
              "RakutenIdChange"}) {
            QTest::newRow(call) << QString::fromLatin1(call);
        }
    }

    void handle_isChecked()
    {
        QFETCH(QString, call);
        MultiFixture f(Start);
        const auto errorsOf = [&](const QByteArray &fields) {
            return valueIn(f.call(call, fields), "ErrInfo");
        };
        QVERIFY(errorsOf("OrderID=o-1").startsWith("M01007001|M01008001"));
        QVERIFY(errorsOf("AccessID=x&AccessPass=y&OrderID=o_1").startsWith("M01007008|M01008008|M01004013"));
        const QByteArray unknown = "AccessID=" + QByteArray(32, 'a') + "&AccessPass=" + QByteArray(32, 'b');
        QVERIFY(errorsOf(unknown + "&OrderID=o-1").endsWith("M01058002")); // the code is [I]
        const RawReply stranger = post(f.gateway.gatewayUrl(), call + u".idPass"_s,
                                       "ShopID=other&ShopPass=dummypass1&" + unknown + "&OrderID=o-1");
        QVERIFY(valueIn(stranger.body, "ErrInfo").startsWith("M01002002"));
        QVERIFY(!stranger.body.contains("M01058002"));
        QVERIFY(valueIn(post(f.gateway.gatewayUrl(), call + u".idPass"_s, {}).body, "ErrInfo")
                    .startsWith("M01002001|M01003001|M01007001"));
    }

    void amountFields_areChecked_data()
    {
        QTest::addColumn<PayType>("payType");
        QTest::addColumn<QString>("call");
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QString>("errors");
        const auto row = [](const char *call, PayType payType, const char *fields, const char *errors) {
            QTest::addRow("%s %s", call, fields)
                << payType << QString::fromLatin1(call) << QByteArray(fields) << QString::fromLatin1(errors);
        };
        row("AuSales", PayType::Au, "", "M01005001");
        row("AuSales", PayType::Au, "Amount=12345678&Tax=null", "M01005005|M01006006");
        row("AuCancelReturn", PayType::Au, "", "M01085001");
        row("AuCancelReturn", PayType::Au, "CancelAmount=12345678&CancelTax=null", "M01085005|M01086006");
        row("DocomoSales", PayType::Docomo, "Amount=1234567", "M01005005");
        row("DocomoCancelReturn", PayType::Docomo, "CancelAmount=null&CancelTax=1234567",
            "M01085006|M01086005");
        row("DocomoIncrease", PayType::Docomo, "", "M01005001");
        row("SbSales", PayType::SoftBank, "Amount=", "M01005001");
        row("SbCancel", PayType::SoftBank, "CancelAmount=", "M01085001");
        row("RakutenIdChange", PayType::RakutenId, "", "M01005001");
        row("RakutenIdChange", PayType::RakutenId, "Amount=200&Tax=null&UseCoupon=2", "M01006006|M01160008");
    }

    void amountFields_areChecked()
    {
        QFETCH(PayType, payType);
        QFETCH(QString, call);
        QFETCH(QByteArray, fields);
        QFETCH(QString, errors);
        MultiFixture f(Start);
        QVERIFY(f.seed({.payType = payType, .status = MultiStatus::Auth, .amount = {3000}}));
        QCOMPARE(f.outcome(call, fields), errors);
        QCOMPARE(f.status(), u"AUTH"_s);
    }
};

QTEST_GUILESS_MAIN(TestMultiFieldChecks)
#include "test_multifieldchecks.moc"
