#include "app/cli/operationcommands.h"

#include "app/cli/confirmation.h"
#include "app/cli/openshop.h"
#include "app/cli/operationjson.h"
#include "app/cli/operationtext.h"
#include "app/cli/orderarguments.h"
#include "app/cli/orderreport.h"
#include "core/services/orderservice.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

/// The options of a money command that can be wrong; the error is a sentence.
Result<ConfirmationRequest, QString> readOptions(const Invocation &invocation, OperationKind kind)
{
    const CommandLine &line = invocation.line;
    ConfirmationRequest request;
    request.kind = kind;
    request.gatewayOrderId = line.value(u"payment"_s);
    request.keepGatewayAmount = line.has(u"keep-gateway-amount"_s);
    if (line.has(u"set-status"_s)) {
        request.setStatus = orderStatusFromText(line.value(u"set-status"_s));
        if (!request.setStatus) {
            return failure(u"対応状況「%1」はありません。名前または番号を確認してください。"_s.arg(
                line.value(u"set-status"_s)));
        }
    }
    request.reauthorizeJob = line.value(u"job"_s);
    if (line.has(u"job"_s) && request.reauthorizeJob != u"AUTH"_s && request.reauthorizeJob != u"CAPTURE"_s) {
        return failure(u"--job は AUTH（仮売上）か CAPTURE（即時売上）を指定してください。"_s);
    }
    const QString noConsent = missingConsent(invocation);
    if (!noConsent.isEmpty()) {
        return failure(noConsent);
    }
    return request;
}

/// The item of an order that the question named as left out; null for one that it promised to carry out.
const OperationItem *leftOut(const Question &question, OrderId order)
{
    const auto found = std::find_if(question.leftOut.cbegin(), question.leftOut.cend(),
                                    [order](const OperationItem &item) { return item.order == order; });
    return found == question.leftOut.cend() ? nullptr : &*found;
}

/// Nothing is planned for an order that the person was told is left out.
QList<OperationRequest> requestsOf(const ConfirmationRequest &wanted, const QString &operatorName,
                                   const Question &question)
{
    QList<OperationRequest> requests;
    for (const OrderId order : wanted.orders) {
        if (leftOut(question, order)) {
            continue;
        }
        OperationRequest request;
        request.kind = wanted.kind;
        request.order = order;
        request.gatewayOrderId = wanted.gatewayOrderId;
        request.keepGatewayAmount = wanted.keepGatewayAmount;
        request.reauthorizeJob = wanted.reauthorizeJob;
        request.operatorName = operatorName;
        if (question.shown.contains(order)) {
            request.confirmed = question.shown.value(order);
        }
        requests.append(request);
    }
    return requests;
}

/// The items of what was carried out and of what was left out, in the order asked.
QList<OperationItem> itemsInOrderAsked(const ConfirmationRequest &wanted, const Question &question,
                                       const QList<OperationItem> &carriedOut)
{
    QList<OperationItem> items;
    for (const OrderId order : wanted.orders) {
        if (const OperationItem *item = leftOut(question, order)) {
            items.append(*item);
        }
        std::copy_if(carriedOut.cbegin(), carriedOut.cend(), std::back_inserter(items),
                     [order](const OperationItem &item) { return item.order == order; });
    }
    return items;
}

/// Every move of 対応状況 that the shop does not allow, before anything begins: 0 means that all asked is
/// done.
Result<Nothing, CommandResult> checkMoves(ShopContext &context, const ConfirmationRequest &wanted)
{
    if (!wanted.setStatus) {
        return Nothing{};
    }
    QStringList refused;
    for (const OrderId id : wanted.orders) {
        const auto order = context.orders.byId(id);
        if (!order) {
            return failure(storeError(order.error()));
        }
        const QString problem = statusProblem(*order, *wanted.setStatus);
        if (!problem.isEmpty()) {
            refused.append(u"注文 %1: %2"_s.arg(order->orderNumber, problem));
        }
    }
    if (refused.isEmpty()) {
        return Nothing{};
    }
    return failure(usageError(
        u"対応状況を変更できない注文があります（何も実行していません）。--set-status を除くか、先に注文を直してください。%1"_s
            .arg(refused.join(u' '))));
}

/// The gateway cannot be used (credentials, the sweep after a restore): nothing was planned and nothing was
/// sent.
CommandResult nothingSent(ShopContext &context, const ConfirmationRequest &wanted, const QStringList &numbers,
                          const QString &why)
{
    OperationReport report;
    report.operation = commandOf(wanted.kind);
    report.gatewayUnusable = true;
    report.messages = {why};
    for (qsizetype index = 0; index < numbers.size(); ++index) {
        OperationItem item;
        item.order = wanted.orders[index];
        item.orderNumber = numbers[index];
        item.state = OperationState::Cancelled;
        item.reason = EndReason::NotSent;
        if (const auto order = summaryOf(context, item.order)) {
            item.gatewayOrderId = order->gatewayOrderId;
            item.paymentStatus = order->paymentStatus;
            item.amount = order->gatewayAmount;
        }
        report.items.append(item);
    }
    return resultOf(report);
}

/// 対応状況 of the orders whose item is DONE. What is refused is told; the payment's result stays as it is.
QStringList applyStatus(Shop &shop, const QList<OperationItem> &items, OrderStatus status)
{
    OrderService service(shop.context());
    QStringList messages;
    for (const OperationItem &item : items) {
        if (item.state != OperationState::Done) {
            continue;
        }
        const auto change = service.setStatus(item.order, status, shop.operatorName());
        if (!change) {
            messages.append(u"注文 %1 の対応状況を変更できませんでした: %2"_s.arg(item.orderNumber,
                                                                                  change.error().message));
        } else if (!change->problem.isEmpty()) {
            messages.append(u"注文 %1: %2"_s.arg(item.orderNumber, change->problem));
        }
    }
    return messages;
}

QCoro::Task<CommandResult> carryOut(Shop *shop, ConfirmationRequest wanted, QStringList numbers,
                                    Question question, std::function<bool()> stop)
{
    const QList<OperationRequest> requests = requestsOf(wanted, shop->operatorName(), question);
    const Shop::OperationAnswer answer = co_await shop->operate(requests, stop);
    if (answer.items.isEmpty() && !requests.isEmpty() && !answer.storeError) {
        co_return nothingSent(shop->context(), wanted, numbers, answer.pausedReason);
    }
    OperationReport report;
    report.operation = commandOf(wanted.kind);
    report.run = answer.run;
    report.items = itemsInOrderAsked(wanted, question, answer.items);
    report.gatewayUnusable = answer.gatewayUnusable;
    if (wanted.setStatus) {
        report.messages = applyStatus(*shop, answer.items, *wanted.setStatus);
    }
    const bool statusLeft = !report.messages.isEmpty(); // another seat moved the order meanwhile
    if (!answer.pausedReason.isEmpty()) {
        report.messages.append(pausedText(answer.pausedReason, answer.run));
    } else if (!answer.problem.isEmpty()) {
        report.messages.append(answer.problem);
    }
    CommandResult result = resultOf(report);
    if (statusLeft && result.status == ExitStatus::AllDone) {
        result.status = ExitStatus::Partly;
    }
    if (answer.storeError) {
        co_return withStoreError(result, *answer.storeError, begunCount(countsOf(answer.items)) > 0);
    }
    co_return result;
}

/// Asks on a terminal; what was asked, or a result when there is nothing to carry out.
Result<Question, CommandResult> askFirst(const Invocation &invocation, ShopContext &context,
                                         const ConfirmationRequest &wanted)
{
    if (invocation.line.yes || wanted.orders.isEmpty()) {
        return Question();
    }
    const auto question = questionFor(context, wanted);
    if (!question) {
        return failure(storeError(question.error()));
    }
    if (question->leftOut.size() == wanted.orders.size()) {
        OperationReport nothing;
        nothing.operation = commandOf(wanted.kind);
        nothing.items = question->leftOut;
        nothing.messages = {
            u"実行できる注文がありません（何も実行していません）。理由を確認してください。"_s};
        return failure(resultOf(nothing));
    }
    if (!invocation.terminal->confirm(question->text + u"実行しますか"_s)) {
        return failure(usageError(u"取りやめました（何も実行していません）。"_s));
    }
    return *question;
}

QCoro::Task<CommandResult> runOperation(Invocation invocation, OperationKind kind)
{
    const auto numbers = orderNumbersOf(invocation.line, invocation.line.arguments);
    if (!numbers) {
        co_return usageError(numbers.error());
    }
    auto wanted = readOptions(invocation, kind);
    if (!wanted) {
        co_return usageError(wanted.error());
    }
    OpenedShop shop = openForWriting(invocation);
    if (!shop) {
        co_return shop.error();
    }
    Shop *const opened = shop.value().get();
    const auto orders = findOrders(opened->context(), *numbers, wanted->gatewayOrderId);
    if (!orders) {
        co_return orders.error();
    }
    wanted->orders = *orders;
    const auto paymentKnown = checkPaymentOption(opened->context(), invocation.line, *orders);
    if (!paymentKnown) {
        co_return paymentKnown.error();
    }
    const auto moves = checkMoves(opened->context(), *wanted);
    if (!moves) {
        co_return moves.error();
    }
    const auto connected = co_await opened->connectGateway();
    if (!connected) {
        co_return nothingSent(shop.value()->context(), *wanted, *numbers, connected.error().message);
    }
    const auto question = askFirst(invocation, opened->context(), *wanted);
    if (!question) {
        co_return question.error();
    }
    invocation.stopSignal->listen();
    const CommandResult result = co_await carryOut(opened, *wanted, *numbers, *question, invocation.stop());
    co_return result;
}

} // namespace

QCoro::Task<CommandResult> runCapture(Invocation invocation)
{
    return runOperation(invocation, OperationKind::Capture);
}

QCoro::Task<CommandResult> runCancel(Invocation invocation)
{
    return runOperation(invocation, OperationKind::Cancel);
}

QCoro::Task<CommandResult> runReauthorize(Invocation invocation)
{
    return runOperation(invocation, OperationKind::Reauthorize);
}

QCoro::Task<CommandResult> runChangeAmount(Invocation invocation)
{
    return runOperation(invocation, OperationKind::Change);
}

} // namespace kessai::cli
