#include "tests/services/runsteps.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using simulator::FaultKind;

namespace {
const auto NeverStop = [] { return false; };
}

/// What the sweeps that come by themselves read, and what they do not read twice.
class TestSweep : public QObject, private RunSteps
{
    Q_OBJECT

private slots:
    void init()
    {
        m_money = std::make_unique<MoneyFixture>();
        m_money->open();
    }
    void cleanup() { m_money.reset(); }

    void closingSweep_readsNothingTwiceAfterARestart();
    void stoppedClosingSweep_goesOnWhereItStood();
    void closingSweepStartedAgain_readsAll();
    void payments_areReadSeveralAtOnce();
    void sweep_leavesOperationsASlot();
    void gatewayThatFallsSilent_isAskedOnceMore();
    void silentGateway_isReadTwice_data();
    void silentGateway_isReadTwice();
    void answerThatNobodyCanRead_endsNeitherSweepNorWatch();
    void codeOfOnePayment_doesNotEndTheClosingSweep();
    void silentGateway_endsTheWatch();

private:
    int reads() const { return m_money->gateway.arrived(u"SearchTrade"_s); }
    SweepReport closeRun(const Shop::OperationAnswer &answer, std::function<bool()> stop = NeverStop)
    {
        return m_money->run(m_money->shop->sweep().closeRun(*answer.run, stop)).value();
    }
    Shop::OperationAnswer captured(int count, int first = 1)
    {
        return m_money->operate(OperationKind::Capture, addOrders(count, first));
    }
    Shop::OperationAnswer capturedButOneInDoubt()
    {
        m_money->gateway.addFaults({{.kind = FaultKind::DropAfter,
                                     .call = u"AlterTran"_s,
                                     .orderId = MoneyFixture::gatewayOrderId(2)}});
        return captured(3);
    }
};

void TestSweep::closingSweep_readsNothingTwiceAfterARestart()
{
    const Shop::OperationAnswer answer = capturedButOneInDoubt();
    QCOMPARE(closeRun(answer).compared, 2);
    m_money->close();
    m_money->open();
    const int before = reads();
    QCOMPARE(closeRun(answer).held, 1);
    QCOMPARE(reads(), before);
    QVERIFY(!runOf(answer).sweptAt);
    m_money->settle();
    QCOMPARE(closeRun(answer).compared, 1);
    QVERIFY(runOf(answer).sweptAt);
}

void TestSweep::stoppedClosingSweep_goesOnWhereItStood()
{
    const Shop::OperationAnswer answer = captured(3);
    int asked = 0; // before each read
    QCOMPARE(closeRun(answer, [&asked] { return ++asked > 2; }).compared, 2);
    QVERIFY(!runOf(answer).sweptAt);
    m_money->close();
    m_money->open();
    QCOMPARE(closeRun(answer).compared, 1);
    QVERIFY(runOf(answer).sweptAt);
}

void TestSweep::closingSweepStartedAgain_readsAll()
{
    const Shop::OperationAnswer answer = capturedButOneInDoubt();
    QCOMPARE(closeRun(answer).compared, 2);
    QVERIFY(m_money->shop->sweep().startAgain(*answer.run).ok());
    QCOMPARE(closeRun(answer).compared, 2);
}

void TestSweep::payments_areReadSeveralAtOnce()
{
    const Shop::OperationAnswer answer = captured(12);
    int most = 0;
    int begun = 0;
    int answered = 0;
    connect(&m_money->shop->notifier(), &ChangeNotifier::gatewayAnswered, this, [&] { ++answered; });
    const auto count = [&] { // asked before each read
        most = std::max(most, ++begun - answered);
        return false;
    };
    QCOMPARE(closeRun(answer, count).compared, 12);
    QCOMPARE(answered, 12);
    QCOMPARE(most, 3); // of four slots
}

void TestSweep::sweep_leavesOperationsASlot()
{
    const Shop::OperationAnswer answer = captured(40);
    const OrderId other = m_money->addOrder(99, Yen{500});
    std::optional<QCoro::Task<>> operating;
    int readsBefore = -1;
    const int before = reads();
    bool hasSlot = true;
    const auto operate = [&]() -> QCoro::Task<> {
        const QList<OperationRequest> one = requestsFor({other});
        const Shop::OperationAnswer done = co_await m_money->shop->operate(one, NeverStop);
        readsBefore = done.items.first().state == OperationState::Done ? reads() - before : -1;
    };
    connect(&m_money->shop->notifier(), &ChangeNotifier::gatewayAnswered, this, [&] {
        const auto lease = m_money->shop->context().gate->acquire(); // the answered read has its own still
        hasSlot = hasSlot && (operating || lease.isReady());
        if (!operating && reads() >= before + 4) {
            operating = operate();
        }
    });
    QCOMPARE(closeRun(answer).compared, 40);
    QVERIFY(hasSlot);
    QVERIFY2(readsBefore > 0 && readsBefore < 20, qPrintable(QString::number(readsBefore)));
}

/// Those under way together are one witness; the next one alone is the second.
void TestSweep::gatewayThatFallsSilent_isAskedOnceMore()
{
    const Shop::OperationAnswer answer = captured(12);
    const int before = reads();
    const auto fallSilent = [&] {
        if (reads() - before == 1) {
            m_money->gateway.addFaults({{.kind = FaultKind::DropBefore, .call = u"SearchTrade"_s}});
        }
    };
    connect(&m_money->shop->notifier(), &ChangeNotifier::gatewayAnswered, this, fallSilent);
    const SweepReport report = closeRun(answer);
    QCOMPARE(report.compared, 1);
    QCOMPARE(report.silentReads, 2);
    QCOMPARE(reads(), before + 1 + 3 + 1);
}

void TestSweep::silentGateway_isReadTwice_data()
{
    QTest::addColumn<FaultKind>("fault");
    QTest::newRow("closed") << FaultKind::DropBefore;
    QTest::newRow("HTML") << FaultKind::Html;
}

void TestSweep::silentGateway_isReadTwice()
{
    QFETCH(const FaultKind, fault);
    const Shop::OperationAnswer answer = captured(3);
    m_money->gateway.addFaults({{.kind = fault, .call = u"SearchTrade"_s}});
    const int before = reads();
    QVERIFY(!closeRun(answer).gatewayAnswers());
    QCOMPARE(reads(), before + 2);
    QVERIFY(!runOf(answer).sweptAt);
    m_money->gateway.clearFaults();
    QCOMPARE(closeRun(answer).compared, 3);
    QVERIFY(runOf(answer).sweptAt);
}

/// It would come first again each time, and the others would never be read.
void TestSweep::answerThatNobodyCanRead_endsNeitherSweepNorWatch()
{
    const Shop::OperationAnswer answer = captured(3);
    const simulator::Fault page{
        .kind = FaultKind::Html, .call = u"SearchTrade"_s, .orderId = MoneyFixture::gatewayOrderId(1)};
    m_money->gateway.addFaults({page});
    QCOMPARE(closeRun(answer).compared, 2);
    m_money->gateway.clearFaults();
    m_money->gateway.addFaults({{.kind = FaultKind::DropBefore, .call = u"AlterTran"_s}});
    captured(3, 10);
    m_money->settle();
    m_money->gateway.clearFaults();
    m_money->clock.advance(5min);
    m_money->gateway.addFaults(
        {{.kind = FaultKind::Html, .call = u"SearchTrade"_s, .orderId = MoneyFixture::gatewayOrderId(10)}});
    QCOMPARE(m_money->run(m_money->shop->sweep().watchDue(NeverStop)).value().compared, 2);
}

void TestSweep::codeOfOnePayment_doesNotEndTheClosingSweep()
{
    const Shop::OperationAnswer answer = captured(3);
    m_money->gateway.addFaults({{.kind = FaultKind::Error,
                                 .call = u"SearchTrade"_s,
                                 .orderId = MoneyFixture::gatewayOrderId(1),
                                 .codes = {u"E91099999"_s}}});
    const SweepReport report = closeRun(answer);
    QCOMPARE(report.unreadable, 1);
    QCOMPARE(report.compared, 2);
    QVERIFY(!runOf(answer).sweptAt);
}

void TestSweep::silentGateway_endsTheWatch()
{
    m_money->gateway.addFaults({{.kind = FaultKind::DropBefore, .call = u"AlterTran"_s}});
    captured(3);
    m_money->settle(); // all without effect: on watch from now on
    m_money->gateway.clearFaults();
    m_money->clock.advance(5min);
    m_money->gateway.addFaults({{.kind = FaultKind::DropBefore, .call = u"SearchTrade"_s}});
    const int before = reads();
    const auto watch = [&] { return m_money->run(m_money->shop->sweep().watchDue(NeverStop)).value(); };
    QVERIFY(!watch().gatewayAnswers());
    QCOMPARE(reads(), before + 2);
    m_money->gateway.clearFaults();
    QCOMPARE(watch().compared, 3);
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestSweep)
#include "test_sweep.moc"
