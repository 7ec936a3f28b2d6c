#include "core/storage/databasefaults.h"
#include "tests/services/invariants.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using seams::CommitFault;

/// What an operation leaves behind where the store fails around it (journal.md §6.2, §12).
class TestStoreTrouble : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_money = std::make_unique<MoneyFixture>();
        m_money->open();
        m_order = m_money->addOrder(272, Yen{3200});
        m_money->refresh(m_order);
    }
    void cleanup()
    {
        seams::failDatabaseCall(0);
        m_money.reset();
    }

    void lostAnswerToTheClaim_isReadBack();
    void claimThatFails_leavesNothingPlanned();
    void idleClaim_isReleasedBeforeTheNextOperation();
    void runsItems_stayPlanned();
    void armedByALostAnswer_isDoubtWhenNobodyWorksOnIt();
    void claimAfterBusy_isDoubtForTheNextStart();
    void effectThatComesAfterBusy_isFound();

private:
    int sent() const { return m_money->gateway.arrived(u"AlterTran"_s); }
    JournalStore &journal() { return m_money->shop->context().journal; }
    OperationRequest request() const
    {
        OperationRequest request;
        request.order = m_order;
        return request;
    }
    OperationId planned()
    {
        return *m_money->run(m_money->shop->planner().plan({request()})).value().items.first().operation;
    }
    qint64 arm(const OperationId &id)
    {
        const qint64 epoch = journal().claim(id, m_money->clock.nowUtc()).value().epoch;
        const PaymentId payment = journal().byId(id).value().paymentId;
        const Snapshot pre = *m_money->shop->context().payments.byId(payment).value().known;
        const bool armed =
            journal().arm({id, epoch, pre, u"SALES"_s, u"digest"_s, m_money->clock.nowUtc()}).value();
        return armed ? epoch : 0;
    }
    /// Which call of the whole operation the claim's commit is.
    qint64 claimsCommit()
    {
        const OperationId id = planned();
        seams::failDatabaseCall(0);
        const bool claimed = journal().claim(id, m_money->clock.nowUtc()).ok();
        const qint64 calls = seams::databaseCalls();
        const bool released = m_money->shop->operation().releaseIdle().ok();
        return claimed && released ? calls : 0;
    }

    std::unique_ptr<MoneyFixture> m_money;
    OrderId m_order;
};

void TestStoreTrouble::lostAnswerToTheClaim_isReadBack()
{
    const qint64 calls = claimsCommit();
    const OperationId id = planned();
    constexpr qint64 LoadCalls = 2; // the operation and its payment are read first
    seams::failDatabaseCall(LoadCalls + calls, CommitFault::After);
    const auto result = m_money->run(m_money->shop->operation().run(id, Within::NoRun, [] { return false; }));
    QVERIFY(!result.storeError);
    QCOMPARE(journal().byId(id).value().state, OperationState::Done);
    QCOMPARE(sent(), 1);
    QCOMPARE(Invariants(*m_money).brokenAtRest(MoneyFixture::gatewayOrderId(272)), QStringList());
}

void TestStoreTrouble::claimThatFails_leavesNothingPlanned()
{
    seams::failDatabaseCall(0);
    const auto plan = m_money->run(m_money->shop->planner().plan({request()})).value();
    const qint64 planningCalls = seams::databaseCalls();
    QVERIFY(m_money->shop->operation().releaseIdle().ok());
    // Two reads of rows before planning, one of the restore's mark, and two of the operation before its
    // claim.
    seams::failDatabaseCall(3 + planningCalls + 3);
    const auto answer = m_money->run(m_money->shop->operate({request()}, [] { return false; }));
    QVERIFY(answer.storeError);
    QCOMPARE(answer.items.first().state, OperationState::Cancelled);
    QCOMPARE(answer.items.first().reason, EndReason::Withdrawn);
    QVERIFY(journal().inState(OperationState::Planned).value().isEmpty());
    QCOMPARE(sent(), 0);
}

void TestStoreTrouble::idleClaim_isReleasedBeforeTheNextOperation()
{
    const OperationId id = planned();
    QVERIFY(journal().claim(id, m_money->clock.nowUtc()).ok());
    QCOMPARE(m_money->operateOne(OperationKind::Capture, m_order).state, OperationState::Done);
    QCOMPARE(journal().byId(id).value().state, OperationState::Cancelled);
    QCOMPARE(journal().byId(id).value().endReason, EndReason::NotSent);
    QCOMPARE(sent(), 1);
}

void TestStoreTrouble::runsItems_stayPlanned()
{
    const OrderId other = m_money->addOrder(273, Yen{1000});
    OperationRequest second = request();
    second.order = other;
    const auto plan = m_money->run(m_money->shop->planner().plan({request(), second})).value();
    QCOMPARE(m_money->shop->operation().releaseIdle().value(), 0);
    QCOMPARE(journal().ofRun(*plan.run).value().first().state, OperationState::Planned);
}

void TestStoreTrouble::armedByALostAnswer_isDoubtWhenNobodyWorksOnIt()
{
    const OperationId id = planned();
    QVERIFY(arm(id) > 0);
    QCOMPARE(m_money->operateOne(OperationKind::Capture, m_order).reason, EndReason::Held);
    QCOMPARE(journal().byId(id).value().state, OperationState::InDoubt);
    m_money->settle();
    QCOMPARE(journal().byId(id).value().endReason, EndReason::NoEffect);
    QCOMPARE(m_money->operateOne(OperationKind::Capture, m_order).state, OperationState::Done);
}

void TestStoreTrouble::claimAfterBusy_isDoubtForTheNextStart()
{
    const OperationId id = planned();
    const qint64 epoch = arm(id);
    const Move afterBusy{id,    OperationState::Armed, OperationState::Claimed,
                         epoch, std::nullopt,          EndReason::None};
    QVERIFY(journal().move(afterBusy, {}, m_money->clock.nowUtc()).value());
    m_money->close();
    m_money->open();
    QCOMPARE(journal().byId(id).value().state, OperationState::InDoubt);
    m_money->settle();
    QCOMPARE(journal().byId(id).value().endReason, EndReason::NoEffect);
    QCOMPARE(Invariants(*m_money).brokenStore(), QStringList());
}

void TestStoreTrouble::effectThatComesAfterBusy_isFound()
{
    m_money->gateway.addFaults(
        {{.kind = simulator::FaultKind::Error, .call = u"AlterTran"_s, .nth = 1, .codes = {u"E92000001"_s}}});
    // Between the read that showed nothing and the next attempt.
    connect(&m_money->shop->notifier(), &ChangeNotifier::paymentChanged, this, [this] {
        const auto claimed = journal().inState(OperationState::Claimed).value();
        if (!claimed.isEmpty() && claimed.first().attempt == 1) {
            static_cast<void>(m_money->gateway.operateConsole(MoneyFixture::gatewayOrderId(272), u"SALES"_s));
        }
    });
    const OperationItem item = m_money->operateOne(OperationKind::Capture, m_order);
    QCOMPARE(item.state, OperationState::Done);
    QCOMPARE(sent(), 1);
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestStoreTrouble)
#include "test_storetrouble.moc"
