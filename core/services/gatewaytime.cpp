#include "core/services/gatewaytime.h"

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

const QString offsetName = u"gatewayClockOffsetMs"_s;

bool answered(const ShopContext &context)
{
    return context.gate && context.gate->lastAnswerAt();
}

} // namespace

std::chrono::milliseconds keptClockOffset(MetaStore &meta)
{
    const auto kept = meta.value(offsetName);
    return std::chrono::milliseconds(kept && *kept ? (*kept)->toLongLong() : 0);
}

QDateTime gatewayTime(ShopContext &context)
{
    if (answered(context)) {
        return context.gate->gatewayNow();
    }
    return context.clock.nowUtc().addMSecs(keptClockOffset(context.meta).count());
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

} // namespace kessai
