#include "core/services/shopopening.h"

#include "core/base/sentence.h"
#include "core/storage/backup.h"
#include "core/storage/metastore.h"
#include "core/storage/seat.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestProblem = 120;
constexpr qint64 QuickCheckMaximumBytes = 256LL * 1024 * 1024; // above that: the weekly check

StorageResult<Nothing> checkIntegrity(Database &database, const QString &backupFolder)
{
    const QFileInfo file(database.spec().sqliteFile);
    if (database.dialect() != DatabaseSpec::Dialect::Sqlite || file.size() > QuickCheckMaximumBytes) {
        return Nothing{};
    }
    const auto problems = integrityProblems(database, false);
    if (!problems) {
        return failure(problems.error());
    }
    if (!problems->isEmpty()) {
        return failure(StorageError{StorageError::Kind::Corrupt,
                                    {},
                                    corruptionInWords(database.spec(), problems->first(), backupFolder)});
    }
    return Nothing{};
}

/// A program of the version before would go on in the old way.
StorageResult<Nothing> nobodyElse(Database &database)
{
    const auto alive = otherSeatsAreAlive(database);
    if (!alive) {
        return failure(alive.error());
    }
    if (!*alive) {
        return Nothing{};
    }
    return failure(StorageError{StorageError::Kind::Busy,
                                {},
                                Sentence::tr("データベースを新しい版の形式に改める前に、ほかのパソコンの "
                                             "KessaiDesk をすべて終了してください。")});
}

} // namespace

QString corruptionInWords(const DatabaseSpec &spec, const QString &problem, const QString &backupFolder)
{
    const QString broken = Sentence::tr("データベース %1 が壊れています（%2）。")
                               .arg(spec.sqliteFile, problem.simplified().left(LongestProblem));
    const QString backup = newestGoodBackup(backupFolder);
    if (backup.isEmpty()) {
        return broken + Sentence::tr("正常なバックアップが %1 にありません。管理者に連絡してください。")
                            .arg(backupFolder);
    }
    return broken + Sentence::tr("最新のバックアップから復元してください：kessai restore %1").arg(backup);
}

ShopError databaseError(const StorageError &error)
{
    return {ShopError::Kind::Database, error.message};
}

Result<std::unique_ptr<InstanceLock>, ShopError> lockShop(const DataFolder &folder, const DatabaseSpec &spec,
                                                          const QDateTime &now)
{
    if (spec.dialect == DatabaseSpec::Dialect::Postgresql) {
        return std::unique_ptr<InstanceLock>();
    }
    auto lock = InstanceLock::acquire(folder.lockFile(), QCoreApplication::applicationName(), now);
    if (!lock) {
        return failure(ShopError{ShopError::Kind::HeldByOther, lock.error().message});
    }
    return std::move(*lock);
}

Result<std::unique_ptr<Database>, ShopError> openDatabase(const DataFolder &folder, const DatabaseSpec &spec,
                                                          DatabaseMode mode, const QDateTime &now)
{
    auto opened = Database::open(spec, mode);
    if (!opened) {
        return failure(databaseError(opened.error()));
    }
    Database &database = **opened;
    if (mode == DatabaseMode::ReadWrite) {
        const auto sound = checkIntegrity(database, folder.backupFolder());
        if (!sound) {
            return failure(databaseError(sound.error()));
        }
    }
    const auto beforeMigrating = [&database, &folder, now]() -> StorageResult<Nothing> {
        if (database.dialect() == DatabaseSpec::Dialect::Postgresql) {
            return nobodyElse(database); // its backup is the administrator's pg_dump
        }
        const QString name = u"/before-migration-%1.sqlite"_s.arg(now.toString(u"yyyyMMdd-HHmmss"_s));
        return backupTo(database, folder.backupFolder() + name);
    };
    const auto migrated = migrate(database, beforeMigrating);
    if (!migrated) {
        return failure(databaseError(migrated.error()));
    }
    return std::move(*opened);
}

Result<GatewayEnvironment, ShopError> checkedEnvironment(const Settings &settings)
{
    const EnvironmentVerdict verdict = environmentOf(settings.gatewayUrl(), settings.allowedHost());
    if (!verdict.environment) {
        return failure(ShopError{ShopError::Kind::Gateway, verdict.reason});
    }
    return *verdict.environment;
}

Result<Nothing, ShopError> bindDatabase(Database &database, const Settings &settings)
{
    const auto environment = checkedEnvironment(settings);
    if (!environment) {
        return failure(environment.error());
    }
    MetaStore meta(database);
    const auto bound = meta.bindEnvironment(codeOf(*environment, settings.gatewayUrl()), settings.shopId());
    if (!bound) {
        return failure(databaseError(bound.error()));
    }
    return Nothing{};
}

} // namespace kessai
