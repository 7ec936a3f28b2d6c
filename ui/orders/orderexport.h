#pragma once

#include "ui/orders/exportedorders.h"

class QWidget;

namespace kessai {

class ShopSession;

/// What a list shows, to be written into a file.
struct OrderExport
{
    QString list; ///< 受注一覧, 決済状況一覧
    WantedOrders shown;
    OrderTicks ticks;               ///< may be none
    std::optional<qint64> ticked{}; ///< how many they are, where it is known
    OrderValues values;             ///< of the columns in sight
};

/// 書き出し…: which orders, in which columns, as which kind of file; then writes it.
void openOrderExport(QWidget &parent, ShopSession &session, const OrderExport &exported);

} // namespace kessai
