#include "tests/services/moneyfixture.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::Fault;
using simulator::FaultKind;

class TestCapture : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_money = std::make_unique<MoneyFixture>();
        m_money->open();
    }
    void cleanup() { m_money.reset(); }

    void capture_takesEffectOnceAndIsDone();
    void secondCapture_isCancelledAsAlreadyDone();
    void difference_blocksCapture();
    void differenceSinceTheAuthorization_blocksCapture();
    void keptGatewayAmount_isCaptured();
    void lostAnswer_isInDoubtAndSettlesByReading();
    void neverArrived_isRefusedOnlyAfterTheSettleTime();
    void refusal_isRefusedWhenTheReadEqualsPre();
    void busy_isTriedThreeTimesAtMost();

private:
    std::unique_ptr<MoneyFixture> m_money;
};

void TestCapture::capture_takesEffectOnceAndIsDone()
{
    const OrderId order = m_money->addOrder(272, Yen{3200});
    const OperationItem item = m_money->operateOne(OperationKind::Capture, order);
    QCOMPARE(item.state, OperationState::Done);
    QCOMPARE(item.proof, Proof::Answer);
    QCOMPARE(item.jobCd, u"SALES"_s);
    QCOMPARE(item.paymentStatus, PaymentStatus::Captured);
    QCOMPARE(m_money->gateway.arrived(u"AlterTran"_s), 1);
    QCOMPARE(m_money->effects(MoneyFixture::gatewayOrderId(272), u"SALES"_s), 1);
    QVERIFY(m_money->chainProblems().isEmpty());
}

void TestCapture::secondCapture_isCancelledAsAlreadyDone()
{
    const OrderId order = m_money->addOrder(272, Yen{3200});
    m_money->operateOne(OperationKind::Capture, order);
    const OperationItem item = m_money->operateOne(OperationKind::Capture, order);
    QCOMPARE(item.state, OperationState::Cancelled);
    QCOMPARE(item.reason, EndReason::AlreadyDone);
    QCOMPARE(m_money->gateway.arrived(u"AlterTran"_s), 1);
}

void TestCapture::difference_blocksCapture()
{
    const OrderId order = m_money->addOrder(272, Yen{2700}, {.amount = Yen{3200}});
    const OperationItem item = m_money->operateOne(OperationKind::Capture, order);
    QCOMPARE(item.state, OperationState::Cancelled);
    QCOMPARE(item.reason, EndReason::Difference);
    QCOMPARE(m_money->gateway.arrived(u"AlterTran"_s), 0);
}

/// What was read before the card was authorised names no amount that anybody confirmed.
void TestCapture::differenceSinceTheAuthorization_blocksCapture()
{
    const OrderId order = m_money->addOrder(
        272, Yen{3300}, {.status = simulator::CardStatus::Authenticated, .amount = Yen{3200}});
    m_money->refresh(order);
    QVERIFY(m_money->gateway.actAsShopper(MoneyFixture::gatewayOrderId(272), u"finish"_s).ok());
    const OperationItem item = m_money->operateOne(OperationKind::Capture, order);
    QCOMPARE(item.state, OperationState::Cancelled);
    QCOMPARE(item.reason, EndReason::Difference);
    QCOMPARE(m_money->gateway.arrived(u"AlterTran"_s), 0);
}

void TestCapture::keptGatewayAmount_isCaptured()
{
    const OrderId order = m_money->addOrder(272, Yen{2700}, {.amount = Yen{3200}});
    const OperationItem item = m_money->operateOne(OperationKind::Capture, order, true);
    QCOMPARE(item.state, OperationState::Done);
    QCOMPARE(item.amount, Yen{3200});
}

void TestCapture::lostAnswer_isInDoubtAndSettlesByReading()
{
    const OrderId order = m_money->addOrder(272, Yen{3200});
    m_money->gateway.addFaults({{.kind = FaultKind::DropAfter, .call = u"AlterTran"_s, .nth = 1}});
    const OperationItem item = m_money->operateOne(OperationKind::Capture, order);
    QCOMPARE(item.state, OperationState::InDoubt);
    QCOMPARE(item.reason, EndReason::NoAnswer);
    m_money->settle();
    const Operation settled = m_money->operation(item);
    QCOMPARE(settled.state, OperationState::Done);
    QCOMPARE(settled.proof, Proof::Read);
    QCOMPARE(m_money->gateway.arrived(u"AlterTran"_s), 1);
}

void TestCapture::neverArrived_isRefusedOnlyAfterTheSettleTime()
{
    const OrderId order = m_money->addOrder(272, Yen{3200});
    m_money->gateway.addFaults({{.kind = FaultKind::DropBefore, .call = u"AlterTran"_s, .nth = 1}});
    const OperationItem item = m_money->operateOne(OperationKind::Capture, order);
    QCOMPARE(item.state, OperationState::InDoubt);
    m_money->settle(std::chrono::seconds(180));
    QCOMPARE(m_money->operation(item).state, OperationState::InDoubt);
    m_money->settle(std::chrono::minutes(10));
    QCOMPARE(m_money->operation(item).state, OperationState::Refused);
    QCOMPARE(m_money->operation(item).endReason, EndReason::NoEffect);
    QVERIFY(m_money->chainProblems().isEmpty());
}

void TestCapture::refusal_isRefusedWhenTheReadEqualsPre()
{
    const OrderId order = m_money->addOrder(272, Yen{3200});
    m_money->gateway.addFaults(
        {{.kind = FaultKind::Error, .call = u"AlterTran"_s, .nth = 1, .codes = {u"E01420010"_s}}});
    const OperationItem item = m_money->operateOne(OperationKind::Capture, order);
    QCOMPARE(item.state, OperationState::Refused);
    QCOMPARE(item.reason, EndReason::RefusedByGateway);
    QCOMPARE(item.codes, QStringList{u"E01420010"_s});
}

void TestCapture::busy_isTriedThreeTimesAtMost()
{
    const OrderId order = m_money->addOrder(272, Yen{3200});
    m_money->gateway.addFaults(
        {{.kind = FaultKind::Error, .call = u"AlterTran"_s, .times = 9, .codes = {u"E92000001"_s}}});
    const OperationItem item = m_money->operateOne(OperationKind::Capture, order);
    QCOMPARE(item.state, OperationState::InDoubt);
    QCOMPARE(m_money->gateway.arrived(u"AlterTran"_s), 3);
    m_money->settle();
    QCOMPARE(m_money->operation(item).endReason, EndReason::NoEffect);
    QCOMPARE(m_money->gateway.arrived(u"AlterTran"_s), 3);
    QVERIFY(m_money->chainProblems().isEmpty());
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestCapture)
#include "test_capture.moc"
