#include "core/services/journalrecord.h"
#include "tests/services/invariants.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using simulator::FaultKind;

/// One scenario for each rule that money stands on (journal.md §17, last point), named after the rule. Each
/// passes; with its rule switched off by KESSAI_SWITCH_OFF it must fail. test_rules runs them both ways.
class RuleScenarios : public QObject
{
    Q_OBJECT

private slots:
    void armRecord();
    void oneShotBody();
    void timeoutInDoubt();
    void liveIndex();
    void settleTime();
    void epoch();
    void sendWindow();

private:
    /// A shop with one order of 3,200 yen.
    struct Scene
    {
        explicit Scene(bool keepAlive = false) : money(QString(), options(keepAlive))
        {
            money.open();
            order = money.addOrder(272, Yen{3200});
        }
        static simulator::SimulatorOptions options(bool keepAlive)
        {
            simulator::SimulatorOptions options = MoneyFixture::defaults();
            options.keepAlive = keepAlive;
            return options;
        }
        OperationId plan()
        {
            OperationRequest request;
            request.order = order;
            request.operatorName = u"佐藤"_s;
            return *money.run(money.shop->planner().plan({request})).value().items.first().operation;
        }
        QString payment() const { return MoneyFixture::gatewayOrderId(272); }

        MoneyFixture money;
        OrderId order;
    };
};

/// Nothing is on the wire that the journal does not know of.
void RuleScenarios::armRecord()
{
    Scene scene;
    scene.money.operateOne(OperationKind::Capture, scene.order);
    QCOMPARE(scene.money.gateway.arrived(u"AlterTran"_s), 1);
    QCOMPARE(Invariants(scene.money).broken(scene.payment()), QStringList());
}

/// A connection that dies under the request does not bring it twice.
void RuleScenarios::oneShotBody()
{
    Scene scene(true);
    scene.money.gateway.addFaults({{.kind = FaultKind::DropBefore, .call = u"AlterTran"_s, .nth = 1}});
    const OperationItem item = scene.money.operateOne(OperationKind::Capture, scene.order);
    QCOMPARE(scene.money.gateway.arrived(u"AlterTran"_s), 1);
    QCOMPARE(item.state, OperationState::InDoubt);
}

/// What was not heard is not called refused: the gateway took the money.
void RuleScenarios::timeoutInDoubt()
{
    Scene scene;
    scene.money.gateway.addFaults({{.kind = FaultKind::DropAfter, .call = u"AlterTran"_s, .nth = 1}});
    const OperationItem item = scene.money.operateOne(OperationKind::Capture, scene.order);
    QCOMPARE(scene.money.effects(scene.payment(), u"SALES"_s), 1);
    QVERIFY(item.state != OperationState::Refused);
    scene.money.settle();
    QCOMPARE(Invariants(scene.money).brokenAtRest(scene.payment()), QStringList());
}

/// Two operations planned on one payment: the database lets one of them begin.
void RuleScenarios::liveIndex()
{
    Scene scene;
    const OperationId first = scene.plan();
    const OperationId second = scene.plan();
    JournalStore &journal = scene.money.shop->context().journal;
    const QDateTime now = scene.money.clock.nowUtc();
    using Outcome = JournalStore::Claim::Outcome;
    QCOMPARE(journal.claim(first, now).value().outcome, Outcome::Claimed);
    QCOMPARE(journal.claim(second, now).value().outcome, Outcome::HeldByOther);
    QCOMPARE(Invariants(scene.money).broken(scene.payment()), QStringList());
}

/// The gateway has the request and takes its time; reads that show nothing yet are no "no".
void RuleScenarios::settleTime()
{
    Scene scene;
    scene.money.gateway.addFaults({{.kind = FaultKind::DropBefore, .call = u"AlterTran"_s, .nth = 1}});
    const OperationItem item = scene.money.operateOne(OperationKind::Capture, scene.order);
    scene.money.settle(180s);
    QCOMPARE(scene.money.operation(item).state, OperationState::InDoubt);
    // It worked after all.
    QVERIFY(scene.money.gateway.operateConsole(scene.payment(), u"SALES"_s).ok());
    scene.money.settle();
    QCOMPARE(scene.money.operation(item).state, OperationState::Done);
}

/// A seat that lost its operation cannot arm it any more.
void RuleScenarios::epoch()
{
    Scene scene;
    const OperationId id = scene.plan();
    ShopContext &context = scene.money.shop->context();
    const QDateTime now = scene.money.clock.nowUtc();
    const qint64 oldEpoch = context.journal.claim(id, now).value().epoch;
    JournalStore other(context.database, Seat{u"other"_s, newUuid(), 2});
    QVERIFY(other.adopt(context.journal.byId(id).value(), now).value());
    QVERIFY(other.claim(id, now).value().epoch > oldEpoch);

    const Snapshot pre{u"AUTH"_s, Yen{3200}, Yen{0}, u"20201203132123"_s, u"1"_s, u"2"_s};
    QCOMPARE(context.journal.arm({id, oldEpoch, pre, u"SALES"_s, u"00"_s, now}).value(), false);
    QCOMPARE(context.journal.byId(id).value().state, OperationState::Claimed);
}

/// The machine slept between arming and sending: the request is not sent late.
void RuleScenarios::sendWindow()
{
    Scene scene;
    ShopContext &context = scene.money.shop->context();
    VirtualClock &clock = scene.money.clock;
    connect(&context.notifier, &ChangeNotifier::paymentChanged, this, [&context, &clock](PaymentId id) {
        const auto live = context.journal.liveOf(id);
        if (live && *live && (*live)->state == OperationState::Armed) {
            clock.suspend(11s);
        }
    });
    const OperationItem item = scene.money.operateOne(OperationKind::Capture, scene.order);
    QCOMPARE(scene.money.gateway.arrived(u"AlterTran"_s), 0);
    QCOMPARE(item.state, OperationState::Cancelled);
    QCOMPARE(item.reason, EndReason::NotSent);
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::RuleScenarios)
#include "rulescenarios.moc"
