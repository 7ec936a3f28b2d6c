#include "tests/services/invariants.h"
#include "tests/services/methodcases.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using simulator::FaultKind;
using simulator::MultiStatus;

namespace {
const auto NeverStop = [] { return false; };
}

/// What becomes of an operation on a payment of another method whose answer is lost, late or not a plain yes.
class TestMethodAnswers : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_money = std::make_unique<MoneyFixture>();
        m_money->open();
    }
    void cleanup() { m_money.reset(); }

    void lostAnswer_isSettledAsDone_data() { addMethodCases(); }
    void lostAnswer_isSettledAsDone();
    void lostRequest_isSettledAsNoEffect_data() { addMethodCases(); }
    void lostRequest_isSettledAsNoEffect();
    void answerWithoutARead_isInDoubtUntilARead_data() { addMethodCases(); }
    void answerWithoutARead_isInDoubtUntilARead();
    void tooBusy_isSentOnceMore_data() { addMethodCases(); }
    void tooBusy_isSentOnceMore();
    void partTakenBackBefore_isComparedAfterARestart();
    void partTakenBackMeanwhile_isNoNoEffect();
    void customerAtTheTerminal_isNoEffectAndPaysThen();
    void runOfAllMethods_addsUp();

private:
    QString settledReason(const OperationItem &item) { return codeOf(m_money->operation(item).endReason); }
    Payment paymentOf(OrderId order)
    {
        return m_money->shop->context().payments.ofOrder(order).value().first();
    }
    OperationItem operateWith(const MethodCase &one, const simulator::Fault &fault)
    {
        const OrderId order = addMethodCase(*m_money, one, 272, Yen{200});
        m_money->gateway.addFaults({fault});
        return m_money->operateOne(one.kind, order);
    }
    QStringList broken(qint64 number = 272)
    {
        return Invariants(*m_money).brokenAtRest(MoneyFixture::gatewayOrderId(number));
    }

    std::unique_ptr<MoneyFixture> m_money;
};

void TestMethodAnswers::lostAnswer_isSettledAsDone()
{
    QFETCH(const int, place);
    const MethodCase &one = methodCases().at(place);
    const OperationItem item =
        operateWith(one, {.kind = FaultKind::DropAfter, .call = QString::fromLatin1(one.call), .nth = 1});
    QCOMPARE(item.state, OperationState::InDoubt);
    QCOMPARE(codeOf(item.reason), u"NO_ANSWER"_s);
    m_money->close();
    m_money->open();
    m_money->settle();
    const Operation settled = m_money->operation(item);
    QCOMPARE(settled.state, OperationState::Done);
    QCOMPARE(settled.proof, std::optional(Proof::Read));
    QCOMPARE(mutationsOf(*m_money).size(), 1);
    QCOMPARE(broken(), QStringList());
}

void TestMethodAnswers::lostRequest_isSettledAsNoEffect()
{
    QFETCH(const int, place);
    const MethodCase &one = methodCases().at(place);
    const OperationItem item =
        operateWith(one, {.kind = FaultKind::DropBefore, .call = QString::fromLatin1(one.call), .nth = 1});
    QCOMPARE(item.state, OperationState::InDoubt);
    m_money->close();
    m_money->open();
    m_money->settle();
    QCOMPARE(m_money->operation(item).state, OperationState::Refused);
    QCOMPARE(settledReason(item), u"NO_EFFECT"_s);
    QCOMPARE(mutationsOf(*m_money).size(), 1);
    QCOMPARE(broken(), QStringList());
}

/// The gateway says yes, and the read that has to prove it does not come.
void TestMethodAnswers::answerWithoutARead_isInDoubtUntilARead()
{
    QFETCH(const int, place);
    const OperationItem item = operateWith(
        methodCases().at(place), {.kind = FaultKind::DropAfter, .call = u"SearchTradeMulti"_s, .nth = 2});
    QCOMPARE(item.state, OperationState::InDoubt);
    m_money->settle();
    QCOMPARE(m_money->operation(item).state, OperationState::Done);
    QCOMPARE(m_money->operation(item).proof, std::optional(Proof::Both));
    QCOMPARE(mutationsOf(*m_money).size(), 1);
    QCOMPARE(broken(), QStringList());
}

void TestMethodAnswers::tooBusy_isSentOnceMore()
{
    QFETCH(const int, place);
    const MethodCase &one = methodCases().at(place);
    const OperationItem item = operateWith(one, {.kind = FaultKind::Error,
                                                 .call = QString::fromLatin1(one.call),
                                                 .nth = 1,
                                                 .codes = {u"E92000001"_s}});
    QCOMPARE(item.state, OperationState::Done);
    QCOMPARE(m_money->operation(item).attempt, 2);
    QCOMPARE(mutationsOf(*m_money).size(), 2);
    QCOMPARE(broken(), QStringList());
}

/// The cancelled part is one of the fields that "as before" is about, and it is on disk.
void TestMethodAnswers::partTakenBackBefore_isComparedAfterARestart()
{
    const OrderId order =
        m_money->addMulti(272, Yen{3200}, PaymentMethod::Au,
                          {.status = MultiStatus::Sales, .amount = Yen{3200}, .cancelledAmount = Yen{1000}});
    m_money->gateway.addFaults({{.kind = FaultKind::DropBefore, .call = u"AuCancelReturn"_s, .nth = 1}});
    const OperationItem item = m_money->operateOne(OperationKind::Cancel, order);
    QCOMPARE(item.state, OperationState::InDoubt);
    m_money->close();
    m_money->open();
    QCOMPARE(m_money->operation(item).pre->cancelledAmount, std::optional(Yen{1000}));
    m_money->settle();
    QCOMPARE(settledReason(item), u"NO_EFFECT"_s);
    QCOMPARE(broken(), QStringList());
}

/// Our cancel got lost, and at the console a part is taken back: not what we asked for, and not as before.
void TestMethodAnswers::partTakenBackMeanwhile_isNoNoEffect()
{
    const OrderId order = m_money->addMulti(272, Yen{3200}, PaymentMethod::Docomo,
                                            {.status = MultiStatus::Sales, .amount = Yen{3200}});
    m_money->gateway.addFaults({{.kind = FaultKind::DropBefore, .call = u"DocomoCancelReturn"_s, .nth = 1}});
    const OperationItem item = m_money->operateOne(OperationKind::Cancel, order);
    QVERIFY(m_money->gateway.operateConsole(MoneyFixture::gatewayOrderId(272), u"CANCEL"_s, Yen{1000}).ok());
    m_money->settle();
    QCOMPARE(m_money->operation(item).state, OperationState::Conflict);
    QCOMPARE(settledReason(item), u"UNEXPECTED_STATE"_s);
}

/// The store takes the cancel back at once. The buyer then pays, which is no late effect of ours.
void TestMethodAnswers::customerAtTheTerminal_isNoEffectAndPaysThen()
{
    const OrderId order = m_money->addMulti(272, Yen{3200}, PaymentMethod::ConvenienceStore);
    const QString name = MoneyFixture::gatewayOrderId(272);
    QVERIFY(m_money->gateway.actAsShopper(name, u"useTerminal"_s).ok());
    const OperationItem item = m_money->operateOne(OperationKind::Cancel, order);
    QCOMPARE(item.state, OperationState::InDoubt);
    QCOMPARE(item.codes, QStringList{u"LW1310004"_s});
    m_money->settle();
    QCOMPARE(settledReason(item), u"NO_EFFECT"_s);
    QVERIFY(m_money->gateway.actAsShopper(name, u"pay"_s).ok());
    m_money->clock.advance(5min);
    const auto watched = m_money->run(m_money->shop->sweep().watchDue(NeverStop));
    QCOMPARE(watched->compared, 1);
    QCOMPARE(watched->differences.size(), 0);
    QCOMPARE(paymentOf(order).known->status, u"PAYSUCCESS"_s);
    QCOMPARE(m_money->shop->context().journal.openFindings()->size(), 0);
    QCOMPARE(broken(), QStringList());
}

/// One run over all methods with answers that get lost: each is sent once and found out.
void TestMethodAnswers::runOfAllMethods_addsUp()
{
    QList<OrderId> orders;
    QList<qint64> numbers;
    for (const MethodCase &one : methodCases()) {
        if (one.kind == OperationKind::Cancel) {
            numbers.append(numbers.size() + 1);
            orders.append(addMethodCase(*m_money, one, numbers.last()));
        }
    }
    orders.append(m_money->addOrder(99, Yen{3200}));
    numbers.append(99);
    for (const QString &call : {u"CvsCancel"_s, u"AuCancelReturn"_s, u"RakutenIdCancel"_s}) {
        m_money->gateway.addFaults({{.kind = FaultKind::DropAfter, .call = call, .nth = 1}});
    }
    m_money->gateway.addFaults({{.kind = FaultKind::DropBefore, .call = u"SbCancel"_s, .nth = 2}});
    m_money->shop->context().breaker = 100;
    const Shop::OperationAnswer answer = m_money->operate(OperationKind::Cancel, orders);
    QVERIFY(answer.run);
    m_money->settle();
    int done = 0;
    for (const OperationItem &item : answer.items) {
        done += m_money->operation(item).state == OperationState::Done ? 1 : 0;
    }
    QCOMPARE(done, int(orders.size()) - 1);
    QCOMPARE(mutationsOf(*m_money).size(), orders.size());
    Invariants invariants(*m_money);
    for (const qint64 number : numbers) {
        QCOMPARE(invariants.brokenAtRest(MoneyFixture::gatewayOrderId(number)), QStringList());
    }
    QCOMPARE(invariants.brokenRuns(), QStringList());
    // All that can go on by itself is found where it is.
    const auto swept = m_money->run(m_money->shop->sweep().closeRun(*answer.run, NeverStop));
    QCOMPARE(swept->differences.size(), 0);
    QCOMPARE(swept->compared, int(orders.size()));
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestMethodAnswers)
#include "test_methodanswers.moc"
