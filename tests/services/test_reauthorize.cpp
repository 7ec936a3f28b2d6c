#include "tests/services/invariants.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::CardStatus;
using simulator::FaultKind;

namespace {
const auto NeverStop = [] { return false; };
}

/// An order with two cancelled payments is authorised anew on one of them, whatever is not known of the
/// other.
class TestReauthorize : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_money.reset(); }

    void doubtOfTheOtherPayment_holdsTheNewer_data() { addForms(); }
    void doubtOfTheOtherPayment_holdsTheNewer();
    void findingOfTheOtherPayment_holdsTheNewer_data() { addForms(); }
    void findingOfTheOtherPayment_holdsTheNewer();
    void otherPaymentClaimedAfterPlanning_isSeenBeforeArming_data() { addForms(); }
    void otherPaymentClaimedAfterPlanning_isSeenBeforeArming();
    void bothClaimedAtOnce_authoriseOnceAtMost();
    void otherPaymentWithoutDoubt_holdsNothing_data() { addForms(); }
    void otherPaymentWithoutDoubt_holdsNothing();

private:
    static void addForms()
    {
        QTest::addColumn<QString>("named");
        QTest::newRow("named") << Newer;
        QTest::newRow("the newest closed one") << QString();
    }
    OperationRequest requestFor(const QString &gatewayOrderId) const
    {
        OperationRequest request;
        request.kind = OperationKind::Reauthorize;
        request.order = m_order;
        request.gatewayOrderId = gatewayOrderId;
        request.operatorName = u"佐藤"_s;
        return request;
    }
    OperationItem reauthorize(const QString &gatewayOrderId)
    {
        return m_money->run(m_money->shop->operate({requestFor(gatewayOrderId)}, NeverStop)).items.first();
    }
    OperationId plan(const QString &gatewayOrderId)
    {
        const auto planned = m_money->run(m_money->shop->planner().plan({requestFor(gatewayOrderId)}));
        return *planned.value().items.first().operation;
    }
    Operation operation(const OperationId &id) { return m_money->shop->context().journal.byId(id).value(); }
    int sent() const { return m_money->gateway.arrived(u"AlterTran"_s); }

    inline static const QString Older = MoneyFixture::gatewayOrderId(272);
    inline static const QString Newer = u"272-second"_s;
    std::unique_ptr<MoneyFixture> m_money;
    OrderId m_order;
};

void TestReauthorize::init()
{
    m_money = std::make_unique<MoneyFixture>();
    m_money->open();
    m_order = m_money->addOrder(
        272, Yen{3200}, {.status = CardStatus::Void, .authorizedAt = MoneyFixture::start().addSecs(-3600)});
    QVERIFY(m_money->gateway
                .seedTransactions({{.orderId = Newer, .status = CardStatus::Void, .amount = Yen{3200}}})
                .ok());
    ShopContext &context = m_money->shop->context();
    QVERIFY(context.payments.link(m_order, context.shopId, Newer, PaymentMethod::Card).ok());
    m_money->refresh(m_order);
}

void TestReauthorize::doubtOfTheOtherPayment_holdsTheNewer()
{
    QFETCH(QString, named);
    m_money->gateway.addFaults({{.kind = FaultKind::DropAfter, .call = u"AlterTran"_s, .nth = 1}});
    const OperationItem doubtful = reauthorize(Older);
    QCOMPARE(doubtful.state, OperationState::InDoubt);
    const OperationItem second = reauthorize(named);
    QCOMPARE(second.state, OperationState::Cancelled);
    QCOMPARE(codeOf(second.reason), u"HELD"_s);
    QCOMPARE(second.gatewayOrderId, Newer);
    QVERIFY2(second.heldBy.contains(u"佐藤"_s), qPrintable(second.heldBy));
    QCOMPARE(sent(), 1);
    m_money->settle();
    QCOMPARE(m_money->operation(doubtful).state, OperationState::Done);
    QVERIFY(reauthorize(named).state == OperationState::Cancelled); // it is open now
    QCOMPARE(sent(), 1);
}

void TestReauthorize::findingOfTheOtherPayment_holdsTheNewer()
{
    QFETCH(QString, named);
    ShopContext &context = m_money->shop->context();
    const PaymentId older = context.payments.ofOrder(m_order).value().first().id;
    QVERIFY(m_money->gateway.operateConsole(Older, u"AUTH"_s).ok());
    const auto swept = m_money->run(m_money->shop->sweep().compare({older}, u"SWEEP"_s, NeverStop));
    QCOMPARE(swept.value().differences.size(), 1);
    QCOMPARE(context.payments.byId(older).value().known->status, u"VOID"_s);
    const OperationItem item = reauthorize(named);
    QCOMPARE(item.state, OperationState::Cancelled);
    QCOMPARE(codeOf(item.reason), u"HELD"_s);
    QCOMPARE(sent(), 0);
}

/// By another seat, which planned when nothing was live yet.
void TestReauthorize::otherPaymentClaimedAfterPlanning_isSeenBeforeArming()
{
    QFETCH(QString, named);
    const OperationId theirs = plan(Older);
    const OperationId ours = plan(named);
    JournalStore other(m_money->shop->context().database, Seat{u"B"_s, newUuid(), 2});
    QCOMPARE(other.claim(theirs, m_money->clock.nowUtc()).value().outcome,
             JournalStore::Claim::Outcome::Claimed);
    const auto result = m_money->run(m_money->shop->operation().run(ours, Within::NoRun, NeverStop));
    QCOMPARE(result.state, OperationState::Cancelled);
    QCOMPARE(codeOf(operation(ours).endReason), u"HELD"_s);
    QCOMPARE(sent(), 0);
}

void TestReauthorize::bothClaimedAtOnce_authoriseOnceAtMost()
{
    const OperationId first = plan(Older);
    const OperationId second = plan(Newer);
    PaymentOperation &working = m_money->shop->operation();
    auto one = working.run(first, Within::NoRun, NeverStop);
    auto two = working.run(second, Within::NoRun, NeverStop);
    while (operation(first).state == OperationState::Planned) {
        QCoreApplication::sendPostedEvents(); // the commit in which both claim comes some turns later
    }
    QCOMPARE(operation(first).state, OperationState::Claimed);
    QCOMPARE(operation(second).state, OperationState::Claimed);
    m_money->run(std::move(one));
    m_money->run(std::move(two));
    QVERIFY2(sent() <= 1, qPrintable(QString::number(sent())));
    const auto isHeld = [this](const OperationId &id) { return operation(id).endReason == EndReason::Held; };
    QVERIFY(isHeld(first) || isHeld(second));
    QCOMPARE(Invariants(*m_money).brokenStore(), QStringList());
}

void TestReauthorize::otherPaymentWithoutDoubt_holdsNothing()
{
    QFETCH(QString, named);
    const OperationItem item = reauthorize(named);
    QCOMPARE(item.state, OperationState::Done);
    QCOMPARE(item.gatewayOrderId, Newer);
    QCOMPARE(m_money->effects(Newer, u"AUTH"_s), 1);
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestReauthorize)
#include "test_reauthorize.moc"
