#include "app/cli/operationcommands.h"

#include "app/cli/carriedout.h"
#include "app/cli/confirmation.h"
#include "app/cli/longreport.h"
#include "app/cli/openshop.h"
#include "app/cli/operationjson.h"
#include "app/cli/operationtext.h"
#include "app/cli/orderarguments.h"
#include "app/cli/orderreport.h"
#include "core/services/orderservice.h"

#include <QHash>

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

/// Orders that the question named as left out, with what it said.
using LeftOut = QHash<OrderId, OperationItem>;

LeftOut leftOutBy(const Question &question)
{
    LeftOut leftOut;
    for (const OperationItem &item : question.leftOut) {
        leftOut.insert(item.order, item);
    }
    return leftOut;
}

OperationRequest requestFor(const ConfirmationRequest &wanted, const QString &operatorName,
                            const Question &question, OrderId order)
{
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
    return request;
}

/// Nothing is planned for an order that the person was told is left out.
OperationRequests requestsOf(const ConfirmationRequest &wanted, const QString &operatorName,
                             const Question &question)
{
    const LeftOut leftOut = leftOutBy(question);
    QList<OrderId> orders = wanted.orders;
    orders.removeIf([&leftOut](OrderId order) { return leftOut.contains(order); });
    return {orders.size(), [wanted, operatorName, question, orders](qsizetype position) {
                return requestFor(wanted, operatorName, question, orders.at(position));
            }};
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

/// The gateway cannot be used (credentials, the sweep after a restore), or it was stopped: nothing was
/// planned and nothing was sent.
CommandResult nothingSent(ShopContext &context, const ConfirmationRequest &wanted,
                          const Shop::OperationAnswer &answer, bool json)
{
    LongReport report(json);
    for (const OrderId id : wanted.orders) {
        const auto order = summaryOf(context, id);
        if (!order) {
            return storeError(order.error());
        }
        OperationItem item;
        item.order = id;
        item.orderNumber = order->orderNumber;
        item.state = OperationState::Cancelled;
        item.reason = EndReason::NotSent;
        item.gatewayOrderId = order->gatewayOrderId;
        item.paymentStatus = order->paymentStatus;
        item.amount = order->gatewayAmount;
        report.add(item);
    }
    OperationReport rest;
    rest.operation = commandOf(wanted.kind);
    rest.gatewayUnusable = answer.gatewayUnusable;
    rest.messages = {answer.pausedReason};
    return report.result(rest);
}

/// 対応状況 of an order whose item is DONE. What is refused is told; the payment's result stays as it is.
QString applyStatus(Shop &shop, OrderId asked, const OperationItem &item, OrderStatus status)
{
    if (item.order != asked) { // its payment was linked to another order in the meantime
        return u"注文 %1 の対応状況は変更しませんでした。決済 %2 の連携先が変わっています。"_s.arg(
            item.orderNumber, item.gatewayOrderId);
    }
    const auto change = OrderService(shop.context()).setStatus(asked, status, shop.operatorName());
    if (!change) {
        return u"注文 %1 の対応状況を変更できませんでした: %2"_s.arg(item.orderNumber,
                                                                     change.error().message);
    }
    return change->problem.isEmpty() ? QString() : u"注文 %1: %2"_s.arg(item.orderNumber, change->problem);
}

/// What was told besides the items.
struct Told
{
    QStringList messages;              ///< what could not be changed, in sentences
    std::optional<StorageError> error; ///< why not all items could be told
};

/// What was carried out and what was left out, and 対応状況 where it was asked for.
Told tellItems(LongReport &report, Shop &shop, const ConfirmationRequest &wanted, const Question &question,
               const Shop::OperationAnswer &answer)
{
    const LeftOut leftOut = leftOutBy(question);
    CarriedOut carriedOut(shop.context().database, answer);
    Told told;
    for (const OrderId order : wanted.orders) {
        if (leftOut.contains(order)) {
            report.add(leftOut.value(order));
            continue;
        }
        const auto item =
            told.error ? StorageResult<std::optional<OperationItem>>(std::nullopt) : carriedOut.next();
        if (!item) {
            told.error = item.error();
        } else if (*item) {
            if (wanted.setStatus && (*item)->state == OperationState::Done) {
                told.messages.append(applyStatus(shop, order, **item, *wanted.setStatus));
            }
            report.add(**item);
        } else if (!told.error && !answer.storeError) { // where the plan could not be stored there are fewer
            told.error = StorageError{StorageError::Kind::Other, {}, itemsMissing()};
        }
    }
    told.messages.removeAll(QString());
    return told;
}

QCoro::Task<CommandResult> carryOut(Shop *shop, ConfirmationRequest wanted, Question question,
                                    std::function<bool()> stop, bool json)
{
    const OperationRequests requests = requestsOf(wanted, shop->operatorName(), question);
    const Shop::OperationAnswer answer = co_await shop->operateInPieces(requests, stop);
    if (!answer.run && answer.items.isEmpty() && requests.count > 0 && !answer.storeError) {
        co_return nothingSent(shop->context(), wanted, answer, json);
    }
    LongReport report(json);
    const Told told = tellItems(report, *shop, wanted, question, answer);
    OperationReport rest;
    rest.operation = commandOf(wanted.kind);
    rest.run = answer.run;
    rest.gatewayUnusable = answer.gatewayUnusable;
    rest.messages = told.messages;
    if (!answer.pausedReason.isEmpty()) {
        rest.messages.append(pausedText(answer.pausedReason, answer.run));
    } else if (!answer.problem.isEmpty()) {
        rest.messages.append(answer.problem);
    }
    const bool begun = begunCount(report.counts()) > 0;
    CommandResult result = report.result(rest);
    if (told.error) { // the items are on disk: nothing of what was sent may be lost from sight
        result = withStoreError(result, *told.error, true);
        if (answer.run) {
            result.messages.append(reportAgainText(*answer.run));
        }
    }
    if (!told.messages.isEmpty() &&
        result.status == ExitStatus::AllDone) { // another seat moved the order meanwhile
        result.status = ExitStatus::Partly;
    }
    if (answer.storeError) {
        co_return withStoreError(result, *answer.storeError, begun || told.error.has_value());
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
    auto numbers = orderNumbersOf(invocation.line, invocation.line.arguments);
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
    *numbers = QStringList(); // not to be held for as long as a large run takes
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
        Shop::OperationAnswer unconnected;
        unconnected.gatewayUnusable = true;
        unconnected.pausedReason = connected.error().message;
        co_return nothingSent(opened->context(), *wanted, unconnected, invocation.line.json);
    }
    const auto question = askFirst(invocation, opened->context(), *wanted);
    if (!question) {
        co_return question.error();
    }
    invocation.stopSignal->listen();
    const CommandResult result =
        co_await carryOut(opened, *wanted, *question, invocation.stop(), invocation.line.json);
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
