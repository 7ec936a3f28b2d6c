#include "core/simulator/aucalls.h"

#include "core/simulator/carriercalls.h"

namespace kessai::simulator {

using namespace Qt::StringLiterals;

CallOutcome execTranAu(const CallContext &context)
{
    static const QList<TextRule> texts{
        carriercalls::returnUrl(),
        {.name = u"Commodity"_s,
         .number = u"M01080"_s,
         .isNeeded = true,
         .longestBytes = 48,
         .tooLong = u"005"_s,
         .malformed = u"013"_s},
        {.name = u"ServiceName"_s,
         .number = u"M01082"_s,
         .isNeeded = true,
         .longestBytes = 48,
         .tooLong = u"005"_s,
         .malformed = u"013"_s},
        {.name = u"ServiceTel"_s,
         .number = u"M01083"_s,
         .isNeeded = true,
         .longestBytes = 15,
         .tooLong = u"008"_s,
         .malformed = u"008"_s,
         .form = TextForm::Phone},
    };
    return carriercalls::execute(context, PayType::Au, u"Au"_s, texts);
}

CallOutcome auSales(const CallContext &context)
{
    return carriercalls::sell(context, PayType::Au);
}

CallOutcome auCancelReturn(const CallContext &context)
{
    return carriercalls::cancel(context, PayType::Au);
}

} // namespace kessai::simulator
