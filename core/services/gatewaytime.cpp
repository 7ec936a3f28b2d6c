#include "core/services/gatewaytime.h"

#include "core/base/japantime.h"
#include "core/domain/paymentrules.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace kessai {

namespace {

const QString offsetName = u"gatewayClockOffsetMs"_s;
const QString answerName = u"gatewayAnsweredAt"_s;

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

std::optional<QDateTime> keptLastAnswer(MetaStore &meta)
{
    const auto kept = meta.value(answerName);
    return kept && *kept ? japantime::fromStoredText(**kept) : std::nullopt;
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
    const QString at = japantime::toStoredText(*context.gate->lastAnswerAt());
    static_cast<void>(context.meta.setValue(answerName, at).ok());
}

QCoro::Task<bool> waitOutMidnight(ShopContext &context, std::function<bool()> stop)
{
    while (isMidnightGuard(context.gate->gatewayNow())) {
        if (stop()) {
            co_return false;
        }
        const QDateTime now = context.gate->gatewayNow();
        const auto rest = std::chrono::milliseconds(now.msecsTo(endOfMidnightGuard(now)));
        co_await context.clock.sleep(std::clamp<std::chrono::milliseconds>(rest, 1ms, 1s));
    }
    co_return true;
}

} // namespace kessai
