#include "ui/orders/ordervalues.h"

#include "core/base/japantime.h"
#include "ui/models/codewords.h"
#include "ui/models/ordercells.h"
#include "ui/models/ordertexts.h"
#include "ui/text/words.h"

namespace kessai {

using namespace Qt::StringLiterals;
using Column = OrderTableModel::Column;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OrderValues)
};

template <typename Value>
TableValue valueOf(const std::optional<Value> &value)
{
    return value ? TableValue(*value) : TableValue();
}

TableValue dayOr(const std::optional<QDateTime> &instant, const QString &none)
{
    return instant ? TableValue(japantime::dayOf(*instant)) : TableValue(none);
}

QString nameOf(const OrderSummary &order)
{
    return order.customerName.isEmpty() ? order.companyName : order.customerName;
}

QString wordOf(NearestDeadline::Kind kind)
{
    switch (kind) {
    case NearestDeadline::Kind::Capture:
        return Text::tr("売上期限");
    case NearestDeadline::Kind::Pay:
        return Text::tr("お支払期限");
    case NearestDeadline::Kind::Cancel:
        return Text::tr("変更・取消の期限");
    }
    return {};
}

/// The one that the list is sorted by, else the nearest and which it is.
QList<TableValue> deadlineValues(const OrderSummary &order, const QString &field, const QDate &today)
{
    QList<TableValue> values;
    if (!field.isEmpty()) {
        values.append(valueOf(field == u"captureBy"  ? order.captureBy
                              : field == u"payBy"    ? order.payBy
                              : field == u"cancelBy" ? order.cancelBy
                                                     : order.changeBy));
        return values;
    }
    const auto nearest = deadlineOf(order, today);
    values.append(nearest ? TableValue(nearest->last) : TableValue());
    values.append(nearest ? TableValue(wordOf(nearest->kind)) : TableValue());
    return values;
}

QList<TableValue> errorValues(const OrderSummary &order)
{
    const QStringList codes = gatewayCodes(order.lastError);
    QStringList meanings;
    for (const QString &code : codes) {
        meanings.append(gatewayCodeMeaning(code));
    }
    return {codes.join(u' '), meanings.join(u" / "_s)};
}

QString titleOf(Column column, const QString &deadlineField)
{
    OrderTableModel::Lines single;
    single.two = false;
    single.deadlineField = deadlineField;
    return orderHeader(column, Qt::DisplayRole, single).toString();
}

QStringList titlesOf(Column column, const QString &deadlineField)
{
    const QString title = titleOf(column, deadlineField);
    if (column == Column::Orderer) {
        return {titleOf(Column::Number, {}), titleOf(Column::Customer, {})};
    }
    if (column == Column::Deadline && deadlineField.isEmpty()) {
        return {title, Text::tr("期限の種類")};
    }
    if (column == Column::Recipient) {
        return {title, Text::tr("都道府県"), Text::tr("お届け先の数")};
    }
    if (column == Column::LastOperation) {
        return {title, Text::tr("最終操作の結果")};
    }
    if (column == Column::LastError) {
        return {title, Text::tr("最終エラーの意味")};
    }
    return {title};
}

QList<TableValue> valuesOf(const OrderSummary &order, Column column, const QString &deadlineField,
                           const QDate &today)
{
    switch (column) {
    case Column::Orderer:
        return {order.orderNumber, nameOf(order)};
    case Column::OrderedAt:
    case Column::OrderedAtSecond:
        return {valueOf(order.orderedAt)};
    case Column::Amount:
        return {order.payableTotal};
    case Column::PaidAt:
        return {dayOr(order.paidAt, orderText(order, column, today).first)};
    case Column::GatewayAmount:
        return {valueOf(order.gatewayAmount)};
    case Column::Difference:
        return {order.difference.value_or(Yen{}) == Yen{} ? TableValue() : valueOf(order.difference)};
    case Column::Deadline:
        return deadlineValues(order, deadlineField, today);
    case Column::Shipped:
        return {dayOr(order.shippedAt, orderText(order, column, today).first)};
    case Column::Recipient:
        return {order.recipientName, order.recipientPrefecture, qint64(order.shipmentCount)};
    case Column::LastError:
        return errorValues(order);
    case Column::LastOperation: {
        const OrderText text = orderText(order, column, today);
        return {text.first, text.second};
    }
    case Column::Method:
    case Column::Status:
    case Column::PaymentStatus:
    case Column::Message:
    case Column::Tracking:
    case Column::GatewayOrderId:
    case Column::Number:
    case Column::Customer:
        return {orderText(order, column, today).first};
    case Column::Tick:
    case Column::Count:
        return {};
    }
    return {};
}

} // namespace

QStringList OrderValues::titles() const
{
    QStringList titles;
    for (const Column column : columns) {
        titles += titlesOf(column, deadlineField);
    }
    return titles;
}

QList<TableValue> OrderValues::of(const OrderSummary &order) const
{
    QList<TableValue> values;
    for (const Column column : columns) {
        values += valuesOf(order, column, deadlineField, today);
    }
    return values;
}

} // namespace kessai
