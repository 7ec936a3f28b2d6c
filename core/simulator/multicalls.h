#pragma once

#include "core/simulator/multifieldchecker.h"

#include <functional>

namespace kessai::simulator {

/// One call on a transaction that is there, of one pay type. Every such call has ShopID, ShopPass, AccessID,
/// AccessPass and OrderID; the rest is its own.
struct MultiCall
{
    PayType payType;
    /// Looks at the call's own fields.
    std::function<void(MultiFieldChecker &)> check;
    /// Changes the transaction, or gives the ErrInfo of the refusal and changes nothing that counts.
    std::function<QString(MultiTransaction &)> work;
    std::function<ReplyFields(const MultiTransaction &)> reply;
};

/// What the calls for the other pay types have in common.
namespace multicalls {

CallOutcome run(const CallContext &context, const MultiCall &call);

/// A field of digits that was checked already; 0 when absent.
Yen yenIn(const FormFields &fields, const QString &name);

/// `count` digits that belong to the transaction for ever; `what` tells several of them apart.
QString digitsOf(const MultiTransaction &transaction, const char *what, int count);
/// The same as letters, `bytes` hashed bytes in base64.
QString base64Of(const MultiTransaction &transaction, const char *what, int bytes);

} // namespace multicalls
} // namespace kessai::simulator
