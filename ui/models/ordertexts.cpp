#include "ui/models/ordertexts.h"

#include "core/base/japantime.h"
#include "ui/models/codewords.h"
#include "ui/models/deadlinetexts.h"
#include "ui/text/cardnumbers.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"

namespace kessai {

using namespace Qt::StringLiterals;
using Column = OrderTableModel::Column;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OrderCells)
};

QString nameOf(const OrderSummary &order)
{
    return order.customerName.isEmpty() ? order.companyName : order.customerName;
}

QString paidText(const OrderSummary &order)
{
    return order.paidAt ? Formats::day(japantime::dayOf(*order.paidAt)) : Text::tr("未入金");
}

OrderText orderedText(const OrderSummary &order)
{
    const QString text = order.orderedAt ? Formats::second(*order.orderedAt) : QString();
    return {text.section(u' ', 0, 0), text.section(u' ', 1)};
}

QString recipientText(const OrderSummary &order)
{
    return order.shipmentCount > 1
               ? Text::tr("%1 ほか%n件", nullptr, order.shipmentCount - 1).arg(order.recipientName)
               : order.recipientName;
}

OrderText lastOperationText(const OrderSummary &order)
{
    const auto kind = operationKindFromCode(order.lastOperation);
    const auto state = operationStateFromCode(order.lastOperationState);
    return {kind ? Words::of(*kind) : order.lastOperation, kind && state ? Words::of(*state) : QString()};
}

OrderText lastErrorText(const OrderSummary &order)
{
    const QStringList codes = gatewayCodes(order.lastError);
    if (codes.isEmpty()) {
        return {};
    }
    const int more = int(codes.size()) - 1;
    return {more > 0 ? Text::tr("%1 ほか%n件", nullptr, more).arg(codes.first()) : codes.first(),
            gatewayCodeMeaning(codes.first())};
}

/// Card numbers are found before the text is cut: half of one would not be known as such.
QString beginningOf(const QString &texts)
{
    constexpr qsizetype Shown = 250;
    const QString safe = withoutCardNumbers(texts);
    return safe.size() > Shown ? safe.left(Shown) + u'…' : safe;
}

QString errorExplanation(const OrderSummary &order)
{
    QStringList lines;
    for (const QString &code : gatewayCodes(order.lastError)) {
        lines.append(Text::tr("%1: %2").arg(code, gatewayCodeMeaning(code)));
    }
    return lines.join(u'\n');
}

QString statusExplanation(const OrderSummary &order)
{
    if (!order.doubt) {
        return paymentBadge(order).explanation;
    }
    return *order.doubt == OperationState::InDoubt
               ? Text::tr("GMOの結果を確認しています。もう一度操作する必要はありません。")
               : Text::tr("担当者の確認が必要です。");
}

} // namespace

Badge paymentBadge(const OrderSummary &order)
{
    if (order.doubt) {
        return badgeOf(*order.doubt);
    }
    if (order.ambiguous) {
        return {Text::tr("二重決済の疑い"), Meaning::NeedsPerson, {}, {}};
    }
    return badgeOf(order.paymentStatus, order.method, order.paymentId.has_value());
}

OrderText orderText(const OrderSummary &order, Column column, const QDate &today)
{
    switch (column) {
    case Column::Orderer:
        return {order.orderNumber + u"  "_s + nameOf(order), {}};
    case Column::OrderedAt:
        return {order.orderedAt ? Formats::minute(*order.orderedAt) : QString(), {}};
    case Column::Method:
        return {order.methodName, {}};
    case Column::Status:
        return {Words::of(order.status), {}};
    case Column::Amount:
        return {Formats::yen(order.payableTotal), {}};
    case Column::PaidAt:
        return {paidText(order), {}};
    case Column::PaymentStatus:
        return {paymentBadge(order).word, {}};
    case Column::Difference:
        return {order.difference.value_or(Yen{}) != Yen{} ? Formats::signedYen(*order.difference) : QString(),
                {}};
    case Column::Deadline:
        return deadlineText(order, today);
    case Column::Message:
        return {order.hasMessage ? Text::tr("あり") : QString(), {}};
    case Column::Shipped:
        return {order.shippedAt ? Formats::day(japantime::dayOf(*order.shippedAt)) : Text::tr("未出荷"), {}};
    case Column::Tracking:
        return {order.trackingNumber, {}};
    case Column::Recipient:
        return {recipientText(order), order.recipientPrefecture};
    case Column::GatewayOrderId:
        return {order.gatewayOrderId, {}};
    case Column::Number:
        return {order.orderNumber, {}};
    case Column::OrderedAtSecond:
        return orderedText(order);
    case Column::Customer:
        return {nameOf(order), {}};
    case Column::GatewayAmount:
        return {order.gatewayAmount ? Formats::yen(*order.gatewayAmount) : QString(), {}};
    case Column::LastOperation:
        return lastOperationText(order);
    case Column::LastError:
        return lastErrorText(order);
    case Column::Tick:
    case Column::Count:
        return {};
    }
    return {};
}

QString orderExplanation(const OrderSummary &order, Column column, const QDate &today)
{
    if (column == Column::PaymentStatus) {
        return statusExplanation(order);
    }
    if (column == Column::Message && order.hasMessage) {
        return beginningOf(order.messageExcerpt);
    }
    if (column == Column::Method && isGatewayMethod(order.method)) { // S88: the fixed name beside the shop's
        return Text::tr("%1（%2）").arg(Words::of(order.method), order.methodName);
    }
    if (column == Column::Number) {
        return Text::tr("注文番号 %1 の受注情報を開きます。").arg(order.orderNumber);
    }
    if (column == Column::Status) {
        return Text::tr("クリックすると、変更できる対応状況を表示します。");
    }
    if (column == Column::Deadline) {
        return deadlineExplanation(order, today);
    }
    if (column == Column::LastError) {
        return errorExplanation(order);
    }
    return orderText(order, column, today).first; // long names are elided in the cell
}

} // namespace kessai
