#include "app/cli/orderreport.h"

#include "core/domain/methodrules.h"
#include "core/services/gatewaytime.h"
#include "core/services/operationplanner.h"

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

/// Where no payment can be chosen because all are closed, the latest one says why nothing can be done with
/// it.
StorageResult<std::optional<PaymentId>> latestPayment(ShopContext &context, OrderId order,
                                                      const QString &gatewayOrderId)
{
    const auto payments = context.payments.ofOrder(order);
    if (!payments) {
        return failure(payments.error());
    }
    std::optional<PaymentId> latest;
    for (const Payment &payment : *payments) {
        const bool meant = gatewayOrderId.isEmpty() || payment.gatewayOrderId == gatewayOrderId;
        if (meant && payment.unlinkedReason.isEmpty() && (!latest || payment.id.value > latest->value)) {
            latest = payment.id;
        }
    }
    return latest;
}

/// WrongState names the state: the payment is cancelled already, or only checked.
QString reasonInWords(const OperationVerdict &verdict, const std::optional<Payment> &payment)
{
    if (verdict.reason != RuleReason::WrongState || !payment || !payment->known) {
        return reasonText(verdict.reason);
    }
    return u"決済状況が「%1」のため、この操作はできません。"_s.arg(
        labelOf(paymentStatusOfWord(payment->known->status)));
}

/// Why no payment of the order can be judged.
RuleReason reasonWithoutPayment(OperationKind kind, PaymentMethod method, EndReason problem)
{
    if (!isGatewayMethod(method)) {
        return RuleReason::NotGatewayMethod;
    }
    if (!hasOperation(method, kind)) {
        return RuleReason::NotOffered;
    }
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
    std::optional<PaymentId> judged = choice->payment;
    if (choice->problem == EndReason::NoPayment) {
        const auto latest = latestPayment(context, order.id, gatewayOrderId);
        if (!latest) {
            return failure(latest.error());
        }
        judged = *latest;
    }
    if (!judged) {
        result.verdict.reason = reasonWithoutPayment(kind, order.method, choice->problem);
        result.reason = reasonText(result.verdict.reason);
        return result;
    }
    const auto situation = situationOf(context, order, *judged);
    if (!situation) {
        return failure(situation.error());
    }
    result.verdict = operationVerdict(kind, *situation, context.rules);
    result.verdict.allowed = result.verdict.allowed && choice->payment;
    if (result.verdict.allowed && choice->heldBeside) { // as the plan will say
        result.verdict.allowed = false;
        result.verdict.reason = RuleReason::OperationLive;
    }
    result.reason = reasonInWords(result.verdict, situation->payment);
    return result;
}

StorageResult<QList<ShownPayment>> shownPayments(ShopContext &context, OrderId order)
{
    const auto payments = context.payments.ofOrder(order);
    if (!payments) {
        return failure(payments.error());
    }
    QList<ShownPayment> shown;
    for (const Payment &payment : *payments) {
        if (!payment.unlinkedReason.isEmpty()) {
            continue;
        }
        const auto numbers = context.payments.numbersOf(payment.id);
        if (!numbers) {
            return failure(numbers.error());
        }
        shown.append({payment, *numbers});
    }
    return shown;
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
