#pragma once

#include "core/simulator/multicalls.h"

namespace kessai::simulator {

/// What the calls for convenience stores and Pay-easy have in common (protocol.md §5.2, §5.3).
namespace cashcalls {

/// CustomerName to ReceiptsDisp13, the term and the free fields, in the order of GMO's list.
void checkCustomer(MultiFieldChecker &checker, const QList<TextRule> &storeNumbers = {});

/// PaymentTermDay, or the default.
int termDays(const FormFields &fields);

/// CvsCancel and PayEasyCancel.
CallOutcome cancel(const CallContext &context, PayType payType);

} // namespace cashcalls
} // namespace kessai::simulator
