#include "app/cli/exportpayments.h"

#include "app/cli/exportsummaries.h"
#include "app/cli/operationtext.h"
#include "app/cli/orderfilteroptions.h"
#include "app/cli/ordertext.h"

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

QList<TableValue> rowOf(const OrderSummary &order)
{
    const auto kind = operationKindFromCode(order.lastOperation);
    const auto state = operationStateFromCode(order.lastOperationState);
    QString errors = order.lastError;
    return {paymentStatusText(order),
            checkText(order),
            order.methodName,
            labelOf(order.status),
            order.orderNumber,
            cell(order.orderedAt),
            nameOf(order),
            order.payableTotal,
            paidCell(order),
            cell(order.gatewayAmount),
            differenceCell(order),
            cell(order.captureBy),
            cell(order.cancelBy),
            kind ? operationLabel(*kind) : QString(),
            kind && state ? stateText(*state) : QString(),
            errors.replace(u'|', u' '),
            order.gatewayOrderId,
            cell(order.payBy)};
}

QStringList titles()
{
    return {u"決済状況"_s,   u"確認"_s,           u"支払方法"_s,         u"対応状況"_s, u"注文番号"_s,
            u"受注日時"_s,   u"お名前"_s,         u"購入金額"_s,         u"入金日"_s,   u"決済金額"_s,
            u"差異"_s,       u"売上期限"_s,       u"変更・取消の期限"_s, u"最終操作"_s, u"最終操作の結果"_s,
            u"最終エラー"_s, u"決済オーダーID"_s, u"お支払期限"_s};
}

} // namespace

Result<std::unique_ptr<ExportTable>, CommandResult> exportPayments(const CommandLine &line,
                                                                   ShopContext &context)
{
    auto query = orderQueryOf(line);
    if (!query) {
        return failure(usageError(query.error()));
    }
    query->filter.onlyGatewayMethods = true;
    auto ids = context.orders.matching(query->filter, query->sort);
    if (!ids) {
        return failure(storeError(ids.error()));
    }
    return std::unique_ptr<ExportTable>(
        std::make_unique<ExportSummaries>(context.orders, std::move(*ids), titles(), rowOf));
}

} // namespace kessai::cli
