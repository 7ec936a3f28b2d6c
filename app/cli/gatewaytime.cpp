#include "app/cli/gatewaytime.h"

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

const QString offsetName = u"gatewayClockOffsetMs"_s;

bool answered(const ShopContext &context)
{
    return context.gate && context.gate->lastAnswerAt();
}

} // namespace

QDateTime gatewayTime(ShopContext &context)
{
    if (answered(context)) {
        return context.gate->gatewayNow();
    }
    const auto kept = context.meta.value(offsetName);
    const qint64 offsetMs = kept && *kept ? (*kept)->toLongLong() : 0;
    return context.clock.nowUtc().addMSecs(offsetMs);
}

void keepGatewayTime(ShopContext &context)
{
    if (!answered(context)) {
        return;
    }
    const qint64 offsetMs = context.clock.nowUtc().msecsTo(context.gate->gatewayNow());
    // Without it the next call asks this machine's clock, which is no reason to call the present one failed.
    static_cast<void>(context.meta.setValue(offsetName, QString::number(offsetMs)).ok());
}

} // namespace kessai::cli
