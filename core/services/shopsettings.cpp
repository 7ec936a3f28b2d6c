#include "core/services/shop.h"

namespace kessai {

using namespace Qt::StringLiterals;

JournalTiming timingOf(const Settings &settings)
{
    JournalTiming timing;
    timing.connect = settings.connectTimeout();
    timing.deadline = settings.deadline();
    timing.sendWindow = settings.sendWindow();
    timing.settle = settings.settleTime();
    timing.gap = settings.gap();
    timing.cancelReadGap = settings.cancelReadGap();
    timing.poll = settings.polls();
    timing.busy = settings.busyWaits();
    return timing;
}

PaymentRules rulesOf(const Settings &settings)
{
    return {settings.captureDays(), settings.changeDays(), settings.reauthorizeJob()};
}

CallLimits limitsOf(const Settings &settings)
{
    return {settings.bulkParallel(), settings.bulkPerSecond()};
}

QString shopPassName(const QString &shopId)
{
    return u"ShopPass %1"_s.arg(shopId);
}

} // namespace kessai
