#pragma once

#include "core/simulator/callcontext.h"
#include "core/simulator/fieldchecker.h"

namespace kessai::simulator {

/// What the calls for cards have in common.
namespace cardcalls {

/// ShopID and ShopPass: form, then whether the pair is right. True when it is.
bool checkShop(FieldChecker &checker, const CallContext &context);
/// AccessID and AccessPass: form, then whether a card transaction answers to them (E01110002), which a shop
/// that did not prove itself is not told.
const CardTransaction *checkHandle(FieldChecker &checker, const CallContext &context, bool mayLookUp = true);

/// Method and PayTimes as the gateway keeps them: PayTimes only where the method has one.
QString keptPayTimes(const QString &method, const QString &payTimes);

} // namespace cardcalls
} // namespace kessai::simulator
