#include "core/simulator/softbankcalls.h"

#include "core/simulator/carriercalls.h"

namespace kessai::simulator {

using namespace Qt::StringLiterals;

/// ItemName of the newer kits has neither length nor code.
CallOutcome execTranSb(const CallContext &context)
{
    return carriercalls::execute(context, PayType::SoftBank, u"Sb"_s, {carriercalls::returnUrl()});
}

CallOutcome sbSales(const CallContext &context)
{
    return carriercalls::sell(context, PayType::SoftBank);
}

CallOutcome sbCancel(const CallContext &context)
{
    return carriercalls::cancel(context, PayType::SoftBank);
}

} // namespace kessai::simulator
