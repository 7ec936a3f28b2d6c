#include "core/services/databasecheck.h"

#include "core/base/japantime.h"
#include "core/base/sentence.h"
#include "core/services/shopopening.h"
#include "core/storage/backup.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const QString WeeklyDuty = u"duty.integrity"_s; // the week whose check was passed

QString weekOf(const QDateTime &now)
{
    const QDate day = japantime::dayOf(now);
    return day.addDays(1 - day.dayOfWeek()).toString(Qt::ISODate);
}

} // namespace

StorageResult<QString> chainsInWords(Database &database)
{
    const auto problems = JournalStore(database, Seat{}).verifyChains();
    if (!problems) {
        return failure(problems.error());
    }
    if (problems->isEmpty()) {
        return QString();
    }
    return Sentence::tr("操作の記録が書き換えられています：%1（%2、ほか%"
                        "3件）。データベースを保全し、管理者に連絡してください。")
        .arg(problems->first().where, problems->first().what, QString::number(problems->size() - 1));
}

StorageResult<QString> integrityInWords(Database &database, const QString &backupFolder)
{
    if (database.dialect() == DatabaseSpec::Dialect::Postgresql) {
        return QString();
    }
    const auto problems = integrityProblems(database, true);
    if (!problems && problems.error().kind != StorageError::Kind::Corrupt) {
        return failure(problems.error());
    }
    const QString problem = problems ? problems->value(0) : problems.error().message;
    return problem.isEmpty()
               ? QString()
               : corruptionInWords(database.spec(), problem, newestGoodBackup(backupFolder), backupFolder);
}

StorageResult<bool> weeklyCheckIsDue(ShopContext &context)
{
    const auto last = context.meta.value(WeeklyDuty);
    if (!last) {
        return failure(last.error());
    }
    return *last != weekOf(context.clock.nowUtc());
}

StorageResult<Nothing> markWeeklyCheckPassed(ShopContext &context)
{
    return context.meta.setValue(WeeklyDuty, weekOf(context.clock.nowUtc()));
}

StorageResult<QString> checkOfTheWeek(ShopContext &context, const QString &backupFolder)
{
    const auto due = weeklyCheckIsDue(context);
    if (!due || !*due) {
        return due ? StorageResult<QString>(QString()) : failure(due.error());
    }
    // A connection of its own: one that breaks off under a long check takes no operation along.
    const auto database = Database::open(context.database.spec(), DatabaseMode::ReadOnly);
    if (!database) {
        return failure(database.error());
    }
    const auto integrity = integrityInWords(**database, backupFolder);
    if (!integrity) {
        return integrity;
    }
    if (!integrity->isEmpty()) {
        context.brokenStore = StorageError{StorageError::Kind::Corrupt, {}, *integrity};
        return integrity;
    }
    const auto chains = chainsInWords(**database);
    if (!chains || !chains->isEmpty()) {
        return chains; // not passed: it is said again by the next command
    }
    const auto marked = markWeeklyCheckPassed(context);
    return marked ? StorageResult<QString>(QString()) : failure(marked.error());
}

} // namespace kessai
