#include "core/services/dailyduties.h"

#include "core/base/japantime.h"
#include "core/storage/backup.h"
#include "core/storage/ordercounts.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(const QString &duty)
{
    return u"duty.%1"_s.arg(duty);
}

QString dayText(const QDateTime &now)
{
    return japantime::dayOf(now).toString(Qt::ISODate);
}

} // namespace

StorageResult<bool> dutyIsDue(ShopContext &context, const QString &name, const QDateTime &now)
{
    const auto last = context.meta.value(keyOf(name));
    if (!last) {
        return failure(last.error());
    }
    return *last != dayText(now);
}

StorageResult<Nothing> markDutyDone(ShopContext &context, const QString &name, const QDateTime &now)
{
    return context.meta.setValue(keyOf(name), dayText(now));
}

StorageResult<Nothing> sealDay(ShopContext &context)
{
    const QDateTime now = context.clock.nowUtc();
    const auto due = dutyIsDue(context, u"seal"_s, now);
    if (!due) {
        return failure(due.error());
    }
    if (!*due) {
        return Nothing{};
    }
    const auto sealed = context.journal.seal(now);
    return sealed ? markDutyDone(context, u"seal"_s, now) : sealed;
}

namespace {

/// A window does it too, and more often; a shop may work by commands alone.
StorageResult<Nothing> foldDay(ShopContext &context)
{
    const QDateTime now = context.clock.nowUtc();
    const auto due = dutyIsDue(context, u"counts"_s, now);
    if (!due || !*due) {
        return due ? StorageResult<Nothing>(Nothing{}) : failure(due.error());
    }
    const auto folded = foldOrderCounts(context.database);
    return folded ? markDutyDone(context, u"counts"_s, now) : folded;
}

} // namespace

StorageResult<Nothing> doDailyDuties(ShopContext &context, const QString &dataFolder)
{
    const auto sealed = sealDay(context);
    if (!sealed) {
        return sealed;
    }
    if (context.database.dialect() == DatabaseSpec::Dialect::Postgresql) {
        return foldDay(context); // PostgreSQL's backups are its administrator's (pg_dump)
    }
    const auto made = dailyBackup(context.database, dataFolder + u"/backups"_s, context.clock.nowUtc());
    if (!made) {
        return failure(made.error());
    }
    return Nothing{};
}

} // namespace kessai
