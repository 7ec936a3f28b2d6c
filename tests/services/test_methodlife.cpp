#include "core/base/japantime.h"
#include "core/services/orderservice.h"
#include "tests/services/invariants.h"
#include "tests/services/methodcases.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::MultiStatus;

/// What can be done to the payments of the other methods than the card, and how they live from the order to
/// their end.
class TestMethodLife : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_money = std::make_unique<MoneyFixture>();
        m_money->open();
    }
    void cleanup() { m_money.reset(); }

    void operation_isSentOnceAndProvenByARead_data() { addMethodCases(); }
    void operation_isSentOnceAndProvenByARead();
    void operationThatTheMethodLacks_isNotSent_data();
    void operationThatTheMethodLacks_isNotSent();
    void operationInAnotherState_isNotSent_data();
    void operationInAnotherState_isNotSent();
    void amountBeyondTheMethod_isNotSent();
    void store_livesFromItsNumberToItsMoney();
    void dayOfPaymentInBulk_isThatOfEachBuyer();
    void carrier_livesFromItsPageToTheReturn();
    void wallet_livesFromItsPageToTheCancel();
    void partTakenBackElsewhere_leavesTheRestToTheCancel_data();
    void partTakenBackElsewhere_leavesTheRestToTheCancel();
    void webMoney_isCapturedButNotGivenBack();
    void paidMeanwhile_isNoStaleScreen_data();
    void paidMeanwhile_isNoStaleScreen();
    void dayWithoutDateOrAtMidnight_armsNoCancel();

private:
    Payment paymentOf(OrderId order)
    {
        return m_money->shop->context().payments.ofOrder(order).value().first();
    }
    QString wordOf(OrderId order)
    {
        const Payment payment = paymentOf(order);
        return payment.known ? payment.known->status : QString();
    }
    qsizetype sent() const { return mutationsOf(*m_money).size(); }
    bool shopper(qint64 number, const QString &does)
    {
        return m_money->gateway.actAsShopper(MoneyFixture::gatewayOrderId(number), does).ok();
    }
    QStringList broken(qint64 number)
    {
        return Invariants(*m_money).brokenAtRest(MoneyFixture::gatewayOrderId(number));
    }

    std::unique_ptr<MoneyFixture> m_money;
};

namespace {

/// The amounts that the call must name, as `Amount=3000 Tax=200`.
QString amountsOf(const MethodCase &one, Yen tax)
{
    const QString call = QString::fromLatin1(one.call);
    if (one.kind == OperationKind::Change) {
        return tax.value > 0 ? u"Amount=2500 Tax=0"_s : u"Amount=2500"_s;
    }
    const bool namesNone =
        call == u"CvsCancel"_s || call == u"PayEasyCancel"_s || call.startsWith(u"RakutenId"_s);
    if (namesNone) {
        return {};
    }
    const QString prefix = one.kind == OperationKind::Cancel ? u"Cancel"_s : QString();
    const QString amount = u"%1Amount=%2"_s.arg(prefix).arg(3200 - tax.value);
    return tax.value > 0 ? u"%1 %2Tax=%3"_s.arg(amount, prefix).arg(tax.value) : amount;
}

QString amountsIn(const simulator::LedgerEntry &entry)
{
    QStringList fields;
    for (const QString &name : {u"Amount"_s, u"CancelAmount"_s, u"Tax"_s, u"CancelTax"_s}) {
        if (entry.fields.contains(name)) {
            fields.append(name + u'=' + entry.fields.value(name).toString());
        }
    }
    return fields.join(u' ');
}

} // namespace

void TestMethodLife::operation_isSentOnceAndProvenByARead()
{
    QFETCH(const int, place);
    const MethodCase &one = methodCases().at(place);
    qint64 number = 0;
    for (const Yen tax : {Yen{200}, Yen{}}) {
        const OrderId order = addMethodCase(*m_money, one, ++number, tax);
        const OperationItem item = m_money->operateOne(one.kind, order);
        QCOMPARE(codeOf(item.reason), QString());
        QCOMPARE(item.state, OperationState::Done);
        QCOMPARE(item.proof, Proof::Both);
        QCOMPARE(item.jobCd, QString());
        QCOMPARE(wordOf(order), QString::fromLatin1(one.after));
        QCOMPARE(sent(), number);
        const simulator::LedgerEntry request = mutationsOf(*m_money).last();
        QCOMPARE(request.call, QString::fromLatin1(one.call));
        QCOMPARE(amountsIn(request), amountsOf(one, tax));
        QCOMPARE(broken(number), QStringList());
        // Once more: it is done, and nothing goes out.
        QCOMPARE(m_money->operateOne(one.kind, order).state, OperationState::Cancelled);
        QCOMPARE(sent(), number);
    }
    QCOMPARE(m_money->chainProblems().size(), 0);
}

void TestMethodLife::operationThatTheMethodLacks_isNotSent_data()
{
    using Kind = OperationKind;
    QTest::addColumn<PaymentMethod>("method");
    QTest::addColumn<MultiStatus>("status");
    QTest::addColumn<QList<Kind>>("kinds");
    const QList<Kind> allButCancel{Kind::Capture, Kind::Change, Kind::Reauthorize};
    QTest::newRow("store") << PaymentMethod::ConvenienceStore << MultiStatus::ReqSuccess << allButCancel;
    QTest::newRow("ATM") << PaymentMethod::PayEasyAtm << MultiStatus::ReqSuccess << allButCancel;
    QTest::newRow("net bank") << PaymentMethod::PayEasyNet << MultiStatus::ReqSuccess << allButCancel;
    const QList<Kind> ofCards{Kind::Change, Kind::Reauthorize};
    QTest::newRow("au") << PaymentMethod::Au << MultiStatus::Auth << ofCards;
    QTest::newRow("docomo") << PaymentMethod::Docomo << MultiStatus::Auth << ofCards;
    QTest::newRow("SoftBank") << PaymentMethod::SoftBank << MultiStatus::Auth << ofCards;
    QTest::newRow("Rakuten") << PaymentMethod::Rakuten << MultiStatus::Cancel
                             << QList<Kind>{Kind::Reauthorize};
}

void TestMethodLife::operationThatTheMethodLacks_isNotSent()
{
    QFETCH(const PaymentMethod, method);
    QFETCH(const MultiStatus, status);
    QFETCH(const QList<OperationKind>, kinds);
    const OrderId order = m_money->addMulti(272, Yen{2500}, method, {.status = status, .amount = Yen{3200}});
    for (const OperationKind kind : kinds) {
        const OperationItem item = m_money->operateOne(kind, order);
        QCOMPARE(item.state, OperationState::Cancelled);
        QCOMPARE(codeOf(item.reason), u"WRONG_STATE"_s);
    }
    QCOMPARE(m_money->gateway.arrived(), 0);
}

void TestMethodLife::operationInAnotherState_isNotSent_data()
{
    QTest::addColumn<PaymentMethod>("method");
    QTest::addColumn<OperationKind>("kind");
    QTest::addColumn<MultiStatus>("status");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, PaymentMethod method, OperationKind kind, MultiStatus status,
                        const QString &reason) { QTest::newRow(name) << method << kind << status << reason; };
    using Method = PaymentMethod;
    using Kind = OperationKind;
    row("store paid", Method::ConvenienceStore, Kind::Cancel, MultiStatus::PaySuccess, u"WRONG_STATE"_s);
    row("store expired", Method::ConvenienceStore, Kind::Cancel, MultiStatus::Expired, u"WRONG_STATE"_s);
    row("store cancelled", Method::ConvenienceStore, Kind::Cancel, MultiStatus::Cancel, u"ALREADY_DONE"_s);
    row("ATM paid", Method::PayEasyAtm, Kind::Cancel, MultiStatus::PaySuccess, u"WRONG_STATE"_s);
    row("au sold", Method::Au, Kind::Capture, MultiStatus::Sales, u"ALREADY_DONE"_s);
    row("au on the page", Method::Au, Kind::Capture, MultiStatus::AuthProcess, u"WRONG_STATE"_s);
    row("au returned", Method::Au, Kind::Cancel, MultiStatus::Return, u"ALREADY_DONE"_s);
    row("docomo failed", Method::Docomo, Kind::Cancel, MultiStatus::PayFail, u"WRONG_STATE"_s);
    row("SoftBank sold at once", Method::SoftBank, Kind::Capture, MultiStatus::Capture, u"WRONG_STATE"_s);
    row("Rakuten begun", Method::Rakuten, Kind::Capture, MultiStatus::PayStart, u"WRONG_STATE"_s);
    row("Rakuten being sold", Method::Rakuten, Kind::Capture, MultiStatus::ReqSales, u"ALREADY_DONE"_s);
    row("Rakuten being sold, cancel", Method::Rakuten, Kind::Cancel, MultiStatus::ReqSales, u"WRONG_STATE"_s);
    row("Rakuten being cancelled", Method::Rakuten, Kind::Cancel, MultiStatus::ReqCancel, u"ALREADY_DONE"_s);
    row("Rakuten being changed", Method::Rakuten, Kind::Change, MultiStatus::ReqChange, u"WRONG_STATE"_s);
}

/// Never read before: the pre-check finds it, and keeps what it has read.
void TestMethodLife::operationInAnotherState_isNotSent()
{
    QFETCH(const PaymentMethod, method);
    QFETCH(const OperationKind, kind);
    QFETCH(const MultiStatus, status);
    QFETCH(const QString, reason);
    const OrderId order = m_money->addMulti(272, Yen{2500}, method, {.status = status, .amount = Yen{3200}});
    const OperationItem item = m_money->operateOne(kind, order);
    QCOMPARE(item.state, OperationState::Cancelled);
    QCOMPARE(codeOf(item.reason), reason);
    QCOMPARE(wordOf(order), simulator::multiWord(status));
    QCOMPARE(sent(), 0);
}

void TestMethodLife::amountBeyondTheMethod_isNotSent()
{
    const OrderId tooLittle = m_money->addMulti(1, Yen{99}, PaymentMethod::Rakuten,
                                                {.status = MultiStatus::Auth, .amount = Yen{3200}});
    const OrderId least = m_money->addMulti(2, Yen{100}, PaymentMethod::Rakuten,
                                            {.status = MultiStatus::Auth, .amount = Yen{3200}});
    QCOMPARE(codeOf(m_money->operateOne(OperationKind::Change, tooLittle).reason), u"WRONG_STATE"_s);
    QCOMPARE(sent(), 0);
    QCOMPARE(m_money->operateOne(OperationKind::Change, least).state, OperationState::Done);
}

void TestMethodLife::store_livesFromItsNumberToItsMoney()
{
    const OrderId order = m_money->addMulti(272, Yen{3200}, PaymentMethod::ConvenienceStore);
    m_money->refresh(order);
    QCOMPARE(wordOf(order), u"REQSUCCESS"_s);
    QVERIFY(paymentOf(order).facts.payBy);
    const auto numbers = m_money->shop->context().payments.numbersOf(paymentOf(order).id);
    QVERIFY(std::any_of(numbers->begin(), numbers->end(),
                        [](const auto &number) { return number.first == u"CvsReceiptNo"_s; }));
    m_money->gateway.setFrozen(true);
    const QDateTime paidAt = MoneyFixture::start().addDays(1);
    m_money->gateway.setNow(paidAt);
    QVERIFY(shopper(272, u"pay"_s));
    m_money->gateway.advance(3600);
    m_money->refresh(order);
    QCOMPARE(wordOf(order), u"PAYSUCCESS"_s);
    QCOMPARE(paymentOf(order).facts.paidAt, std::optional(paidAt));
    // 入金日 is the day on which the buyer paid, not that of the click.
    const auto change = OrderService(m_money->shop->context()).setStatus(order, OrderStatus::Paid, u"佐藤"_s);
    QVERIFY(change && change->changed);
    QCOMPARE(m_money->shop->context().orders.byId(order)->paidAt, std::optional(paidAt));
    QCOMPARE(codeOf(m_money->operateOne(OperationKind::Cancel, order).reason), u"WRONG_STATE"_s);
    QCOMPARE(sent(), 0);
}

/// 入金済み of many at once; what is not paid in cash has the day of the click.
void TestMethodLife::dayOfPaymentInBulk_isThatOfEachBuyer()
{
    m_money->gateway.setFrozen(true);
    const OrderId store = m_money->addMulti(1, Yen{3200}, PaymentMethod::ConvenienceStore);
    const OrderId bank = m_money->addMulti(2, Yen{3200}, PaymentMethod::PayEasyAtm);
    const OrderId unpaid = m_money->addMulti(3, Yen{3200}, PaymentMethod::ConvenienceStore);
    const OrderId card = m_money->addOrder(4, Yen{3200});
    const QList<OrderId> orders{store, bank, unpaid, card};
    QList<std::optional<QDateTime>> expected;
    for (const qint64 number : {1, 2}) {
        m_money->gateway.setNow(MoneyFixture::start().addDays(number));
        QVERIFY(shopper(number, u"pay"_s));
        expected.append(m_money->gateway.now());
    }
    m_money->gateway.setNow(MoneyFixture::start().addDays(3));
    expected.append({m_money->gateway.now(), m_money->gateway.now()});
    OrderRunRequest request;
    request.kind = RunKind::Status;
    request.wantedStatus = OrderStatus::Paid;
    for (const OrderId order : orders) {
        m_money->refresh(order);
        request.items.append({order, paymentOf(order).id});
    }
    m_money->run(m_money->shop->operateOrders(request, [] { return false; }));
    QList<std::optional<QDateTime>> paid;
    for (const OrderId order : orders) {
        paid.append(m_money->shop->context().orders.byId(order)->paidAt);
    }
    QCOMPARE(paid, expected);
}

void TestMethodLife::carrier_livesFromItsPageToTheReturn()
{
    m_money->gateway.setFrozen(true);
    const OrderId order = m_money->addMulti(272, Yen{3200}, PaymentMethod::Au);
    m_money->refresh(order);
    QCOMPARE(wordOf(order), u"REQSUCCESS"_s);
    QVERIFY(shopper(272, u"begin"_s));
    m_money->refresh(order);
    QCOMPARE(wordOf(order), u"AUTHPROCESS"_s);
    QVERIFY(shopper(272, u"pay"_s));
    QCOMPARE(m_money->operateOne(OperationKind::Capture, order).state, OperationState::Done);
    QCOMPARE(paymentOf(order).facts.auPayMethod, u"01"_s);
    m_money->gateway.advance(35 * 86'400); // in a later month au calls it a return
    const OperationItem back = m_money->operateOne(OperationKind::Cancel, order);
    QCOMPARE(back.state, OperationState::Done);
    QCOMPARE(wordOf(order), u"RETURN"_s);
    QCOMPARE(m_money->gateway.multiTransaction(MoneyFixture::gatewayOrderId(272))->counts.cancels, 1);
    QCOMPARE(broken(272), QStringList());
}

void TestMethodLife::wallet_livesFromItsPageToTheCancel()
{
    const OrderId order =
        m_money->addMulti(272, Yen{3200}, PaymentMethod::Rakuten, {.status = MultiStatus::PayStart});
    m_money->refresh(order);
    QVERIFY(shopper(272, u"pay"_s));
    QCOMPARE(m_money->operateOne(OperationKind::Capture, order).state, OperationState::Done);
    QCOMPARE(wordOf(order), u"REQSALES"_s);
    QVERIFY(shopper(272, u"finish"_s));
    m_money->refresh(order);
    QCOMPARE(wordOf(order), u"SALES"_s);
    QVERIFY(paymentOf(order).facts.completedOn);
    QCOMPARE(m_money->operateOne(OperationKind::Cancel, order).state, OperationState::Done);
    QCOMPARE(wordOf(order), u"REQCANCEL"_s);
    QVERIFY(shopper(272, u"finish"_s));
    m_money->refresh(order);
    QCOMPARE(wordOf(order), u"CANCEL"_s);
    QCOMPARE(m_money->shop->context().journal.openFindings()->size(), 0);
    QCOMPARE(broken(272), QStringList());
}

void TestMethodLife::partTakenBackElsewhere_leavesTheRestToTheCancel_data()
{
    QTest::addColumn<PaymentMethod>("method");
    QTest::addColumn<bool>("known");
    for (const bool known : {true, false}) {
        const char *when = known ? "known" : "found by the pre-check";
        QTest::addRow("au, %s", when) << PaymentMethod::Au << known;
        QTest::addRow("docomo, %s", when) << PaymentMethod::Docomo << known;
        QTest::addRow("SoftBank, %s", when) << PaymentMethod::SoftBank << known;
    }
}

/// 1,000 of 3,200 yen were given back at the gateway's console: our cancel is of 2,200.
void TestMethodLife::partTakenBackElsewhere_leavesTheRestToTheCancel()
{
    QFETCH(const PaymentMethod, method);
    QFETCH(const bool, known);
    const OrderId order =
        m_money->addMulti(272, Yen{3200}, method, {.status = MultiStatus::Sales, .amount = Yen{3200}});
    m_money->refresh(order);
    QCOMPARE(paymentOf(order).known->cancelledAmount, std::optional(Yen{}));
    QVERIFY(m_money->gateway.operateConsole(MoneyFixture::gatewayOrderId(272), u"CANCEL"_s, Yen{1000}).ok());
    if (known) {
        m_money->refresh(order);
        QCOMPARE(paymentOf(order).known->cancelledAmount, std::optional(Yen{1000}));
        QCOMPARE(paymentOf(order).known->total(), Yen{2200});
        QCOMPARE(wordOf(order), u"SALES"_s);
    }
    const OperationItem item = m_money->operateOne(OperationKind::Cancel, order);
    QCOMPARE(item.state, OperationState::Done);
    QCOMPARE(m_money->operation(item).pre->cancelledAmount, std::optional(Yen{1000}));
    QCOMPARE(amountsIn(mutationsOf(*m_money).last()), u"CancelAmount=2200"_s);
    QCOMPARE(paymentOf(order).known->cancelledAmount, std::optional(Yen{3200}));
    QCOMPARE(broken(272), QStringList());
}

void TestMethodLife::webMoney_isCapturedButNotGivenBack()
{
    const simulator::MultiSeed seed{.status = MultiStatus::Auth, .amount = Yen{3200}, .payMethod = u"03"_s};
    const OrderId order = m_money->addMulti(272, Yen{3200}, PaymentMethod::Au, seed);
    QCOMPARE(codeOf(m_money->operateOne(OperationKind::Cancel, order).reason), u"WRONG_STATE"_s);
    QCOMPARE(sent(), 0);
    QCOMPARE(m_money->operateOne(OperationKind::Capture, order).state, OperationState::Done);
    QCOMPARE(codeOf(m_money->operateOne(OperationKind::Cancel, order).reason), u"WRONG_STATE"_s);
    QCOMPARE(sent(), 1);
}

void TestMethodLife::paidMeanwhile_isNoStaleScreen_data()
{
    QTest::addColumn<bool>("known");
    QTest::newRow("believed to be waiting") << true;
    QTest::newRow("never read") << false;
}

/// The buyer paid while the screen showed the cancel: it ends with the state that is there now, as no
/// finding.
void TestMethodLife::paidMeanwhile_isNoStaleScreen()
{
    QFETCH(const bool, known);
    const OrderId order = m_money->addMulti(272, Yen{3200}, PaymentMethod::ConvenienceStore);
    if (known) {
        m_money->refresh(order);
    }
    QVERIFY(shopper(272, u"pay"_s));
    const OperationItem item = m_money->operateOne(OperationKind::Cancel, order);
    QCOMPARE(item.state, OperationState::Cancelled);
    QCOMPARE(codeOf(item.reason), u"WRONG_STATE"_s);
    QCOMPARE(item.paymentStatus, std::optional(PaymentStatus::Paid));
    QCOMPARE(wordOf(order), u"PAYSUCCESS"_s);
    QCOMPARE(m_money->shop->context().journal.openFindings()->size(), 0);
    QCOMPARE(sent(), 0);
}

void TestMethodLife::dayWithoutDateOrAtMidnight_armsNoCancel()
{
    const OrderId order =
        m_money->addMulti(272, Yen{3200}, PaymentMethod::Docomo, {.status = MultiStatus::Auth});
    m_money->gateway.addFaults({{.kind = simulator::FaultKind::NoDate, .call = u"SearchTradeMulti"_s}});
    const OperationItem undated = m_money->operateOne(OperationKind::Cancel, order);
    QCOMPARE(codeOf(undated.reason), u"NO_GATEWAY_DATE"_s);
    for (const Evidence &row : m_money->evidence(undated)) {
        QVERIFY2(!row.fields.contains(u"GatewayDate"_s), qPrintable(row.fields));
    }
    m_money->gateway.clearFaults();
    m_money->gateway.setNow(japantime::instantOf(QDate(2020, 12, 3), QTime(23, 59, 30)));
    QCOMPARE(codeOf(m_money->operateOne(OperationKind::Cancel, order).reason), u"MIDNIGHT"_s);
    QCOMPARE(sent(), 0);
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestMethodLife)
#include "test_methodlife.moc"
