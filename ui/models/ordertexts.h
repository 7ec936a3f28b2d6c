#pragma once

#include "core/domain/nearestdeadline.h"
#include "ui/models/badge.h"
#include "ui/models/ordertablemodel.h"

namespace kessai {

/// What a column says about an order. Badges are words here, so that copying and screen readers have them
/// too.
struct OrderText
{
    QString first;
    QString second; ///< that belongs to the first: the days left of a date, the meaning of a code; mostly ""
};

OrderText orderText(const OrderSummary &order, OrderTableModel::Column column, const QDate &today);
/// Plain text for the tooltip: what the cell has no room for, and what a click does.
QString orderExplanation(const OrderSummary &order, OrderTableModel::Column column, const QDate &today);

/// 決済状況: doubts stand before the status.
Badge paymentBadge(const OrderSummary &order);
std::optional<NearestDeadline> deadlineOf(const OrderSummary &order, const QDate &today);

} // namespace kessai
