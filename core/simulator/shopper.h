#pragma once

#include "core/base/result.h"
#include "core/simulator/transactionbook.h"

namespace kessai::simulator {

/// What the shopper, the store, the carrier or the wallet does with a payment.
struct ShopperAct
{
    QString orderId;
    QString does;        ///< a verb, see shopper::act()
    QString payMethod{}; ///< au's, with pay
    QString status{};    ///< the wallet's word, with finish; empty: what was asked for
};

namespace shopper {

/// The transaction as it is afterwards; the error is the gateway's code or a sentence. The verbs:
/// - card: `pay` and `finish` end the payment, `giveUp` and `refuse` leave 3-D Secure
/// - convenience store, Pay-easy: `useTerminal` (the customer is at the store's terminal), `giveUp` (leaves
///   it), `pay`, `refuse` (PAYFAIL), `expire`
/// - au, docomo, SoftBank, Rakuten ID: `begin` (the page is open), `pay` and `finish`, `giveUp` and `refuse`
///   (PAYFAIL), `expire`
/// - Rakuten ID with a request in work: `finish` (the final word), `refuse` (as before the request)
Result<Transaction, QString> act(const Transaction &transaction, const ShopperAct &act, const QDateTime &now,
                                 TransactionNumbers &numbers);

/// What happens by itself when dueAt has passed: a term or a page expires, the wallet says its final word.
void letTimePass(MultiTransaction &transaction);

} // namespace shopper
} // namespace kessai::simulator
