#include "ui/orders/listlayout.h"

namespace kessai {

using namespace Qt::StringLiterals;
using Column = OrderTableModel::Column;

ListLayout ListLayout::orders()
{
    ListLayout layout;
    layout.settingsPrefix = u"list"_s;
    layout.columns = {Column::Tick,       Column::Orderer,   Column::OrderedAt,     Column::Method,
                      Column::Status,     Column::Amount,    Column::PaidAt,        Column::PaymentStatus,
                      Column::Difference, Column::Deadline,  Column::Message,       Column::Shipped,
                      Column::Tracking,   Column::Recipient, Column::GatewayOrderId};
    layout.alwaysShown = {Column::Tick, Column::Orderer};
    layout.hiddenAtFirst = {Column::GatewayOrderId};
    return layout;
}

ListLayout ListLayout::payments()
{
    ListLayout layout;
    layout.kind = Kind::Payments;
    layout.settingsPrefix = u"payments"_s;
    layout.namePrefix = u"payments_"_s;
    layout.columns = {Column::Tick,          Column::PaymentStatus,   Column::Method,        Column::Status,
                      Column::Number,        Column::OrderedAtSecond, Column::Customer,      Column::Amount,
                      Column::PaidAt,        Column::GatewayAmount,   Column::Difference,    Column::Deadline,
                      Column::LastOperation, Column::LastError,       Column::GatewayOrderId};
    layout.alwaysShown = {Column::Tick, Column::PaymentStatus, Column::Number};
    layout.hiddenAtFirst = {Column::GatewayOrderId};
    // In two lines as far as 期限 beside the conditions on a small screen.
    layout.lines.below = {{Column::PaymentStatus, Column::Method},
                          {Column::Number, Column::Customer},
                          {Column::Amount, Column::PaidAt},
                          {Column::GatewayAmount, Column::Difference}};
    layout.lines.bothTitles = true;
    layout.base.onlyGatewayMethods = true;
    layout.sort.exceptionsFirst = true;
    return layout;
}

bool ListLayout::isSecondLine(Column column) const
{
    return lines.below.key(column, Column::Count) != Column::Count;
}

OrderFilter ListLayout::completed(OrderFilter filter) const
{
    filter.onlyGatewayMethods = base.onlyGatewayMethods;
    return filter;
}

} // namespace kessai
