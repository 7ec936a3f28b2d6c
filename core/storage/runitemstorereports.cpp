// RunItemStore: the items as the reports of runs tell them.
#include "core/storage/historycondition.h"
#include "core/storage/runitemstore.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

history::Condition asked(const RunId &run, const QList<OperationState> &states, std::optional<bool> changed)
{
    history::Condition condition;
    condition.add(u"i.run_id = ?"_s, {run.value});
    condition.addList(u"i.state"_s, history::codesOf(states));
    if (changed) {
        condition.add(u"i.changed = ?"_s, {*changed ? 1 : 0});
    }
    return condition;
}

std::optional<PaymentStatus> paymentStatusIn(const Rows &row, int column)
{
    return row.isNull(column) ? std::nullopt : paymentStatusFromCode(int(row.number(column)));
}

std::optional<OrderStatus> orderStatusIn(const Rows &row, int column)
{
    return row.isNull(column) ? std::nullopt : orderStatusFromId(int(row.number(column)));
}

RunItem itemFrom(const Rows &row)
{
    RunItem item;
    item.order = {row.number(0)};
    item.orderNumber = row.text(1);
    item.customerName = row.text(2);
    item.gatewayOrderId = row.text(3);
    // A state that nobody knows must never look as if it were over.
    item.state = operationStateFromCode(row.text(4)).value_or(OperationState::Planned);
    item.amount = row.optionalYen(5);
    if (!row.isNull(6)) {
        item.paymentStatus = paymentStatusOfWord(row.text(6));
    }
    item.endedAt = row.instant(7);
    RunItemChange change;
    change.changed = row.flag(8);
    change.paymentStatusBefore = paymentStatusIn(row, 9);
    change.paymentStatusAfter = paymentStatusIn(row, 10);
    change.amountBefore = row.optionalYen(11);
    change.amountAfter = row.optionalYen(12);
    change.orderStatusBefore = orderStatusIn(row, 13);
    change.orderStatusAfter = orderStatusIn(row, 14);
    change.problem = row.text(15);
    item.change = change;
    return item;
}

} // namespace

StorageResult<QList<RunItem>> RunItemStore::items(const RunId &run, const QList<OperationState> &states,
                                                  qint64 offset, qint64 limit, std::optional<bool> changed)
{
    history::Condition condition = asked(run, states, changed);
    QString part = u" ORDER BY i.position LIMIT ? OFFSET ?"_s;
    QVariantList values{limit, offset};
    if (states.isEmpty() && !changed) { // positions have no gaps: a page far behind is found at once
        condition.add(u"i.position >= ?"_s, {offset});
        part = u" ORDER BY i.position LIMIT ?"_s;
        values = {limit};
    }
    return m_database.listOf(
        u"SELECT i.order_id, r.order_number, r.customer_name, coalesce(p.gw_order_id, ''), i.state, "
        "p.known_amount + coalesce(p.known_tax, 0), p.known_status, i.ended_at, i.changed, "
        "i.payment_status_before, i.payment_status_after, i.amount_before, i.amount_after, "
        "i.order_status_before, i.order_status_after, i.problem "
        "FROM bulk_run_item i JOIN orders r ON r.id = i.order_id "
        "LEFT JOIN payment p ON p.id = coalesce(i.payment_id, r.payment_id)"_s +
            condition.where() + part,
        condition.values() + values, itemFrom);
}

StorageResult<qint64> RunItemStore::count(const RunId &run, const QList<OperationState> &states,
                                          std::optional<bool> changed)
{
    const history::Condition condition = asked(run, states, changed);
    const auto row =
        m_database.first(u"SELECT count(*) FROM bulk_run_item i"_s + condition.where(), condition.values());
    return row ? StorageResult<qint64>(row->value(0).toLongLong()) : failure(row.error());
}

StorageResult<QList<OrderId>> RunItemStore::orders(const RunId &run, const QList<OperationState> &states,
                                                   std::optional<bool> changed)
{
    const history::Condition condition = asked(run, states, changed);
    return m_database.listOf(u"SELECT i.order_id FROM bulk_run_item i"_s + condition.where() +
                                 u" GROUP BY i.order_id ORDER BY min(i.position)"_s,
                             condition.values(), [](const Rows &row) { return OrderId{row.number(0)}; });
}

} // namespace kessai
