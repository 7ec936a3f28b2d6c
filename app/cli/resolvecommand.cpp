#include "app/cli/openshop.h"
#include "app/cli/operationjson.h"
#include "app/cli/orderarguments.h"
#include "app/cli/orderreport.h"
#include "app/cli/paymenttargets.h"
#include "app/cli/settlecommands.h"

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

Result<Resolution, QString> resolutionOf(const CommandLine &line)
{
    if (line.value(u"reason"_s).trimmed().isEmpty()) {
        return failure(u"--reason に理由を書いてください（決済ログに残ります）。"_s);
    }
    const QString word = line.value(u"as"_s);
    if (word == u"done"_s) {
        return Resolution::Done;
    }
    if (word == u"refused"_s) {
        return Resolution::Refused;
    }
    if (word == u"adopt"_s) {
        return Resolution::Adopt;
    }
    return failure(
        u"--as は done（完了）、refused（不成立）、adopt（GMOの状態を採用）のどれかを指定してください。"_s);
}

StorageResult<bool> needsPerson(ShopContext &context, PaymentId payment)
{
    const auto live = context.journal.liveOf(payment);
    const auto findings = context.journal.openFindingsOf(payment);
    if (!live) {
        return failure(live.error());
    }
    if (!findings) {
        return failure(findings.error());
    }
    return !findings->isEmpty() || (*live && (*live)->state == OperationState::Conflict);
}

/// The order's payments with a conflict or a finding; with --payment only that one.
Result<PaymentId, CommandResult> paymentToResolve(ShopContext &context, OrderId order,
                                                  const QString &gatewayOrderId)
{
    const auto targets = targetsOf(context, {order}, gatewayOrderId);
    if (!targets) {
        return failure(storeError(targets.error()));
    }
    QList<PaymentId> found;
    for (const PaymentTarget &target : *targets) {
        if (!target.payment) {
            continue;
        }
        const auto needs = needsPerson(context, *target.payment);
        if (!needs) {
            return failure(storeError(needs.error()));
        }
        if (*needs) {
            found.append(*target.payment);
        }
    }
    if (found.isEmpty()) {
        return failure(usageError(u"この注文に要確認の決済はありません。kessai log で確認してください。"_s));
    }
    if (found.size() > 1) {
        return failure(
            usageError(u"要確認の決済が複数あります。--payment 決済オーダーID で1つ指定してください。"_s));
    }
    return found.first();
}

StorageResult<OperationItem> resolvedItem(ShopContext &context, OrderId order, PaymentId id,
                                          const ResolveService::Outcome &outcome)
{
    if (outcome.operation) {
        return itemOf(context.database, context.rules, *outcome.operation);
    }
    const auto payment = context.payments.byId(id);
    const auto summary = summaryOf(context, order);
    if (!payment) {
        return failure(payment.error());
    }
    if (!summary) {
        return failure(summary.error());
    }
    OperationItem item;
    item.order = order;
    item.orderNumber = summary->orderNumber;
    item.gatewayOrderId = payment->gatewayOrderId;
    item.state = outcome.resolved ? OperationState::Done : OperationState::Conflict;
    item.reason = outcome.resolved ? EndReason::None : EndReason::UnexpectedState;
    item.proof = outcome.resolved ? std::optional<Proof>(Proof::Person) : std::nullopt;
    if (payment->known) {
        item.paymentStatus = paymentStatusOfWord(payment->known->status);
        item.amount = payment->known->total();
    }
    return item;
}

CommandResult resolveResult(ShopContext &context, OrderId order, PaymentId payment,
                            const ResolveService::Outcome &outcome)
{
    const auto item = resolvedItem(context, order, payment, outcome);
    if (!item) {
        return storeError(item.error());
    }
    OperationReport report;
    report.operation = u"resolve"_s;
    report.items = {*item};
    report.gatewayUnusable = outcome.gatewayUnusable;
    if (!outcome.problem.isEmpty()) {
        report.messages = {outcome.problem};
    }
    CommandResult result = resultOf(report);
    if (outcome.resolved) {
        result.status = ExitStatus::AllDone; // a conflict closed as REFUSED is resolved, too
    }
    return result;
}

} // namespace

QCoro::Task<CommandResult> runResolve(Invocation invocation)
{
    const auto resolution = resolutionOf(invocation.line);
    if (!resolution) {
        co_return usageError(resolution.error());
    }
    OpenedShop shop = openForWriting(invocation);
    if (!shop) {
        co_return shop.error();
    }
    ShopContext &context = shop.value()->context();
    const auto orders = findOrders(context, invocation.line.arguments, invocation.line.value(u"payment"_s));
    if (!orders) {
        co_return orders.error();
    }
    const auto paymentKnown = checkPaymentOption(context, invocation.line, *orders);
    if (!paymentKnown) {
        co_return paymentKnown.error();
    }
    const auto payment = paymentToResolve(context, orders->first(), invocation.line.value(u"payment"_s));
    if (!payment) {
        co_return payment.error();
    }
    ResolveService::Outcome outcome;
    const auto connected = co_await shop.value()->connectGateway();
    if (connected) {
        const auto resolved = co_await shop.value()->resolver().resolve(
            *payment, *resolution, invocation.line.value(u"reason"_s), shop.value()->operatorName());
        if (!resolved) {
            co_return storeError(resolved.error());
        }
        outcome = *resolved;
    } else {
        outcome.gatewayUnusable = true;
        outcome.problem = connected.error().message;
    }
    co_return resolveResult(context, orders->first(), *payment, outcome);
}

} // namespace kessai::cli
