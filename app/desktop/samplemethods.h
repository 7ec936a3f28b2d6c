#pragma once

#include "app/desktop/sampleorders.h"

namespace kessai {

/// Lets some of the card orders be paid by the other seven methods instead: each state that such a payment
/// can be in (protocol.md §3.2), deadlines near and past, one partly taken back, one paid by WebMoney; and
/// one card payment of which the gateway says a word that nobody knows.
void payOtherwise(QList<SampleOrder> &samples, const QDateTime &now);

} // namespace kessai
