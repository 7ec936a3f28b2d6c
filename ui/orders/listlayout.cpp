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
    layout.twoLinesOffered = true;
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
    layout.base.onlyGatewayMethods = true;
    layout.sort.exceptionsFirst = true;
    return layout;
}

OrderFilter ListLayout::completed(OrderFilter filter) const
{
    filter.onlyGatewayMethods = base.onlyGatewayMethods;
    return filter;
}

} // namespace kessai
