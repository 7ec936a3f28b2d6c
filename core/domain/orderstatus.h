#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace kessai {

/// 対応状況 of an order; the value is the shop's id (schema.md A.1). Nothing to do with the payment's state
/// (S94).
enum class OrderStatus {
    New = 1,        ///< 新規受付
    Cancelled = 3,  ///< 注文取消し
    InProgress = 4, ///< 対応中
    Delivered = 5,  ///< 発送済み
    Paid = 6,       ///< 入金済み
    Pending = 7,    ///< 決済処理中
    Processing = 8, ///< 購入処理中
    Returned = 9,   ///< 返品
};

/// In the order of the guide's check boxes (S25).
const QList<OrderStatus> &allOrderStatuses();

QString labelOf(OrderStatus status);
std::optional<OrderStatus> orderStatusFromId(int id);
/// By label or by id in digits.
std::optional<OrderStatus> orderStatusFromText(const QString &text);

/// `#437ec4`: the colour of the shop's master (schema.md A.1).
QString colourOf(OrderStatus status);

/// Whether the list shows a count in brackets (S26).
bool showsCount(OrderStatus status);

/// 購入処理中 and 決済処理中 stay out of searches unless they are asked for (S89).
bool leftOutOfSearches(OrderStatus status);

/// The state machine of schema.md A.1: pay 1→6; packing 1,6→4; cancel 1,4,6→3; back 3→4; ship 1,6,4→5; return
/// 5→9; cancel_return 9→5.
bool moveAllowed(OrderStatus from, OrderStatus to);

/// Where this status may go, in the order of the check boxes.
QList<OrderStatus> allowedMovesFrom(OrderStatus from);

} // namespace kessai
