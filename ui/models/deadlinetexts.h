#pragma once

#include "ui/models/ordertexts.h"

namespace kessai {

/// 期限: the day, and below it how many days are left.
OrderText deadlineText(const OrderSummary &order, const QDate &today);
/// Which deadline it is, and what cannot be done any more when it has passed.
QString deadlineExplanation(const OrderSummary &order, const QDate &today);

} // namespace kessai
