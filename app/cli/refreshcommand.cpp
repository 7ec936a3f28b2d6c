#include "app/cli/jsonvalues.h"
#include "app/cli/openshop.h"
#include "app/cli/orderarguments.h"
#include "app/cli/orderreport.h"
#include "app/cli/paymenttargets.h"
#include "app/cli/settlecommands.h"
#include "app/cli/textwriter.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

/// What the workers of one refresh share. Items keep the order asked, whoever is quicker.
struct RefreshWork
{
    QList<PaymentTarget> targets;
    QList<RefreshItem> items;
    qsizetype next = 0;
    qsizetype begun = 0;
    bool shopRefused = false; ///< or no connection: every further read would say the same
    std::optional<StorageError> storeError;
};

QString labelOrEmpty(const std::optional<PaymentStatus> &status)
{
    return status ? labelOf(*status) : QString();
}

StorageResult<RefreshItem> unlinkedItem(ShopContext &context, OrderId order)
{
    const auto summary = summaryOf(context, order);
    if (!summary) {
        return failure(summary.error());
    }
    RefreshItem item;
    item.order = order;
    item.orderNumber = summary->orderNumber;
    item.error = isGatewayMethod(summary->method)
                     ? u"決済オーダーIDがありません（未連携）。対応表を取り込んでください。"_s
                     : u"GMOの支払方法ではありません。"_s;
    return item;
}

QCoro::Task<> refreshWorker(Shop *shop, std::shared_ptr<RefreshWork> work, std::function<bool()> stop)
{
    while (work->next < work->targets.size() && !stop() && !work->storeError && !work->shopRefused) {
        const qsizetype index = work->next++;
        const PaymentTarget target = work->targets[index];
        StorageResult<RefreshItem> item = RefreshItem{};
        if (target.payment) {
            item = co_await shop->refresh().refresh(*target.payment, shop->operatorName());
        } else {
            item = unlinkedItem(shop->context(), target.order);
        }
        if (!item) {
            work->storeError = item.error();
            co_return;
        }
        work->items[index] = *item;
        work->shopRefused |= item->gatewayUnusable;
        work->begun = std::max(work->begun, index + 1);
    }
}

/// As many reads at once as the shop agreed with GMO.
QCoro::Task<> refreshAll(Shop *shop, std::shared_ptr<RefreshWork> work, std::function<bool()> stop)
{
    std::vector<QCoro::Task<>> workers;
    for (int number = 0; number < std::max(1, shop->context().limits.parallel); ++number) {
        workers.push_back(refreshWorker(shop, work, stop));
    }
    for (QCoro::Task<> &worker : workers) {
        co_await worker;
    }
}

/// Whether a payment of these items has an operation in doubt or needs a person.
StorageResult<bool> anyDoubt(ShopContext &context, const QList<RefreshItem> &items)
{
    for (const RefreshItem &item : items) {
        const auto order = summaryOf(context, item.order);
        if (!order) {
            return failure(order.error());
        }
        if (order->doubt) {
            return true;
        }
    }
    return false;
}

QString doubtText()
{
    return u"結果確認中または要確認の決済があります。kessai log で確かめ、結果確認中は kessai settle を、要確認は kessai resolve を実行してください。"_s;
}

ExitStatus statusOf(const QList<RefreshItem> &items, bool doubt)
{
    const auto isRead = [](const RefreshItem &item) { return item.error.isEmpty(); };
    const auto unread = [](const RefreshItem &item) { return item.unread; };
    if (doubt) {
        return ExitStatus::InDoubt;
    }
    if (std::any_of(items.cbegin(), items.cend(), unread) &&
        std::none_of(items.cbegin(), items.cend(), isRead)) {
        return ExitStatus::Gateway;
    }
    return std::all_of(items.cbegin(), items.cend(), isRead) ? ExitStatus::AllDone : ExitStatus::Partly;
}

QJsonObject refreshJson(const RefreshItem &item)
{
    return {
        {u"order"_s, item.orderNumber},
        {u"gatewayOrderId"_s, textOrNull(item.gatewayOrderId)},
        {u"before"_s, textOrNull(labelOrEmpty(item.before))},
        {u"after"_s, textOrNull(labelOrEmpty(item.after))},
        {u"changed"_s, item.changed},
        {u"error"_s, textOrNull(item.error)},
    };
}

CommandResult refreshResult(const QList<RefreshItem> &items, bool doubt)
{
    QJsonArray list;
    QList<QStringList> rows{
        {u"注文番号"_s, u"決済オーダーID"_s, u"前の決済状況"_s, u"いまの決済状況"_s, u"変化"_s, u"エラー"_s}};
    for (const RefreshItem &item : items) {
        list.append(refreshJson(item));
        rows.append({item.orderNumber, item.gatewayOrderId, labelOrEmpty(item.before),
                     labelOrEmpty(item.after), item.changed ? u"あり"_s : u"なし"_s, item.error});
    }
    CommandResult result;
    result.status = statusOf(items, doubt);
    result.document = {{u"items"_s, list}};
    result.text = items.isEmpty() ? u"確認する決済がありません\n"_s : alignedRows(rows);
    const auto unread =
        std::find_if(items.cbegin(), items.cend(), [](const RefreshItem &item) { return item.unread; });
    if (result.status == ExitStatus::Gateway && unread != items.cend()) {
        result.messages = {unread->error};
    }
    return result;
}

/// What was not read because of a signal or a gateway that takes nothing is told; nothing of it is a success.
void tellUnread(CommandResult &result, const RefreshWork &work)
{
    if (work.begun == work.targets.size()) {
        return;
    }
    const auto refused = std::find_if(work.items.cbegin(), work.items.cend(),
                                      [](const RefreshItem &item) { return item.gatewayUnusable; });
    const QString why = refused == work.items.cend() ? u"指示により途中で止めました。"_s : refused->error;
    result.messages = {
        u"%1 %2件のうち%3件を確認しました。残りはもう一度 kessai refresh を実行してください。"_s.arg(
            why, QString::number(work.targets.size()), QString::number(work.begun))};
    if (result.status == ExitStatus::AllDone) {
        result.status = ExitStatus::Partly;
    }
}

QString usageProblem(const CommandLine &line)
{
    const int ways = int(!line.arguments.isEmpty()) + int(line.has(u"all"_s)) + int(line.has(u"open"_s));
    return ways == 1 ? QString() : u"refresh は、注文番号・--all・--open のどれか1つを指定してください。"_s;
}

StorageResult<QList<PaymentTarget>> targetsFor(ShopContext &context, const CommandLine &line,
                                               const QList<OrderId> &orders)
{
    if (line.has(u"all"_s)) {
        return allTargets(context);
    }
    return line.has(u"open"_s) ? openTargets(context) : targetsOf(context, orders, line.value(u"payment"_s));
}

/// Credentials are missing: nothing can be read, each item says so.
CommandResult unreadResult(ShopContext &context, const QList<PaymentTarget> &targets, const ShopError &error)
{
    QList<RefreshItem> items;
    for (const PaymentTarget &target : targets) {
        const auto order = summaryOf(context, target.order);
        if (!order) {
            return storeError(order.error());
        }
        RefreshItem item;
        item.order = target.order;
        item.orderNumber = order->orderNumber;
        item.gatewayOrderId = order->gatewayOrderId;
        item.before = order->paymentStatus;
        item.after = order->paymentStatus;
        item.error = error.message;
        item.unread = true;
        items.append(item);
    }
    const auto doubt = anyDoubt(context, items);
    if (!doubt) {
        return storeError(doubt.error());
    }
    CommandResult result = refreshResult(items, *doubt);
    result.messages = {error.message};
    if (*doubt) {
        result.messages.append(doubtText());
    } else {
        result.status = ExitStatus::Gateway;
    }
    return result;
}

} // namespace

QCoro::Task<CommandResult> runRefresh(Invocation invocation)
{
    const QString problem = usageProblem(invocation.line);
    if (!problem.isEmpty()) {
        co_return usageError(problem);
    }
    OpenedShop shop = openForWriting(invocation);
    if (!shop) {
        co_return shop.error();
    }
    ShopContext &context = shop.value()->context();
    QStringList numbers = invocation.line.arguments;
    numbers.removeDuplicates();
    const auto orders = findOrders(context, numbers, invocation.line.value(u"payment"_s));
    if (!orders) {
        co_return orders.error();
    }
    const auto paymentKnown = checkPaymentOption(context, invocation.line, *orders);
    if (!paymentKnown) {
        co_return paymentKnown.error();
    }
    const auto targets = targetsFor(context, invocation.line, *orders);
    if (!targets) {
        co_return storeError(targets.error());
    }
    const auto connected = co_await shop.value()->connectGateway();
    if (!connected) {
        co_return unreadResult(context, *targets, connected.error());
    }
    auto work = std::make_shared<RefreshWork>();
    work->targets = *targets;
    work->items.resize(targets->size());
    invocation.stopSignal->listen();
    co_await refreshAll(shop.value().get(), work, invocation.stop());
    if (work->storeError) {
        co_return storeError(*work->storeError);
    }
    const QList<RefreshItem> items = work->items.mid(0, work->begun);
    const auto doubt = anyDoubt(context, items);
    if (!doubt) {
        co_return storeError(doubt.error());
    }
    CommandResult result = refreshResult(items, *doubt);
    tellUnread(result, *work);
    if (*doubt) {
        result.messages.append(doubtText());
    }
    co_return result;
}

} // namespace kessai::cli
