#pragma once

#include "core/simulator/callcontext.h"

namespace kessai::simulator {

/// The state machine of the wallet Rakuten ID (protocol.md §6.6): each request is accepted first, and its
/// final word comes later. Each function either changes the transaction, or leaves it alone and gives the
/// refusal's ErrInfo. Pure: time comes in.
namespace rakutenidrules {

/// A request was accepted and has no final word yet.
bool isInWork(const MultiTransaction &transaction);

/// RakutenIdSales, RakutenIdCancel, RakutenIdChange: REQSALES, REQCANCEL, REQCHANGE.
QString requestSale(MultiTransaction &transaction, const QDateTime &now, const MultiRules &rules);
QString requestCancel(MultiTransaction &transaction, const QDateTime &now, const MultiRules &rules);
QString requestChange(MultiTransaction &transaction, Yen amount, Yen tax, const QDateTime &now,
                      const MultiRules &rules);

/// The wallet's final word: what was asked for, or another status. M01054004 when nothing was asked for.
QString finish(MultiTransaction &transaction, std::optional<MultiStatus> another, const QDateTime &now);

/// The wallet does not do it: the transaction is as before the request.
QString refuse(MultiTransaction &transaction, const QDateTime &now);

} // namespace rakutenidrules
} // namespace kessai::simulator
