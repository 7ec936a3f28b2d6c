#include "app/cli/ordercommands.h"

#include "app/cli/jsonvalues.h"
#include "app/cli/logtext.h"
#include "app/cli/openshop.h"
#include "app/cli/orderarguments.h"
#include "app/cli/orderfilteroptions.h"
#include "app/cli/orderjson.h"
#include "app/cli/ordertext.h"

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

Result<OrderId, CommandResult> findOrder(ShopContext &context, const QString &orderNumber)
{
    const auto found = findOrders(context, {orderNumber});
    if (!found) {
        return failure(found.error());
    }
    return found->first();
}

CommandResult listOrders(ShopContext &context, const OrderQuery &query)
{
    const auto ids = context.orders.matching(query.filter, query.sort);
    if (!ids) {
        return storeError(ids.error());
    }
    const auto rows = context.orders.page(ids->mid(query.offset, query.limit));
    if (!rows) {
        return storeError(rows.error());
    }
    QJsonArray orders;
    for (const OrderSummary &order : *rows) {
        orders.append(orderJson(order));
    }
    CommandResult result;
    result.document = {{u"total"_s, ids->size()}, {u"orders"_s, orders}};
    result.text = ordersText(ids->size(), *rows);
    return result;
}

CommandResult showOrder(ShopContext &context, OrderId id)
{
    const auto summary = summaryOf(context, id);
    const auto order = context.orders.byId(id);
    const auto payments = shownPayments(context, id);
    if (!summary) {
        return storeError(summary.error());
    }
    if (!order) {
        return storeError(order.error());
    }
    if (!payments) {
        return storeError(payments.error());
    }
    QJsonArray paymentList;
    for (const ShownPayment &payment : *payments) {
        paymentList.append(paymentJson(payment, context.rules));
    }
    QList<OrderVerdict> verdicts;
    QJsonArray operations;
    for (const OperationKind kind :
         {OperationKind::Capture, OperationKind::Cancel, OperationKind::Change, OperationKind::Reauthorize}) {
        const auto verdict = verdictFor(context, kind, *summary, {});
        if (!verdict) {
            return storeError(verdict.error());
        }
        verdicts.append(*verdict);
        operations.append(verdictJson(verdict->verdict, verdict->reason));
    }
    CommandResult result;
    result.document = {{u"order"_s, orderDetailJson(*summary, *order)},
                       {u"payments"_s, paymentList},
                       {u"operations"_s, operations}};
    result.text = showText(*summary, *payments, verdicts);
    return result;
}

QJsonObject entryJson(const LogEntry &entry)
{
    return {
        {u"at"_s, jsonOf(std::optional<QDateTime>(entry.at))},
        {u"op"_s, entry.operation ? QJsonValue(entry.operation->value) : QJsonValue()},
        {u"operation"_s, entry.kind ? QJsonValue(commandOf(*entry.kind)) : QJsonValue()},
        {u"source"_s, entry.source},
        {u"attempt"_s, entry.attempt},
        {u"state"_s, textOrNull(entry.state)},
        {u"content"_s, entry.content},
        {u"result"_s, entry.result},
        {u"operator"_s, entry.operatorName},
        {u"seat"_s, entry.seat},
        {u"jobCd"_s, textOrNull(entry.jobCd)},
        {u"codes"_s, QJsonArray::fromStringList(entry.codes)},
    };
}

} // namespace

QCoro::Task<CommandResult> runOrders(Invocation invocation)
{
    const auto query = orderQueryOf(invocation.line);
    if (!query) {
        co_return usageError(query.error());
    }
    OpenedShop shop = openForReading(invocation);
    if (!shop) {
        co_return shop.error();
    }
    co_return listOrders(shop.value()->context(), *query);
}

QCoro::Task<CommandResult> runCounts(Invocation invocation)
{
    OpenedShop shop = openForReading(invocation);
    if (!shop) {
        co_return shop.error();
    }
    const ShopContext &context = shop.value()->context();
    const auto counts = context.orders.counts(context.clock.nowUtc());
    if (!counts) {
        co_return storeError(counts.error());
    }
    CommandResult result;
    result.document = countsJson(*counts);
    result.text = countsText(*counts);
    co_return result;
}

QCoro::Task<CommandResult> runShow(Invocation invocation)
{
    OpenedShop shop = openForReading(invocation);
    if (!shop) {
        co_return shop.error();
    }
    ShopContext &context = shop.value()->context();
    const auto order = findOrder(context, invocation.line.arguments.first());
    if (!order) {
        co_return order.error();
    }
    co_return showOrder(context, *order);
}

QCoro::Task<CommandResult> runLog(Invocation invocation)
{
    OpenedShop shop = openForReading(invocation);
    if (!shop) {
        co_return shop.error();
    }
    ShopContext &context = shop.value()->context();
    const auto order = findOrder(context, invocation.line.arguments.first());
    if (!order) {
        co_return order.error();
    }
    const auto entries = paymentLog(context.database, *order);
    if (!entries) {
        co_return storeError(entries.error());
    }
    QJsonArray list;
    for (const LogEntry &entry : *entries) {
        list.append(entryJson(entry));
    }
    CommandResult result;
    result.document = {{u"entries"_s, list}};
    result.text = logText(*entries);
    co_return result;
}

} // namespace kessai::cli
