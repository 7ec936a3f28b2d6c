#include "core/base/japantime.h"
#include "core/simulator/gatewaycalls.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kessai;
using namespace kessai::simulator;

namespace {

const QByteArray Shop = "ShopID=tshop00000001&ShopPass=dummypass1";
const QByteArray Card = "&CardNo=4111111111111111&Expire=3012";

/// A book with the orders `entered` (UNPROCESSED), `secure` (UNPROCESSED, 3-D Secure), `authorised` (AUTH
/// 3,000).
class Fixture
{
public:
    Fixture() : book(u"dummypass1"_s, 1)
    {
        put(u"entered"_s, CardStatus::Unprocessed, false);
        put(u"secure"_s, CardStatus::Unprocessed, true);
        put(u"authorised"_s, CardStatus::Auth, false);
    }

    CallOutcome run(const QString &call, QByteArray body) const
    {
        for (const char *name : {"entered", "secure", "authorised"}) {
            body.replace(QByteArray("@") + name, handleOf(QString::fromLatin1(name)));
        }
        const FormFields fields = FormFields::parse(body);
        return gatewaycalls::run(call, {book, contract, fields, now});
    }

    QByteArray handleOf(const QString &orderId) const
    {
        const QString id = headOf(*book.byOrderId(orderId)).accessId;
        return "AccessID=" + id.toLatin1() + "&AccessPass=" + book.accessPass(id).toLatin1();
    }

    QDateTime now = *japantime::fromGatewayText(u"20201203120000"_s);
    TransactionBook book;
    GatewayContract contract{u"tshop00000001"_s, u"dummypass1"_s, u"tsite00000001"_s, u"dummypass2"_s, {}};

private:
    void put(const QString &orderId, CardStatus status, bool threeDSecure)
    {
        CardTransaction transaction;
        transaction.orderId = orderId;
        transaction.accessId = book.nextAccessId();
        transaction.status = status;
        transaction.amount = {3000};
        transaction.threeDSecure = threeDSecure;
        transaction.processedAt = now;
        transaction.authorizedAt = now;
        book.put(transaction);
    }
};

} // namespace

class TestFieldChecks : public QObject
{
    Q_OBJECT

private slots:
    void errors_areAllReportedInTheServersOrder_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("errors");
        const auto row = [](const char *name, const char *call, const QByteArray &body, const char *errors) {
            QTest::newRow(name) << QString::fromLatin1(call) << body << QString::fromLatin1(errors);
        };
        const QByteArray entry = Shop + "&OrderID=new-1&JobCd=AUTH&Amount=100";
        row("recorded: AlterTran", "AlterTran",
            Shop + "&AccessID=null&AccessPass=null&JobCd=SALES&Amount=null", "E01090008|E01100008|E01110002");
        row("recorded: EntryTran", "EntryTran", Shop + "&OrderID=null&JobCd=null&Amount=null",
            "E01050002|E01060006");
        row("recorded: ExecTran", "ExecTran",
            "AccessID=null&AccessPass=null&OrderID=null&Method=null&PayTimes=null&CardNo=null&Expire=null",
            "E01090008|E01100008|E01110002|E01170011|E01170006|E01180006");
        row("recorded: token", "ExecTran", "@entered&OrderID=entered&Method=1&PayTimes=1&Token=onetime",
            "EX1000301");

        row("entry accepted", "EntryTran", entry, "");
        row("entry of CHECK needs no amount", "EntryTran", Shop + "&OrderID=new-1&JobCd=CHECK", "");
        row("no shop", "EntryTran", "OrderID=new-1&JobCd=AUTH&Amount=100", "E01010001|E01020001");
        row("wrong password", "EntryTran",
            "ShopID=tshop00000001&ShopPass=x&OrderID=new-1&JobCd=AUTH&Amount=1", "E01030002");
        row("no shop and a bad handle", "AlterTran", "AccessID=x&JobCd=VOID",
            "E01010001|E01020001|E01090008|E01100001");
        row("wrong password hides the transaction", "AlterTran",
            "ShopID=tshop00000001&ShopPass=x&@authorised&JobCd=VOID", "E01030002");
        row("order used", "EntryTran", Shop + "&OrderID=entered&JobCd=AUTH&Amount=100", "E01040010");
        row("order missing", "EntryTran", Shop + "&JobCd=AUTH&Amount=100", "E01040001");
        row("order too long, bad characters", "EntryTran",
            Shop + "&OrderID=_123456789012345678901234567&JobCd=AUTH&Amount=100", "E01040003|E01040013");
        row("empty is missing", "EntryTran", Shop + "&OrderID=new-1&JobCd=&Amount=", "E01050001|E01060001");
        row("word of another call", "EntryTran", Shop + "&OrderID=new-1&JobCd=SALES&Amount=100", "E01050004");
        row("amount too long and no number", "EntryTran", Shop + "&OrderID=new-1&JobCd=AUTH&Amount=12345678x",
            "E01060005|E01060006");
        row("amount with full-width digits", "EntryTran",
            Shop + "&OrderID=new-1&JobCd=AUTH&Amount=%82%50%82%4F", "E01060006");
        row("amount of nothing", "EntryTran", Shop + "&OrderID=new-1&JobCd=AUTH&Amount=0", "E01060011");
        row("tax", "EntryTran", entry + "&Tax=-1", "E01070006");
        row("total too large", "EntryTran", Shop + "&OrderID=new-1&JobCd=AUTH&Amount=9999999&Tax=1",
            "E01490005");
        row("flag and item", "EntryTran", entry + "&TdFlag=7&ItemCode=12", "E01080007|E01450008");

        const QByteArray exec = "@entered&OrderID=entered";
        row("exec accepted", "ExecTran", exec + Card + "&Method=1", "");
        row("exec without card", "ExecTran", exec + "&Method=1", "E01170001|E01180001");
        row("check digit", "ExecTran", exec + "&CardNo=4111111111111112&Expire=3012&Method=1", "E41170099");
        row("month 13", "ExecTran", exec + "&CardNo=4111111111111111&Expire=3013&Method=1", "E01180008");
        row("card of last month", "ExecTran", exec + "&CardNo=4111111111111111&Expire=2011&Method=1",
            "42G830000");
        row("card of this month", "ExecTran", exec + "&CardNo=4111111111111111&Expire=2012&Method=1", "");
        row("no method", "ExecTran", exec + Card, "E01260001");
        row("instalments without times", "ExecTran", exec + Card + "&Method=2", "E01270001");
        row("wrong method", "ExecTran", exec + Card + "&Method=6", "E01260002");
        row("another order's handle", "ExecTran", "@entered&OrderID=authorised" + Card + "&Method=1",
            "E01110002");
        row("executed again", "ExecTran", "@authorised&OrderID=authorised" + Card + "&Method=1", "E11010001");
        row("3-D Secure wants the browser", "ExecTran", "@secure&OrderID=secure" + Card + "&Method=1",
            "E01290001|E01300001");
        row("member of a wrong site", "ExecTran", exec + "&Method=1&SiteID=x&SitePass=y&MemberID=m&CardSeq=0",
            "E01210002");
        row("member without card", "ExecTran",
            exec + "&Method=1&SiteID=tsite00000001&SitePass=dummypass2&MemberID=m", "E01230001");
        row("client field not Windows-31J", "ExecTran", exec + Card + "&Method=1&ClientField1=%81%FF",
            "E01320013");
        row("client field cut off in a character", "ExecTran", exec + Card + "&Method=1&ClientField2=a%81",
            "E01330013");
        row("client field too long", "ExecTran",
            exec + Card + "&Method=1&ClientField3=" + QByteArray("%82%A0").repeated(51), "E01340012");
        row("flags of exec", "ExecTran",
            exec + Card + "&Method=1&DeviceCategory=9&ClientFieldFlag=2&SecurityCode=1",
            "E01310007|E01400007|E01460008");

        row("secure without anything", "SecureTran", "", "E01350001|E01360001|E01110002");
        row("search", "SearchTrade", Shop + "&OrderID=authorised", "");
        row("search of nothing", "SearchTrade", Shop + "&OrderID=nobody", "E01110002");
        row("search without order", "SearchTrade", Shop, "E01040001|E01110002");

        row("alter without job", "AlterTran", Shop + "&@authorised", "E01050001|E01060001");
        row("alter with a word of entry", "AlterTran", Shop + "&@authorised&JobCd=CHECK&Amount=1",
            "E01050004");
        row("forced return", "AlterTran", Shop + "&@authorised&JobCd=FORCERETURN&Amount=1", "E01030061");
        row("capture without amount", "AlterTran", Shop + "&@authorised&JobCd=SALES", "E01060001");
        row("capture of another amount", "AlterTran", Shop + "&@authorised&JobCd=SALES&Amount=2999",
            "E01060010");
        row("capture", "AlterTran", Shop + "&@authorised&JobCd=SALES&Amount=3000", "");
        row("cancel needs no amount", "AlterTran", Shop + "&@authorised&JobCd=VOID", "");
        row("cancel with an amount", "AlterTran", Shop + "&@authorised&JobCd=RETURN&Amount=100", "");
        row("re-authorisation without method", "AlterTran", Shop + "&@authorised&JobCd=AUTH&Amount=1",
            "E01260001");
        row("not settled", "AlterTran", Shop + "&@entered&JobCd=VOID", "E11010002");
        row("wrong pass", "AlterTran", Shop + "&@authorised0&JobCd=VOID", "E01100008|E01110002");
        row("change", "ChangeTran", Shop + "&@authorised&JobCd=AUTH&Amount=1", "");
        row("change to nothing", "ChangeTran", Shop + "&@authorised&JobCd=AUTH&Amount=0", "E01060011");
        row("change by a cancel word", "ChangeTran", Shop + "&@authorised&JobCd=VOID&Amount=1", "E01050004");
    }

    void errors_areAllReportedInTheServersOrder()
    {
        QFETCH(QString, call);
        QFETCH(QByteArray, body);
        QFETCH(QString, errors);
        const CallOutcome outcome = Fixture().run(call, body);
        QCOMPARE(outcome.errors.join(u'|'), errors);
        QCOMPARE(outcome.reply.isEmpty(), !errors.isEmpty());
        if (!errors.isEmpty()) {
            QVERIFY(!outcome.changed.has_value());
        }
    }

    void errorClass_isTheShortCode()
    {
        QCOMPARE(replyBody(errorReply({u"E01060010"_s, u"42G020000"_s, u"42C010000"_s, u"EX1000301"_s})),
                 "ErrCode=E01|G02|C01|EX1&ErrInfo=E01060010|42G020000|42C010000|EX1000301");
    }

    void firstOfTwoFields_counts()
    {
        const FormFields fields = FormFields::parse("Amount=1&Amount=2&=x&Empty=&Plus=a+b");
        QCOMPARE(fields.value(u"Amount"_s), u"1"_s);
        QCOMPARE(fields.value(u"Plus"_s), u"a b"_s);
        QVERIFY(!fields.has(u"Empty"_s));
    }

    void digest_leavesSecretsAndOrderOut()
    {
        const auto digest = [](const QByteArray &body) { return requestDigest(FormFields::parse(body)); };
        const QString one = digest("JobCd=SALES&Amount=100&ShopPass=a&AccessPass=b&CardNo=1");
        QCOMPARE(digest("Amount=100&JobCd=SALES&AccessPass=x&ShopPass=y"), one);
        QVERIFY(digest("Amount=101&JobCd=SALES") != one);
    }
};

QTEST_GUILESS_MAIN(TestFieldChecks)
#include "test_fieldchecks.moc"
