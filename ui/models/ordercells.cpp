#include "ui/models/ordercells.h"

#include "core/base/japantime.h"
#include "ui/models/badge.h"
#include "ui/models/cellroles.h"
#include "ui/text/cardnumbers.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"

#include <QFont>

namespace kessai {

using namespace Qt::StringLiterals;
using Column = OrderTableModel::Column;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OrderCells)
};

/// Both lines of a cell as text; badges are words here, so that copying and screen readers have them too.
struct Lines
{
    QString first;
    QString second;
};

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

QString paidText(const OrderSummary &order)
{
    return order.paidAt ? Formats::day(japantime::dayOf(*order.paidAt)) : Text::tr("未入金");
}

QString recipientText(const OrderSummary &order)
{
    return order.shipmentCount > 1
               ? Text::tr("%1 ほか%n件", nullptr, order.shipmentCount - 1).arg(order.recipientName)
               : order.recipientName;
}

/// 売上確定(実売上) — 完了
QString lastOperationText(const OrderSummary &order)
{
    const auto kind = operationKindFromCode(order.lastOperation);
    const auto state = operationStateFromCode(order.lastOperationState);
    if (!kind) {
        return order.lastOperation;
    }
    return state ? Text::tr("%1（%2）").arg(Words::of(*kind), Words::of(*state)) : Words::of(*kind);
}

bool deadlineCounts(const OrderSummary &order)
{
    return order.captureBy && order.paymentStatus == PaymentStatus::Authorized;
}

Lines linesOf(const OrderSummary &order, Column column, const QDate &today)
{
    const QString orderedAt = order.orderedAt ? Formats::minute(*order.orderedAt) : QString();
    switch (column) {
    case Column::Orderer: {
        const QString name = order.customerName.isEmpty() ? order.companyName : order.customerName;
        return {order.orderNumber + u"  "_s + name, orderedAt};
    }
    case Column::OrderedAt:
        return {orderedAt, {}};
    case Column::Method:
        return {order.methodName, Words::of(order.status)};
    case Column::Status:
        return {Words::of(order.status), {}};
    case Column::Amount:
        return {Formats::yen(order.payableTotal), paidText(order)};
    case Column::PaidAt:
        return {paidText(order), {}};
    case Column::PaymentStatus:
        return {paymentBadge(order).word,
                order.gatewayAmount ? Formats::yen(*order.gatewayAmount) : QString()};
    case Column::Difference:
        return {order.difference.value_or(Yen{}) != Yen{} ? Formats::signedYen(*order.difference) : QString(),
                {}};
    case Column::Deadline:
        return deadlineCounts(order)
                   ? Lines{Formats::day(*order.captureBy), Formats::daysLeft(*order.captureBy, today)}
                   : Lines{};
    case Column::Message:
        return {order.hasMessage ? Text::tr("あり") : QString(), {}};
    case Column::Shipped:
        return {order.shippedAt ? Formats::day(japantime::dayOf(*order.shippedAt)) : Text::tr("未出荷"),
                order.trackingNumber};
    case Column::Tracking:
        return {order.trackingNumber, {}};
    case Column::Recipient:
        return {recipientText(order), order.recipientPrefecture};
    case Column::GatewayOrderId:
        return {order.gatewayOrderId, {}};
    case Column::Number:
        return {order.orderNumber, {}};
    case Column::OrderedAtSecond:
        return {order.orderedAt ? Formats::second(*order.orderedAt) : QString(), {}};
    case Column::Customer:
        return {order.customerName.isEmpty() ? order.companyName : order.customerName, {}};
    case Column::GatewayAmount:
        return {order.gatewayAmount ? Formats::yen(*order.gatewayAmount) : QString(), {}};
    case Column::LastOperation:
        return {lastOperationText(order), {}};
    case Column::LastError:
        return {order.lastError, {}};
    case Column::Tick:
    case Column::Count:
        return {};
    }
    return {};
}

std::optional<Meaning> firstMeaning(const OrderSummary &order, Column column, const QDate &today)
{
    if (column == Column::Difference) {
        return Meaning::NeedsPerson;
    }
    if (column == Column::Number) {
        return Meaning::Accent;
    }
    if (column != Column::Deadline || !deadlineCounts(order)) {
        return {};
    }
    const auto days = today.daysTo(*order.captureBy);
    if (days < 0) {
        return Meaning::NeedsPerson;
    }
    return days <= DeadlineNearDays ? std::optional(Meaning::NeedsWork) : std::nullopt;
}

QVariant badgeFor(const OrderSummary &order, Column column, bool second)
{
    if (column == Column::PaymentStatus && !second) {
        return QVariant::fromValue(paymentBadge(order));
    }
    if (column == (second ? Column::Method : Column::Status)) {
        return QVariant::fromValue(badgeOf(order.status));
    }
    return {};
}

/// Card numbers are found before the text is cut: half of one would not be known as such.
QString beginningOf(const QString &texts)
{
    constexpr qsizetype Shown = 250;
    const QString safe = withoutCardNumbers(texts);
    return safe.size() > Shown ? safe.left(Shown) + u'…' : safe;
}

QString tooltipOf(const OrderSummary &order, Column column, const Lines &lines)
{
    if (column == Column::PaymentStatus) {
        return order.doubt ? (*order.doubt == OperationState::InDoubt
                                  ? Text::tr("GMOの結果を確認しています。もう一度操作する必要はありません。")
                                  : Text::tr("担当者の確認が必要です。"))
                           : paymentBadge(order).explanation;
    }
    if (column == Column::Message && order.hasMessage) {
        return Formats::plainTooltip(beginningOf(order.messageExcerpt));
    }
    if (column == Column::Method && isGatewayMethod(order.method)) { // S88: the fixed name beside the shop's
        return Formats::plainTooltip(Text::tr("%1（%2）").arg(Words::of(order.method), order.methodName));
    }
    if (column == Column::Number) {
        return Formats::plainTooltip(Text::tr("注文番号 %1 の受注情報を開きます。").arg(order.orderNumber));
    }
    if (column == Column::Status) {
        return Text::tr("クリックすると、変更できる対応状況を表示します。");
    }
    return Formats::plainTooltip(lines.first); // long names are elided in the cell
}

/// Colour alone would not tell a link.
const QFont &linkFont()
{
    static const QFont font = [] {
        QFont underlined;
        underlined.setUnderline(true);
        return underlined;
    }();
    return font;
}

QVariant meaningValue(const std::optional<Meaning> &meaning)
{
    return meaning ? QVariant(int(*meaning)) : QVariant();
}

} // namespace

bool isRightAligned(OrderTableModel::Column column)
{
    return column == Column::Amount || column == Column::GatewayAmount || column == Column::Difference;
}

QVariant orderCell(const OrderSummary &order, Column column, int role, const QDate &today)
{
    const Lines lines = linesOf(order, column, today);
    switch (role) {
    case Qt::DisplayRole:
        return lines.first;
    case SecondLineRole:
        return lines.second;
    case Qt::AccessibleTextRole:
        return lines.second.isEmpty() ? lines.first : lines.first + u", "_s + lines.second;
    case Qt::ToolTipRole:
        return tooltipOf(order, column, lines);
    case Qt::TextAlignmentRole:
        return int(isRightAligned(column) ? Qt::AlignRight | Qt::AlignVCenter
                                          : Qt::AlignLeft | Qt::AlignVCenter);
    case BadgeRole:
        return badgeFor(order, column, false);
    case SecondBadgeRole:
        return badgeFor(order, column, true);
    case Qt::FontRole:
        return column == Column::Number ? QVariant(linkFont()) : QVariant();
    case IconRole:
        return column == Column::Message && order.hasMessage ? QVariant(u"mail-message"_s) : QVariant();
    case MeaningRole:
        return meaningValue(firstMeaning(order, column, today));
    case SecondMeaningRole:
        return column == Column::PaymentStatus && order.ambiguous
                   ? QVariant(int(Meaning::NeedsPerson))
                   : meaningValue(column == Column::Deadline ? firstMeaning(order, column, today)
                                                             : std::nullopt);
    default:
        return {};
    }
}

} // namespace kessai
