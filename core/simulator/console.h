#pragma once

#include "core/base/result.h"
#include "core/simulator/callcontext.h"

namespace kessai::simulator {

/// What somebody does with a payment in GMO's console, behind the client's back.
struct ConsoleWork
{
    QString orderId;
    QString jobCd;
    std::optional<Yen> amount{}; ///< a total; nothing: the present one
};

namespace console {

/// The transaction as it is afterwards; the error is the gateway's code or a sentence. The words:
/// - card: those of AlterTran; AUTH and CAPTURE on an open transaction are an amount change
/// - convenience store, Pay-easy: CANCEL
/// - au, docomo, SoftBank: SALES, CANCEL (with an amount a part of what was sold)
/// - Rakuten ID: SALES, CANCEL, CHANGE (each a request, whose final word comes later)
Result<Transaction, QString> operate(const Transaction &transaction, const ConsoleWork &work,
                                     const QDateTime &now, const GatewayContract &contract,
                                     TransactionNumbers &numbers);

} // namespace console
} // namespace kessai::simulator
