#include "core/services/operationplanner.h"
#include "core/services/runitempages.h"
#include "tests/services/runsteps.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai {

/// A run that is planned, worked off and told in several pieces is the run that was asked for.
class TestLongRun : public QObject, RunSteps
{
    Q_OBJECT

    static constexpr int Orders = 1010;

    void takeOffPayment(OrderId order)
    {
        const auto taken = m_money->shop->context().database.run(
            u"UPDATE payment SET unlinked_reason = 'test' WHERE order_id = ?"_s, {order.value});
        QVERIFY(taken.ok());
    }

    QList<OperationItem> told(const RunId &run)
    {
        RunItemPages pages(m_money->shop->context().database, run);
        QList<OperationItem> items;
        for (auto page = pages.next(); page && !page->isEmpty(); page = pages.next()) {
            items += *page;
        }
        return items;
    }

private slots:
    /// Another program writes while the orders of a plan are looked at: it does not wait, and what it writes
    /// is not seen by half of them.
    void looking_isOfOneMomentAndHoldsNobodyUp()
    {
        m_money = std::make_unique<MoneyFixture>();
        m_money->open();
        const QList<OrderId> orders = addOrders(3);
        ShopContext &context = m_money->shop->context();
        const auto other = Database::open(context.database.spec(), DatabaseMode::ReadWrite);
        QVERIFY(other.ok());
        QList<qsizetype> asked;
        bool written = false;
        const auto request = [&](qsizetype position) {
            asked.append(position);
            if (position == 1 &&
                asked.count(1) == 2) { // the first time it is asked what is to be read before
                written = (*other)->run(u"UPDATE payment SET unlinked_reason = 'test'"_s).ok();
            }
            return requestFor(orders.at(position));
        };
        OperationPlanner planner(context);
        const auto plan =
            m_money->run(planner.planInPieces({3, request}, PlannedItems::All, [] { return false; }));
        QVERIFY(written);
        QVERIFY(plan);
        QCOMPARE(plan->items.size(), 3);
        for (const OperationItem &item : plan->items) {
            QVERIFY(item.operation);
            QCOMPARE(m_money->operation(item).state, OperationState::Planned);
        }
    }

    void everyOrder_isPlannedCarriedOutAndToldOnce()
    {
        m_money = std::make_unique<MoneyFixture>();
        m_money->open();
        const QList<OrderId> orders = addOrders(Orders);
        const QList<qsizetype> unlinked{0, 499, 500, Orders - 1};
        for (const qsizetype position : unlinked) {
            takeOffPayment(orders.at(position));
        }
        // Held by another operation: told with its holder, though nothing else of the plan is given back.
        m_money->gateway.addFaults({{.kind = simulator::FaultKind::DropAfter,
                                     .call = u"AlterTran"_s,
                                     .orderId = MoneyFixture::gatewayOrderId(701)}});
        QCOMPARE(m_money->operateOne(OperationKind::Capture, orders.at(700)).state, OperationState::InDoubt);

        const OperationRequests requests = OperationRequests::of(requestsFor(orders));
        const auto answer = m_money->run(m_money->shop->operateInPieces(requests, [] { return false; }));
        QVERIFY(!answer.storeError);
        QCOMPARE(answer.items.size(), 1);
        QCOMPARE(answer.items.first().order, orders.at(700));
        QVERIFY(!answer.items.first().heldBy.isEmpty());

        const QList<OperationItem> items = told(*answer.run);
        QCOMPARE(items.size(), orders.size());
        for (qsizetype position = 0; position < items.size(); ++position) {
            const OperationItem &item = items.at(position);
            QCOMPARE(item.order, orders.at(position));
            QCOMPARE(item.orderNumber, QString::number(position + 1));
            const bool isUnlinked = unlinked.contains(position);
            QCOMPARE(item.operation.has_value(), !isUnlinked);
            QCOMPARE(item.reason, isUnlinked        ? EndReason::NoPayment
                                  : position == 700 ? EndReason::Held
                                                    : EndReason::None);
            QCOMPARE(item.state,
                     item.reason == EndReason::None ? OperationState::Done : OperationState::Cancelled);
        }
        QCOMPARE(sent(), Orders - int(unlinked.size())); // the one in doubt once, before
        QCOMPARE(runOf(answer).state, RunStore::State::Finished);
        const auto whole =
            itemsOfRun(m_money->shop->context().database, m_money->shop->context().rules, *answer.run);
        QVERIFY(whole.ok());
        QCOMPARE(whole->size(), items.size());
    }
};

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestLongRun)
#include "test_longrun.moc"
