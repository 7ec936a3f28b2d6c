#pragma once

#include "core/domain/order.h"
#include "core/domain/payment.h"
#include "core/domain/paymentrules.h"

namespace kessai {

/// 電話用の要約: an order and its payment in five lines of plain text, to be read out or pasted: who ordered
/// when; how to reach the buyer; what was bought; what is to be paid; what the payment is and until when
/// something can be done. No card number, nothing secret.
/// @param payment the one that the lists show; none: not linked
QString phoneSummary(const Order &order, const std::optional<Payment> &payment, const PaymentRules &rules);

} // namespace kessai
