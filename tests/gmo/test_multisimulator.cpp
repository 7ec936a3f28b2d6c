#include "core/simulator/simulator.h"
#include "core/simulator/simulatorclock.h"
#include "tests/gmo/gatewayfixture.h"

#include <QTest>

using namespace kessai;
using namespace kessai::testing;
using namespace Qt::StringLiterals;
using Call = GatewayCall;
using Method = PaymentMethod;
using simulator::FaultKind;
using simulator::MultiStatus;
using simulator::PayType;

namespace {

const QString Authorized = u"2024-01-15 10:00:00"_s;
const QString NextDay = u"2024-01-16 11:12:13"_s;
const QString NextMonth = u"2024-02-10 11:12:13"_s;

/// A simulated gateway whose clock stands still, and the client that talks to it over its socket.
class Exchange
{
public:
    explicit Exchange(const QString &now = NextDay)
        : gateway({.now = simulator::fromClockText(now), .seed = 7})
    {
        started = gateway.start().ok();
        gateway.setFrozen(true);
        client.emplace(config(gateway.shopPass()));
    }

    [[nodiscard]] GatewayConfig config(const QString &shopPass) const
    {
        GatewayConfig config;
        config.baseUrl = QUrl(gateway.gatewayUrl());
        config.shopId = gateway.shopId();
        config.shopPass = Secret(shopPass.toUtf8());
        return config;
    }

    /// The order of GatewayFixture::orderId().
    bool seed(PayType payType, MultiStatus status, simulator::MultiSeed seed = {})
    {
        seed.orderId = GatewayFixture::orderId();
        seed.payType = payType;
        seed.status = status;
        seed.amount = {3000};
        seed.tax = {300};
        seed.authorizedAt = simulator::fromClockText(Authorized);
        return gateway.seedMulti({seed}).ok();
    }

    [[nodiscard]] simulator::EffectCounts counts() const
    {
        return gateway.multiTransaction(GatewayFixture::orderId())->counts;
    }
    [[nodiscard]] int effects() const { return counts().sales + counts().cancels + counts().changes; }

    simulator::Simulator gateway;
    std::optional<GatewayFixture> client;
    bool started = false;
};

QString numberIn(const InquiryAnswer &answer, const QString &name)
{
    const auto found = std::find_if(answer.numbers.begin(), answer.numbers.end(),
                                    [&name](const auto &number) { return number.first == name; });
    return found == answer.numbers.end() ? QString() : found->second;
}

QDateTime japanTime(const QString &clockText)
{
    return simulator::fromClockText(clockText);
}

} // namespace

/// The client against the simulated gateway, which shares no code with it, over a real socket.
class TestMultiSimulator : public QObject
{
    Q_OBJECT

private slots:
    void call_movesTheMoneyOnce_data();
    void call_movesTheMoneyOnce();
    void walletsFinalWord_isRead();
    void damagedAnswer_isToldFromASuccess_data();
    void damagedAnswer_isToldFromASuccess();
    void callAfterItsTerm_isRefused();
    void unknownOrder_isTold();
    void wrongPassword_isTold();
    void cancelledPart_isRead();
    void numbersAndFacts_areRead();
};

void TestMultiSimulator::call_movesTheMoneyOnce_data()
{
    QTest::addColumn<Call>("call");
    QTest::addColumn<Method>("method");
    QTest::addColumn<PayType>("payType");
    QTest::addColumn<MultiStatus>("before");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("lost");
    const auto row = [](Call call, Method method, PayType payType, MultiStatus before, const char *word,
                        const QString &now = NextDay) {
        for (const bool lost : {false, true}) {
            QTest::addRow("%s to %s%s", qPrintable(nameOf(call)), word, lost ? ", answer lost" : "")
                << call << method << payType << before << now << QString::fromLatin1(word) << lost;
        }
    };
    row(Call::CvsCancel, Method::ConvenienceStore, PayType::ConvenienceStore, MultiStatus::ReqSuccess,
        "CANCEL");
    row(Call::PayEasyCancel, Method::PayEasyNet, PayType::PayEasy, MultiStatus::ReqSuccess, "CANCEL");
    row(Call::AuSales, Method::Au, PayType::Au, MultiStatus::Auth, "SALES");
    row(Call::AuCancelReturn, Method::Au, PayType::Au, MultiStatus::Auth, "CANCEL");
    row(Call::AuCancelReturn, Method::Au, PayType::Au, MultiStatus::Capture, "RETURN", NextMonth);
    row(Call::DocomoSales, Method::Docomo, PayType::Docomo, MultiStatus::Auth, "SALES");
    row(Call::DocomoCancelReturn, Method::Docomo, PayType::Docomo, MultiStatus::Sales, "CANCEL");
    row(Call::SbSales, Method::SoftBank, PayType::SoftBank, MultiStatus::Auth, "SALES");
    row(Call::SbCancel, Method::SoftBank, PayType::SoftBank, MultiStatus::Sales, "CANCEL");
    row(Call::RakutenIdSales, Method::Rakuten, PayType::RakutenId, MultiStatus::Auth, "REQSALES");
    row(Call::RakutenIdCancel, Method::Rakuten, PayType::RakutenId, MultiStatus::Sales, "REQCANCEL");
    row(Call::RakutenIdChange, Method::Rakuten, PayType::RakutenId, MultiStatus::Auth, "REQCHANGE");
}

void TestMultiSimulator::call_movesTheMoneyOnce()
{
    QFETCH(Call, call);
    QFETCH(Method, method);
    QFETCH(PayType, payType);
    QFETCH(MultiStatus, before);
    QFETCH(QString, now);
    QFETCH(QString, word);
    QFETCH(bool, lost);
    Exchange exchange(now);
    QVERIFY(exchange.started);
    QVERIFY(exchange.seed(payType, before));
    if (lost) {
        exchange.gateway.addFaults({{.kind = FaultKind::DropAfter, .call = nameOf(call), .nth = 1}});
    }
    const InquiryAnswer pre = exchange.client->inquire(method);
    QCOMPARE(pre.outcome, InquiryAnswer::Outcome::Read);
    QCOMPARE(pre.snapshot.total(), Yen{3300});
    QVERIFY(pre.snapshot.tranId.isEmpty());
    const int effectsBefore = exchange.effects();
    const MultiRequest request{call, pre.access, GatewayFixture::orderId(), pre.snapshot.amount,
                               pre.snapshot.tax};

    const MutationAnswer answer = exchange.client->send(request);

    QCOMPARE(answer.answerClass, lost ? AnswerClass::Ambiguous : AnswerClass::Success);
    QCOMPARE(answer.status, lost ? QString() : word);
    QCOMPARE(exchange.gateway.arrived(nameOf(call)), 1);
    const InquiryAnswer after = exchange.client->inquire(method);
    QCOMPARE(after.snapshot.status, word);
    const bool whole = pre.snapshot.cancelledAmount.has_value() && !nameOf(call).endsWith(u"Sales"_s);
    QCOMPARE(after.snapshot.cancelledAmount.value_or(Yen{}), whole ? Yen{3300} : Yen{});
    const int done = word.startsWith(u"REQ"_s) ? 0 : 1;
    QCOMPARE(exchange.effects(), effectsBefore + done);

    // Asked for a second time it moves nothing, and the answer is not taken for a plain refusal.
    const MutationAnswer again = exchange.client->send(request);
    QCOMPARE(again.answerClass, AnswerClass::Contradiction);
    QCOMPARE(exchange.gateway.arrived(nameOf(call)), 2);
    QCOMPARE(exchange.effects(), effectsBefore + done);
}

void TestMultiSimulator::walletsFinalWord_isRead()
{
    Exchange exchange;
    QVERIFY(exchange.seed(PayType::RakutenId, MultiStatus::Auth));
    const InquiryAnswer pre = exchange.client->inquire(Method::Rakuten);
    const MultiRequest change{Call::RakutenIdChange, pre.access, GatewayFixture::orderId(), Yen{4000},
                              Yen{0}};
    QCOMPARE(exchange.client->send(change).status, u"REQCHANGE"_s);
    QCOMPARE(exchange.client->inquire(Method::Rakuten).snapshot.total(), Yen{3300});
    QVERIFY(exchange.gateway.actAsShopper(GatewayFixture::orderId(), u"finish"_s).ok());
    const Snapshot changed = exchange.client->inquire(Method::Rakuten).snapshot;
    QCOMPARE(changed.status, u"AUTH"_s);
    QCOMPARE(changed.amount, Yen{4000});
    QCOMPARE(changed.tax, Yen{0});
    QVERIFY(!changed.cancelledAmount);
    QCOMPARE(exchange.counts().changes, 1);
}

void TestMultiSimulator::damagedAnswer_isToldFromASuccess_data()
{
    QTest::addColumn<FaultKind>("fault");
    QTest::addColumn<AnswerClass>("answerClass");
    const auto row = [](FaultKind fault, AnswerClass answerClass) {
        QTest::addRow("%s", qPrintable(simulator::faultName(fault))) << fault << answerClass;
    };
    row(FaultKind::UnknownKey, AnswerClass::Success);
    row(FaultKind::Crlf, AnswerClass::Success);
    row(FaultKind::UnknownStatus, AnswerClass::Ambiguous);
    row(FaultKind::Empty, AnswerClass::Ambiguous);
    row(FaultKind::Html, AnswerClass::Ambiguous);
    row(FaultKind::CutAfter, AnswerClass::Ambiguous);
    row(FaultKind::ResetAfter, AnswerClass::Ambiguous);
    row(FaultKind::Status, AnswerClass::Ambiguous);
    row(FaultKind::Redirect, AnswerClass::Ambiguous);
    row(FaultKind::Error, AnswerClass::Ambiguous);
    row(FaultKind::UnequalCodes, AnswerClass::Ambiguous);
    row(FaultKind::Huge, AnswerClass::Ambiguous);
}

void TestMultiSimulator::damagedAnswer_isToldFromASuccess()
{
    QFETCH(FaultKind, fault);
    QFETCH(AnswerClass, answerClass);
    Exchange exchange;
    QVERIFY(exchange.seed(PayType::Docomo, MultiStatus::Auth));
    const InquiryAnswer pre = exchange.client->inquire(Method::Docomo);
    exchange.gateway.addFaults({{.kind = fault, .call = u"DocomoSales"_s, .nth = 1, .effect = true}});
    const MultiRequest sale{Call::DocomoSales, pre.access, GatewayFixture::orderId(), Yen{3000}, Yen{300}};
    QCOMPARE(exchange.client->send(sale).answerClass, answerClass);
    QCOMPARE(exchange.gateway.arrived(u"DocomoSales"_s), 1);
    QCOMPARE(exchange.client->inquire(Method::Docomo).snapshot.status, u"SALES"_s);
    QCOMPARE(exchange.counts().sales, 1);
}

void TestMultiSimulator::callAfterItsTerm_isRefused()
{
    Exchange exchange(u"2024-06-01 00:00:00"_s);
    QVERIFY(exchange.seed(PayType::SoftBank, MultiStatus::Auth));
    const InquiryAnswer pre = exchange.client->inquire(Method::SoftBank);
    const MultiRequest sale{Call::SbSales, pre.access, GatewayFixture::orderId(), Yen{3000}, Yen{300}};
    const MutationAnswer answer = exchange.client->send(sale);
    QCOMPARE(answer.answerClass, AnswerClass::Refusal);
    QCOMPARE(answer.record.errors.constFirst().info, u"M01060010"_s);
    QCOMPARE(exchange.client->inquire(Method::SoftBank).snapshot, pre.snapshot);
}

void TestMultiSimulator::unknownOrder_isTold()
{
    Exchange exchange;
    QCOMPARE(exchange.client->inquire(Method::Au).outcome, InquiryAnswer::Outcome::UnknownOrder);
    QVERIFY(exchange.seed(PayType::Au, MultiStatus::Auth));
    QCOMPARE(exchange.client->inquire(Method::Docomo).outcome, InquiryAnswer::Outcome::UnknownOrder);
    QCOMPARE(exchange.client->inquire().outcome, InquiryAnswer::Outcome::UnknownOrder);
    QCOMPARE(exchange.client->inquire(Method::Au).outcome, InquiryAnswer::Outcome::Read);
}

void TestMultiSimulator::wrongPassword_isTold()
{
    Exchange exchange;
    QVERIFY(exchange.seed(PayType::Au, MultiStatus::Auth));
    const InquiryAnswer pre = exchange.client->inquire(Method::Au);
    GatewayFixture stranger(exchange.config(u"another"_s));
    QCOMPARE(stranger.inquire(Method::Au).outcome, InquiryAnswer::Outcome::ShopRefused);
    const MultiRequest sale{Call::AuSales, pre.access, GatewayFixture::orderId(), Yen{3000}, Yen{300}};
    const MutationAnswer answer = stranger.send(sale);
    QCOMPARE(answer.answerClass, AnswerClass::Refusal);
    QVERIFY(answer.shopLevelRefusal);
    QCOMPARE(exchange.counts().sales, 0);
}

void TestMultiSimulator::cancelledPart_isRead()
{
    for (const auto &[method, payType] :
         {std::pair(Method::Au, PayType::Au), std::pair(Method::Docomo, PayType::Docomo),
          std::pair(Method::SoftBank, PayType::SoftBank)}) {
        Exchange exchange;
        QVERIFY(
            exchange.seed(payType, MultiStatus::Capture, {.cancelledAmount = {500}, .cancelledTax = {50}}));
        const Snapshot snapshot = exchange.client->inquire(method).snapshot;
        QCOMPARE(snapshot.status, u"CAPTURE"_s);
        QCOMPARE(snapshot.total(), Yen{2750});
        QCOMPARE(snapshot.cancelledAmount, std::optional(Yen{550}));
    }
}

void TestMultiSimulator::numbersAndFacts_areRead()
{
    Exchange store;
    QVERIFY(store.seed(PayType::ConvenienceStore, MultiStatus::PaySuccess,
                       {.soldAt = japanTime(NextDay), .convenience = u"10002"_s}));
    const InquiryAnswer paid = store.client->inquire(Method::ConvenienceStore);
    QCOMPARE(numberIn(paid, u"CvsCode"_s), u"10002"_s);
    QVERIFY(!numberIn(paid, u"CvsReceiptNo"_s).isEmpty());
    QVERIFY(!numberIn(paid, u"CvsConfNo"_s).isEmpty());
    QCOMPARE(paid.facts.payBy, japanTime(u"2024-01-25 23:59:59"_s));
    QCOMPARE(paid.facts.paidAt, japanTime(NextDay));

    Exchange bank;
    QVERIFY(bank.seed(PayType::PayEasy, MultiStatus::ReqSuccess, {.netBank = true}));
    const InquiryAnswer asked = bank.client->inquire(Method::PayEasyNet);
    QCOMPARE(numberIn(asked, u"BkCode"_s), u"58021"_s);
    QVERIFY(!numberIn(asked, u"CustID"_s).isEmpty());
    QVERIFY(!numberIn(asked, u"ConfNo"_s).isEmpty());
    QVERIFY(numberIn(asked, u"PayeasyPaymentURL"_s).startsWith(u"https://"_s));
    QVERIFY(numberIn(asked, u"EncryptReceiptNo"_s).isEmpty());
    QVERIFY(!asked.facts.paidAt);

    Exchange au;
    QVERIFY(au.seed(PayType::Au, MultiStatus::Auth, {.payMethod = u"03"_s}));
    const InquiryAnswer webMoney = au.client->inquire(Method::Au);
    QCOMPARE(webMoney.facts.auPayMethod, u"03"_s);
    QCOMPARE(numberIn(webMoney, u"AuPayInfoNo"_s).size(), 16);

    Exchange wallet;
    QVERIFY(wallet.seed(PayType::RakutenId, MultiStatus::Sales, {.soldAt = japanTime(NextDay)}));
    const MethodFacts sold = wallet.client->inquire(Method::Rakuten).facts;
    QCOMPARE(sold.orderedAt, japanTime(Authorized));
    QCOMPARE(sold.completedOn, QDate(2024, 1, 16));
}

QTEST_GUILESS_MAIN(TestMultiSimulator)
#include "test_multisimulator.moc"
