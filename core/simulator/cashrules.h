#pragma once

#include "core/simulator/multitransaction.h"

namespace kessai::simulator {

/// The state machine of protocol.md §6.2 for convenience stores and Pay-easy, which are paid in cash. Each
/// function either changes the transaction, or leaves it alone and gives the refusal's ErrInfo. The caller
/// has let time pass before (multirules::goOn), so a payment whose term is over is EXPIRED. Pure: time comes
/// in.
namespace cashrules {

/// ExecTranCvs, ExecTranPayEasy: numbers are issued, and `termDays` days to pay, the last one to 23:59:59.
QString request(MultiTransaction &transaction, const QDateTime &now, int termDays);

/// CvsCancel, PayEasyCancel.
QString cancel(MultiTransaction &transaction, const QDateTime &now);

/// The customer goes to the store's terminal, or leaves it without paying.
QString useTerminal(MultiTransaction &transaction, bool uses);

/// The customer pays.
QString pay(MultiTransaction &transaction, const QDateTime &now);

/// The store or the bank refuses.
QString refuse(MultiTransaction &transaction, const QDateTime &now);

/// The term is over.
QString expire(MultiTransaction &transaction, const QDateTime &now);

} // namespace cashrules
} // namespace kessai::simulator
