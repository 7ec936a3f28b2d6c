#pragma once

#include "core/simulator/cardtransaction.h"
#include "core/simulator/multitransaction.h"

#include <variant>

namespace kessai::simulator {

/// What the gateway keeps under an OrderID, which is unique in the shop whatever the pay type. Calls for
/// cards ask by std::get_if<CardTransaction>, and so do not see the others.
using Transaction = std::variant<CardTransaction, MultiTransaction>;

const TransactionHead &headOf(const Transaction &transaction);
TransactionHead &headOf(Transaction &transaction);

/// The form of the ledger file; a card's has no payType in it.
QJsonObject anyToLedgerJson(const Transaction &transaction);
std::optional<Transaction> transactionFromLedgerJson(const QJsonObject &json);

/// What stands in the ledger about an effect: status, amount, tax, tranId, approve, processDate; of another
/// pay type than card also payType, cancelledAmount, cancelledTax, and how often it was sold, cancelled and
/// changed so far.
QJsonObject effectJson(const Transaction &transaction);

} // namespace kessai::simulator
