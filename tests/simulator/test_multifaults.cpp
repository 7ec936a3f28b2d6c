#include "tests/simulator/multifixture.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kessai;
using namespace kessai::simulator;

namespace {

const QString Start = u"2024-01-15 10:00:00"_s;
constexpr int AnHourMs = 3'600'000;

struct Method
{
    PayType payType;
    QString call;
    QByteArray fields;
    QString status; ///< afterwards
};

} // namespace

/// The faults of the plan strike the changing calls of the other pay types as they strike the cards'.
class TestMultiFaults : public QObject
{
    Q_OBJECT

private slots:
    void fault_strikesEachCall_data()
    {
        QTest::addColumn<PayType>("payType");
        QTest::addColumn<QString>("call");
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QString>("done");
        QTest::addColumn<FaultKind>("kind");
        QTest::addColumn<bool>("takesEffect");
        const QList<Method> methods{
            {PayType::ConvenienceStore, u"CvsCancel"_s, {}, u"CANCEL"_s},
            {PayType::PayEasy, u"PayEasyCancel"_s, {}, u"CANCEL"_s},
            {PayType::Au, u"AuSales"_s, "Amount=3000", u"SALES"_s},
            {PayType::Au, u"AuCancelReturn"_s, "CancelAmount=3000", u"CANCEL"_s},
            {PayType::Docomo, u"DocomoSales"_s, "Amount=3000", u"SALES"_s},
            {PayType::Docomo, u"DocomoCancelReturn"_s, "CancelAmount=3000", u"CANCEL"_s},
            {PayType::SoftBank, u"SbSales"_s, "Amount=3000", u"SALES"_s},
            {PayType::SoftBank, u"SbCancel"_s, "CancelAmount=3000", u"CANCEL"_s},
            {PayType::RakutenId, u"RakutenIdSales"_s, {}, u"REQSALES"_s},
            {PayType::RakutenId, u"RakutenIdCancel"_s, {}, u"REQCANCEL"_s},
            {PayType::RakutenId, u"RakutenIdChange"_s, "Amount=2000", u"REQCHANGE"_s},
        };
        const QList<std::pair<FaultKind, bool>> kinds{
            {FaultKind::DropBefore, false}, {FaultKind::DropAfter, true},    {FaultKind::ResetBefore, false},
            {FaultKind::ResetAfter, true},  {FaultKind::CutAfter, true},     {FaultKind::Error, false},
            {FaultKind::Status, false},     {FaultKind::Html, false},        {FaultKind::Empty, true},
            {FaultKind::Crlf, true},        {FaultKind::UnknownStatus, true}};
        for (const Method &method : methods) {
            for (const auto &[kind, takesEffect] : kinds) {
                QTest::addRow("%s %s", qPrintable(method.call), qPrintable(faultName(kind)))
                    << method.payType << method.call << method.fields << method.status << kind << takesEffect;
            }
        }
    }

    void fault_strikesEachCall()
    {
        QFETCH(PayType, payType);
        QFETCH(QString, call);
        QFETCH(QByteArray, fields);
        QFETCH(QString, done);
        QFETCH(FaultKind, kind);
        QFETCH(bool, takesEffect);
        MultiFixture f(Start);
        const bool isCash = payType == PayType::ConvenienceStore || payType == PayType::PayEasy;
        QVERIFY(f.seed({.payType = payType,
                        .status = isCash ? MultiStatus::ReqSuccess : MultiStatus::Auth,
                        .amount = {3000}}));
        const QString before = f.status();
        f.gateway.addFaults({{.kind = kind, .call = call, .nth = 1, .bytes = 20}});
        const QByteArray struck = f.onOrder(call, fields);
        QVERIFY(struck != f.onOrder(call, fields) || kind == FaultKind::Error);
        const QList<LedgerEntry> ledger = f.gateway.ledger();
        const LedgerEntry &first = ledger.at(ledger.size() - 2);
        QCOMPARE(first.call, call);
        QCOMPARE(first.orderId, u"o-1"_s);
        QCOMPARE(first.fault, faultName(kind));
        QCOMPARE(first.effect.has_value(), takesEffect);
        QCOMPARE(ledger.constLast().effect.has_value(), !takesEffect); // done once, whichever was the one
        QCOMPARE(f.status(), done);
        QVERIFY(before != done);
    }

    void callIntoTheWorkOfAnother_isRefused()
    {
        MultiFixture f(Start);
        QVERIFY(f.seed({.payType = PayType::Au, .status = MultiStatus::Auth, .amount = {3000}}));
        f.gateway.addFaults(
            {{.kind = FaultKind::DelayBefore, .call = u"AuSales"_s, .nth = 1, .ms = AnHourMs}});
        RawClient first(f.gateway.gatewayUrl());
        const QByteArray body = "ShopID=tshop00000001&ShopPass=dummypass1&OrderID=o-1&Amount=3000&AccessID=" +
                                f.shown("AccessID").toLatin1() +
                                "&AccessPass=" + f.shown("AccessPass").toLatin1();
        first.send(postBytes(f.gateway.gatewayUrl(), u"AuSales.idPass"_s, body));
        QTRY_COMPARE(f.gateway.arrived(u"AuSales"_s), 1);
        QCOMPARE(f.outcome(u"AuCancelReturn"_s, "CancelAmount=3000"), u"E82010001"_s);
        QCOMPARE(post(f.gateway.gatewayUrl(), u"AuSales.idPass"_s, body).body,
                 "ErrCode=E90&ErrInfo=E90010001");
        QCOMPARE(f.status(), u"AUTH"_s);
    }

    void staleRead_showsWhatWasBefore()
    {
        MultiFixture f(Start);
        QVERIFY(f.seed({.payType = PayType::SoftBank, .status = MultiStatus::Auth, .amount = {3000}}));
        QCOMPARE(f.outcome(u"SbSales"_s, "Amount=3000"), u"SALES"_s);
        f.gateway.addFaults({{.kind = FaultKind::StaleRead, .call = u"SearchTradeMulti"_s, .nth = 1}});
        QCOMPARE(f.status(), u"AUTH"_s);
        QCOMPARE(f.status(), u"SALES"_s);
    }

    void ledger_hasNoSecrets()
    {
        MultiFixture f(Start);
        QVERIFY(f.request(u"Au"_s, "JobCd=AUTH&Amount=3000", {}));
        const QByteArray pass = f.shown("AccessPass").toLatin1();
        const QByteArray text = get(f.gateway.controlUrl(), u"ledger"_s).body;
        QVERIFY(text.contains("ExecTranAu"));
        QVERIFY(!text.contains(pass));
        QVERIFY(!text.contains("dummypass1"));
    }

    void effect_namesMethodAmountsAndTheCancelledPart()
    {
        MultiFixture f(Start);
        QVERIFY(f.seed(
            {.payType = PayType::Docomo, .status = MultiStatus::Sales, .amount = {3000}, .tax = {200}}));
        QCOMPARE(f.outcome(u"DocomoCancelReturn"_s, "CancelAmount=1000&CancelTax=50"), u"SALES"_s);
        const QJsonObject effect = *f.gateway.ledger().constLast().effect;
        QCOMPARE(effect.value(u"payType"_s).toString(), u"9"_s);
        QCOMPARE(effect.value(u"status"_s).toString(), u"SALES"_s);
        QCOMPARE(effect.value(u"amount"_s).toInt(), 2000);
        QCOMPARE(effect.value(u"tax"_s).toInt(), 150);
        QCOMPARE(effect.value(u"cancelledAmount"_s).toInt(), 1000);
        QCOMPARE(effect.value(u"cancelledTax"_s).toInt(), 50);
        QCOMPARE(effect.value(u"sales"_s).toInt(), 1);
        QCOMPARE(effect.value(u"cancels"_s).toInt(), 1);
    }
};

QTEST_GUILESS_MAIN(TestMultiFaults)
#include "test_multifaults.moc"
