#include "app/cli/confirmation.h"

#include "app/cli/confirmationtext.h"
#include "app/cli/operationtext.h"
#include "app/cli/orderreport.h"
#include "app/cli/textwriter.h"
#include "core/services/gatewaytime.h"
#include "core/storage/runwork.h"

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

/// The difference is no obstacle once the person says that the old amount is meant.
bool canRun(const OrderVerdict &verdict, bool keepGatewayAmount)
{
    return verdict.verdict.allowed ||
           (keepGatewayAmount && verdict.verdict.reason == RuleReason::DifferenceBlocksCapture);
}

std::optional<Yen> amountFor(const OrderVerdict &verdict, const OrderSummary &order, bool keepGatewayAmount)
{
    if (keepGatewayAmount && order.gatewayAmount) {
        return order.gatewayAmount;
    }
    return verdict.verdict.amount ? verdict.verdict.amount : std::optional<Yen>(order.payableTotal);
}

/// The reason of journal.md for what the rules say beforehand.
EndReason endReasonOf(RuleReason reason)
{
    static const QHash<RuleReason, EndReason> reasons{
        {RuleReason::NotLinked, EndReason::NoPayment},
        {RuleReason::NotGatewayMethod, EndReason::NoPayment},
        {RuleReason::AlreadyCaptured, EndReason::AlreadyDone},
        {RuleReason::NoDifference, EndReason::AlreadyDone},
        {RuleReason::CaptureDeadlineOver, EndReason::DeadlineOver},
        {RuleReason::CaptureTermOver, EndReason::DeadlineOver},
        {RuleReason::ChangeDeadlineOver, EndReason::DeadlineOver},
        {RuleReason::DifferenceBlocksCapture, EndReason::Difference},
        {RuleReason::OperationLive, EndReason::Held},
        {RuleReason::FindingOpen, EndReason::Held},
        {RuleReason::WaitsInRun, EndReason::Held},
        {RuleReason::AmbiguousPayment, EndReason::AmbiguousPayment},
        {RuleReason::MidnightGuard, EndReason::Midnight},
    };
    return reasons.value(reason, EndReason::WrongState);
}

/// Nothing else stands in its way.
void leaveOutWaiting(OrderVerdict &verdict)
{
    if (verdict.verdict.allowed || verdict.verdict.reason == RuleReason::DifferenceBlocksCapture) {
        verdict.verdict.allowed = false;
        verdict.verdict.reason = RuleReason::WaitsInRun;
        verdict.reason = reasonText(RuleReason::WaitsInRun);
    }
}

OperationItem leftOutItem(const OrderSummary &order, const OrderVerdict &verdict)
{
    OperationItem item;
    item.order = order.id;
    item.orderNumber = order.orderNumber;
    item.gatewayOrderId = order.gatewayOrderId;
    item.state = OperationState::Cancelled;
    item.reason = endReasonOf(verdict.verdict.reason);
    item.paymentStatus = order.paymentStatus;
    item.amount = order.gatewayAmount;
    if (verdict.verdict.reason == RuleReason::WaitsInRun) {
        item.heldBy = verdict.reason;
    }
    return item;
}

StorageResult<std::optional<Payment>> paymentOf(ShopContext &context, const ConfirmationRequest &request,
                                                OrderId order)
{
    const auto choice = paymentFor(context.payments, request.kind, order, request.gatewayOrderId);
    if (!choice) {
        return failure(choice.error());
    }
    if (!choice->payment) {
        return std::optional<Payment>();
    }
    const auto payment = context.payments.byId(*choice->payment);
    return payment ? StorageResult<std::optional<Payment>>(*payment) : failure(payment.error());
}

ConfirmedScreen screenOf(const std::optional<Payment> &payment, const std::optional<Yen> &amount,
                         const QString &job, bool keepGatewayAmount)
{
    const bool known = payment && payment->known;
    // The authorised amount of a payment never read is meant, whatever it is: it was not shown.
    return {known || !keepGatewayAmount ? amount : std::nullopt, known ? payment->known->status : QString(),
            job};
}

} // namespace

QString missingConsent(const Invocation &invocation)
{
    if (invocation.line.yes || invocation.terminal->isInteractive()) {
        return {};
    }
    return u"確認する端末がありません。実行するには --yes を付けてください（何も実行していません）。"_s;
}

StorageResult<Question> questionFor(ShopContext &context, const ConfirmationRequest &request)
{
    QList<QStringList> rows{
        {u"注文番号"_s, u"お名前"_s, u"金額"_s, u"送るもの"_s, u"取消の期限"_s, u"対象外の理由"_s}};
    Question question;
    ConfirmationText more;
    Yen total;
    // Several are a run, and a second run leaves out what waits in another one (as the plan does).
    const auto waiting = request.orders.size() > 1 ? paymentsWaitingInRuns(context.database)
                                                   : StorageResult<QSet<PaymentId>>(QSet<PaymentId>());
    if (!waiting) {
        return failure(waiting.error());
    }
    for (const OrderId id : request.orders) {
        const auto order = summaryOf(context, id);
        if (!order) {
            return failure(order.error());
        }
        auto verdict = verdictFor(context, request.kind, *order, request.gatewayOrderId);
        if (!verdict) {
            return failure(verdict.error());
        }
        const auto payment = paymentOf(context, request, id);
        if (!payment) {
            return failure(payment.error());
        }
        if (*payment && waiting->contains((*payment)->id)) {
            leaveOutWaiting(*verdict);
        }
        const bool runs = canRun(*verdict, request.keepGatewayAmount);
        const std::optional<Yen> amount = amountFor(*verdict, *order, request.keepGatewayAmount);
        if (runs) {
            total += *amount;
            more.add(verdict->verdict.jobCd, *payment);
        } else {
            question.leftOut.append(leftOutItem(*order, *verdict));
        }
        const QString job =
            request.reauthorizeJob.isEmpty() ? verdict->verdict.jobCd : request.reauthorizeJob;
        question.shown.insert(id, screenOf(*payment, amount, job, request.keepGatewayAmount));
        rows.append(
            {order->orderNumber, order->customerName, yenText(amount), sentText(request.kind, job, *payment),
             runs && *payment ? lastDayText(request.kind, **payment, job, context.rules, gatewayTime(context))
                              : QString(),
             runs ? QString() : verdict->reason});
    }
    question.text = u"%1を実行します。\n%2%3%4件を実行、%5件は対象外、合計 %6円\n"_s.arg(
        operationLabel(request.kind), alignedRows(rows, {2}), more.textFor(request),
        QString::number(request.orders.size() - question.leftOut.size()),
        QString::number(question.leftOut.size()), groupedYen(total));
    return question;
}

} // namespace kessai::cli
