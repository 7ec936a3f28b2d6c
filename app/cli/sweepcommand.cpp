#include "app/cli/openshop.h"
#include "app/cli/orderarguments.h"
#include "app/cli/orderjson.h"
#include "app/cli/paymenttargets.h"
#include "app/cli/settlecommands.h"
#include "app/cli/sweepreport.h"
#include "app/cli/textwriter.h"

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

constexpr int recentDays = 2; // journal.md §14

QString snapshotText(const Snapshot &snapshot)
{
    const QString text =
        u"%1 %2円"_s.arg(labelOf(paymentStatusOfWord(snapshot.status)), groupedYen(snapshot.total()));
    const bool partlyCancelled = snapshot.cancelledAmount && *snapshot.cancelledAmount != Yen{};
    return partlyCancelled ? text + u"（取消し済み %1円）"_s.arg(groupedYen(*snapshot.cancelledAmount))
                           : text;
}

ExitStatus statusOf(const SweepReport &report)
{
    if (!report.differences.isEmpty()) {
        return ExitStatus::InDoubt;
    }
    if (report.compared == 0 && (report.gatewayUnusable || report.unreadable > 0)) {
        return ExitStatus::Gateway;
    }
    return report.unreadable + report.unknown + report.held + report.otherMethods == 0 ? ExitStatus::AllDone
                                                                                       : ExitStatus::Partly;
}

/// Without ORDER: what is open, and what had an operation lately, closed or not.
StorageResult<QList<PaymentId>> paymentsToSweep(ShopContext &context)
{
    auto open = context.payments.openPayments(false);
    if (!open) {
        return open;
    }
    const auto recent =
        context.journal.paymentsWithOperationSince(context.clock.nowUtc().addDays(-recentDays));
    if (!recent) {
        return recent;
    }
    QList<PaymentId> payments = *open;
    const QSet<PaymentId> known(payments.cbegin(), payments.cend());
    for (const PaymentId &id : *recent) {
        if (!known.contains(id)) {
            payments.append(id);
        }
    }
    return payments;
}

/// @param without counts the orders of which there is nothing to compare
StorageResult<QList<PaymentId>> paymentsOf(ShopContext &context, const QList<OrderId> &orders, int &without)
{
    const auto targets = targetsOf(context, orders, {});
    if (!targets) {
        return failure(targets.error());
    }
    QList<PaymentId> payments;
    for (const PaymentTarget &target : *targets) {
        if (target.payment) {
            payments.append(*target.payment);
        } else {
            ++without;
        }
    }
    return payments;
}

CommandResult nothingCompared(const ShopError &error)
{
    SweepReport report;
    report.gatewayUnusable = true;
    CommandResult result = sweepResult(report);
    result.messages = {error.message};
    return result;
}

/// A sweep that was stopped part-way says how far it came.
void tellUncompared(CommandResult &result, const SweepReport &report, qsizetype asked)
{
    const qint64 looked = report.compared + report.unreadable + report.held + report.otherMethods;
    if (looked >= asked) {
        return;
    }
    result.messages.append(
        u"途中で止めました。%1件のうち%2件を照合しました。残りはもう一度 kessai sweep を実行してください。"_s
            .arg(QString::number(asked), QString::number(report.compared)));
    if (result.status == ExitStatus::AllDone) {
        result.status = ExitStatus::Partly;
    }
}

/// Of the orders that were asked for.
void tellWithoutPayment(CommandResult &result, int count)
{
    if (count == 0) {
        return;
    }
    result.messages.append(
        u"%1件の注文には照合できる決済がありません（未連携か、GMO決済ではない注文です）。"_s.arg(count));
    if (result.status == ExitStatus::AllDone) {
        result.status = ExitStatus::Partly;
    }
}

} // namespace

CommandResult sweepResult(const SweepReport &report)
{
    QJsonArray differences;
    QList<QStringList> rows{{u"注文番号"_s, u"決済オーダーID"_s, u"こちらの記録"_s, u"GMOの状態"_s}};
    for (const SweepDifference &difference : report.differences) {
        differences.append(QJsonObject{
            {u"order"_s, difference.orderNumber},
            {u"gatewayOrderId"_s, difference.gatewayOrderId},
            {u"believed"_s, snapshotJson(difference.believed)},
            {u"seen"_s, difference.seen ? QJsonValue(snapshotJson(*difference.seen)) : QJsonValue()}});
        rows.append({difference.orderNumber, difference.gatewayOrderId, snapshotText(difference.believed),
                     difference.seen ? snapshotText(*difference.seen) : u"取引がありません"_s});
    }
    CommandResult result;
    result.status = statusOf(report);
    result.document = {{u"compared"_s, report.compared}, {u"differences"_s, differences}};
    result.text = u"照合 %1件、相違 %2件、読めなかったもの %3件\n"_s.arg(
        QString::number(report.compared), QString::number(report.differences.size()),
        QString::number(report.unreadable));
    if (!report.differences.isEmpty()) {
        result.text += alignedRows(rows);
    }
    if (!report.problem.isEmpty()) {
        result.messages = {report.problem};
    } else if (report.unreadable > 0) {
        result.messages = {
            u"%1件の決済をGMOから読めませんでした。しばらくしてからもう一度照合してください。"_s.arg(
                report.unreadable)};
    }
    if (report.held > 0) {
        result.messages.append(
            u"%1件は操作の途中か結果確認中のため、照合していません。kessai settle で結果を確認してください。"_s
                .arg(report.held));
    }
    if (report.otherMethods > 0) {
        result.messages.append(
            u"%1件はGMOの支払方法ではないため、照合していません。注文の支払方法を確認してください。"_s.arg(
                report.otherMethods));
    }
    if (report.unknown > 0) {
        result.messages.append(
            u"GMOに取引のない決済オーダーIDが%1件あります。kessai refresh で注文を調べ、連携と接続先（本番・テスト）を確認してください。"_s
                .arg(report.unknown));
    }
    return result;
}

QCoro::Task<CommandResult> runSweep(Invocation invocation)
{
    OpenedShop shop = openForWriting(invocation);
    if (!shop) {
        co_return shop.error();
    }
    ShopContext &context = shop.value()->context();
    QStringList numbers = invocation.line.arguments;
    numbers.removeDuplicates();
    const auto orders = findOrders(context, numbers);
    if (!orders) {
        co_return orders.error();
    }
    int without = 0;
    const auto payments =
        numbers.isEmpty() ? paymentsToSweep(context) : paymentsOf(context, *orders, without);
    if (!payments) {
        co_return storeError(payments.error());
    }
    const auto connected = co_await shop.value()->connectGateway();
    if (!connected) {
        co_return nothingCompared(connected.error());
    }
    invocation.stopSignal->listen();
    const auto report = co_await shop.value()->sweep().compare(*payments, u"SWEEP"_s, invocation.stop());
    if (!report) {
        co_return storeError(report.error());
    }
    CommandResult result = sweepResult(*report);
    tellUncompared(result, *report, payments->size());
    tellWithoutPayment(result, without);
    co_return result;
}

} // namespace kessai::cli
