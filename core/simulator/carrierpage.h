#pragma once

#include "core/simulator/multitransaction.h"

namespace kessai::simulator {

/// The shopper's way through the page of a carrier or of the wallet (protocol.md §5.4, §6.3 to §6.6), the
/// same for au, docomo, SoftBank and Rakuten ID but for the words. Each function either changes the
/// transaction, or leaves it alone and gives the refusal's ErrInfo. Pure: time comes in.
namespace carrierpage {

/// The Exec call: the page can be begun within `startSeconds`.
QString request(MultiTransaction &transaction, const QDateTime &now, int startSeconds);

/// The shopper opens the page.
QString begin(MultiTransaction &transaction, const QDateTime &now);

/// The shopper pays: the JobCd of the entry. `payMethod` is au's: 01 carrier bill, 02 card, 03 WebMoney.
QString pay(MultiTransaction &transaction, const QDateTime &now, const QString &payMethod);

/// The shopper gives up: PAYFAIL.
QString giveUp(MultiTransaction &transaction, const QDateTime &now);

/// The carrier refuses the shopper: PAYFAIL.
QString refuse(MultiTransaction &transaction, const QDateTime &now);

/// Nobody comes any more: EXPIRED. au has no such word; PAYFAIL stands for it (inferred).
QString expire(MultiTransaction &transaction, const QDateTime &now);

} // namespace carrierpage
} // namespace kessai::simulator
