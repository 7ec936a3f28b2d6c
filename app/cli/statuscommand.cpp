#include "app/cli/statuscommand.h"

#include "app/cli/openshop.h"
#include "app/cli/operationjson.h"
#include "app/cli/orderarguments.h"
#include "app/cli/orderreport.h"
#include "core/services/orderservice.h"

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

/// An item as design.md §8 `operations and set-status` wants it: DONE, or CANCELLED with the reason.
StorageResult<OperationItem> itemAfter(ShopContext &context, const StatusChange &change)
{
    const auto order = summaryOf(context, change.order);
    if (!order) {
        return failure(order.error());
    }
    OperationItem item;
    item.order = change.order;
    item.orderNumber = order->orderNumber;
    item.gatewayOrderId = order->gatewayOrderId;
    item.paymentStatus = order->paymentStatus;
    item.amount = order->gatewayAmount;
    item.state = change.changed ? OperationState::Done : OperationState::Cancelled;
    if (!change.changed) {
        item.reason = change.problem.isEmpty() ? EndReason::AlreadyDone : EndReason::WrongState;
    }
    return item;
}

} // namespace

QCoro::Task<CommandResult> runSetStatus(Invocation invocation)
{
    const QString word = invocation.line.arguments.first();
    const std::optional<OrderStatus> status = orderStatusFromText(word);
    if (!status) {
        co_return usageError(u"対応状況「%1」はありません。名前または番号を確認してください。"_s.arg(word));
    }
    QStringList numbers = invocation.line.arguments.mid(1);
    numbers.removeDuplicates();
    OpenedShop shop = openForWriting(invocation);
    if (!shop) {
        co_return shop.error();
    }
    ShopContext &context = shop.value()->context();
    const auto orders = findOrders(context, numbers);
    if (!orders) {
        co_return orders.error();
    }
    OrderService service(context);
    OperationReport report;
    report.operation = u"set-status"_s;
    for (const OrderId order : *orders) {
        const auto change = service.setStatus(order, *status, shop.value()->operatorName());
        if (!change) {
            co_return storeError(change.error());
        }
        const auto item = itemAfter(context, *change);
        if (!item) {
            co_return storeError(item.error());
        }
        report.items.append(*item);
        if (!change->problem.isEmpty()) {
            report.messages.append(u"注文 %1: %2"_s.arg(item->orderNumber, change->problem));
        }
    }
    co_return resultOf(report);
}

} // namespace kessai::cli
