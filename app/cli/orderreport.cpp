#include "app/cli/orderreport.h"

#include "core/services/gatewaytime.h"
#include "core/services/operationplanner.h"

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

RuleReason reasonOf(EndReason problem)
{
    return problem == EndReason::AmbiguousPayment ? RuleReason::AmbiguousPayment : RuleReason::NotLinked;
}

StorageResult<PaymentSituation> situationOf(ShopContext &context, const OrderSummary &order, PaymentId id)
{
    PaymentSituation situation;
    situation.payableTotal = order.payableTotal;
    situation.gatewayMethod = isGatewayMethod(order.method);
    situation.now = gatewayTime(context);
    const auto payment = context.payments.byId(id);
    const auto live = context.journal.liveOf(id);
    const auto findings = context.journal.openFindingsOf(id);
    if (!payment) {
        return failure(payment.error());
    }
    if (!live) {
        return failure(live.error());
    }
    if (!findings) {
        return failure(findings.error());
    }
    situation.payment = *payment;
    situation.operationLive = live->has_value();
    situation.findingOpen = !findings->isEmpty();
    return situation;
}

} // namespace

StorageResult<OrderVerdict> verdictFor(ShopContext &context, OperationKind kind, const OrderSummary &order,
                                       const QString &gatewayOrderId)
{
    const auto choice = paymentFor(context.payments, kind, order.id, gatewayOrderId);
    if (!choice) {
        return failure(choice.error());
    }
    OrderVerdict result;
    result.verdict.kind = kind;
    if (!choice->payment) {
        result.verdict.reason =
            isGatewayMethod(order.method) ? reasonOf(choice->problem) : RuleReason::NotGatewayMethod;
    } else {
        const auto situation = situationOf(context, order, *choice->payment);
        if (!situation) {
            return failure(situation.error());
        }
        result.verdict = operationVerdict(kind, *situation, context.rules);
    }
    result.reason = reasonText(result.verdict.reason);
    return result;
}

StorageResult<OrderSummary> summaryOf(ShopContext &context, OrderId order)
{
    const auto rows = context.orders.page({order});
    if (!rows) {
        return failure(rows.error());
    }
    if (rows->isEmpty()) {
        StorageError gone;
        gone.kind = StorageError::Kind::NotFound;
        gone.message = u"注文がなくなっています。もう一度実行してください。"_s;
        return failure(gone);
    }
    return rows->first();
}

} // namespace kessai::cli
