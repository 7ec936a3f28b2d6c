#pragma once

#include "app/cli/orderreport.h"

namespace kessai::cli {

/// 検索結果：N件が該当しました and the rows.
QString ordersText(qint64 total, const QList<OrderSummary> &orders);
QString countsText(const OrderRepository::Counts &counts);
QString showText(const OrderSummary &order, const QList<ShownPayment> &payments,
                 const QList<OrderVerdict> &verdicts);

/// 決済状況, 未連携 or 未確認; "" for a method that does not go through GMO.
QString paymentStatusText(const OrderSummary &order);

/// 2020/12/03, with the minute where it ends within the day; "" for none.
QString deadlineText(const std::optional<Deadline> &deadline);

/// 2020/12/03 13:21 in Japan time; "" for none.
QString timeText(const std::optional<QDateTime> &instant);

} // namespace kessai::cli
