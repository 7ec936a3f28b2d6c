#include "core/services/dailyduties.h"

#include "core/base/japantime.h"
#include "core/storage/backup.h"

namespace kessai {

using namespace Qt::StringLiterals;

StorageResult<bool> beginDuty(ShopContext &context, const QString &name, const QDateTime &now)
{
    const QString key = u"duty.%1"_s.arg(name);
    const QString today = japantime::dayOf(now).toString(Qt::ISODate);
    const auto last = context.meta.value(key);
    if (!last) {
        return failure(last.error());
    }
    if (*last == today) {
        return false;
    }
    const auto marked = context.meta.setValue(key, today);
    if (!marked) {
        return failure(marked.error());
    }
    return true;
}

StorageResult<Nothing> doDailyDuties(ShopContext &context, const QString &dataFolder)
{
    const QDateTime now = context.clock.nowUtc();
    const auto sealDue = beginDuty(context, u"seal"_s, now);
    if (!sealDue) {
        return failure(sealDue.error());
    }
    if (*sealDue) {
        const auto sealed = context.journal.seal(now);
        if (!sealed) {
            return sealed;
        }
    }
    if (context.database.dialect() == DatabaseSpec::Dialect::Postgresql) {
        return Nothing{}; // PostgreSQL's backups are its administrator's (pg_dump)
    }
    const auto made = dailyBackup(context.database, dataFolder + u"/backups"_s, now);
    if (!made) {
        return failure(made.error());
    }
    return Nothing{};
}

} // namespace kessai
