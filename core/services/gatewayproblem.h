#pragma once

#include "core/gmo/gatewayanswer.h"

#include <QString>

namespace kessai {

/// Why the gateway was of no use, in sentences for staff that say what to do.

/// Why this read tells nothing about the payment; "" for one that was read.
QString readProblem(const InquiryAnswer &answer);

/// Of a payment by a method that does not go through the gateway.
QString notGatewayMethodText();

/// Why nothing could be sent.
/// @param detail of the exchange's record
QString noConnectionText(const QString &detail);

/// Why the gateway refuses everything from this shop: its password, or its contract.
QString refusedShopText(const ExchangeRecord &record);

} // namespace kessai
