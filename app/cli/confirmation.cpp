#include "app/cli/confirmation.h"

#include "app/cli/operationtext.h"
#include "app/cli/orderreport.h"
#include "app/cli/textwriter.h"

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

QString lastDayText(const OrderSummary &order)
{
    return order.cancelBy ? order.cancelBy->toString(u"yyyy/MM/dd"_s) : QString();
}

QString moreText(const ConfirmationRequest &request)
{
    QString text;
    if (request.kind == OperationKind::Cancel) {
        text += u"カード会社などには取消だけが伝わり、購入者には請求されません。\n"_s;
    }
    if (request.kind == OperationKind::Reauthorize) {
        text += u"カードをもう一度承認します。\n"_s;
    }
    if (request.setStatus) {
        text += u"完了した注文の対応状況を「%1」にします。\n"_s.arg(labelOf(*request.setStatus));
    }
    return text;
}

} // namespace

QString missingConsent(const Invocation &invocation)
{
    if (invocation.line.yes || invocation.terminal->isInteractive()) {
        return {};
    }
    return u"確認する端末がありません。実行するには --yes を付けてください（何も実行していません）。"_s;
}

StorageResult<QString> confirmationText(ShopContext &context, const ConfirmationRequest &request)
{
    QList<QStringList> rows{
        {u"注文番号"_s, u"お名前"_s, u"金額"_s, u"送るもの"_s, u"取消の期限"_s, u"対象外の理由"_s}};
    Yen total;
    qint64 runnable = 0;
    for (const OrderId id : request.orders) {
        const auto order = summaryOf(context, id);
        if (!order) {
            return failure(order.error());
        }
        const auto verdict = verdictFor(context, request.kind, *order, request.gatewayOrderId);
        if (!verdict) {
            return failure(verdict.error());
        }
        const bool runs = canRun(*verdict, request.keepGatewayAmount);
        const std::optional<Yen> amount = amountFor(*verdict, *order, request.keepGatewayAmount);
        if (runs) {
            ++runnable;
            total += *amount;
        }
        const QString job =
            request.reauthorizeJob.isEmpty() ? verdict->verdict.jobCd : request.reauthorizeJob;
        rows.append({order->orderNumber, order->customerName, yenText(amount), job, lastDayText(*order),
                     runs ? QString() : verdict->reason});
    }
    return u"%1を実行します。\n%2%3%4件を実行、%5件は対象外、合計 %6円\n実行しますか"_s.arg(
        operationLabel(request.kind), alignedRows(rows, {2}), moreText(request), QString::number(runnable),
        QString::number(request.orders.size() - runnable), groupedYen(total));
}

} // namespace kessai::cli
