#pragma once

#include "core/domain/paymentmethod.h"
#include "core/gmo/gatewayanswer.h"

namespace kessai::testing {

using FilledKeys = QList<std::pair<QByteArray, QByteArray>>;

/// The recorded answer of SearchTradeMulti, as if of the method's PayType, with some of its keys filled or
/// added.
QByteArray multiBody(PaymentMethod method, const FilledKeys &filled = {});

/// The body read as the answer about GatewayFixture::orderId().
InquiryAnswer readMultiBody(const QByteArray &body, PaymentMethod method);

/// All that GMO knows but the card.
QList<PaymentMethod> otherMethods();

} // namespace kessai::testing
