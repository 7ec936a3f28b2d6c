#pragma once

#include "core/simulator/cardtransaction.h"
#include "core/simulator/transactionbook.h"

namespace kessai::simulator {

/// The limits in calendar days of Japan time, the last one included.
struct CardRules
{
    int captureDays = 90;
    int changeDays = 180;
};

/// What a call asks of a transaction; the fields are checked already.
struct CardJob
{
    CardStatus job = CardStatus::Sales;
    Yen amount;
    Yen tax;
    QString method; ///< for a re-authorisation
    QString payTimes;
};

/// The state machine of protocol.md §6.1 with the cancel words of design.md §6. Each function either changes
/// the transaction and steps the numbers, or leaves both alone and gives the refusal's ErrInfo. Pure: time
/// comes in.
namespace cardrules {

/// ExecTran, or the end of 3-D Secure: UNPROCESSED and AUTHENTICATED to the JobCd of the entry.
QString execute(CardTransaction &transaction, const QDateTime &now, TransactionNumbers &numbers);

/// AlterTran: SALES, VOID, RETURN, RETURNX, and AUTH or CAPTURE as a re-authorisation.
QString alter(CardTransaction &transaction, const CardJob &job, const QDateTime &now, const CardRules &rules,
              TransactionNumbers &numbers);

/// ChangeTran: a cancel and a new authorisation for the new amount in one.
QString change(CardTransaction &transaction, const CardJob &job, const QDateTime &now, const CardRules &rules,
               TransactionNumbers &numbers);

} // namespace cardrules
} // namespace kessai::simulator
