#pragma once

#include "core/storage/orderticks.h"

#include <QList>

class QSettings;
class QWidget;

namespace kessai {

class OrderSource;
class ShopSession;

/// Whose notes: what is ticked, else what is selected.
struct NotedOrders
{
    OrderTicks ticks;
    OrderSort sort;
    QList<OrderId> selected;
};

/// 納品書…, the same in every menu (S40).
[[nodiscard]] QString deliveryNotesLabel();

/// Opens 納品書 about these orders, or says why it cannot; nothing without orders.
/// @param page above which it opens; what is still read goes with it
/// @param settings the window's own
void openDeliveryNotes(QWidget &page, ShopSession &session, OrderSource &source, QSettings &settings,
                       const NotedOrders &orders);

} // namespace kessai
