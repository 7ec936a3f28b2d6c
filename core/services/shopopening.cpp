#include "core/services/shopopening.h"

#include "core/storage/backup.h"
#include "core/storage/metastore.h"

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

} // namespace

QString corruptionInWords(const DatabaseSpec &spec, const QString &problem, const QString &backupFolder)
{
    const QString broken = u"データベース %1 が壊れています（%2）。"_s.arg(
        spec.sqliteFile, problem.simplified().left(LongestProblem));
    const QString backup = newestGoodBackup(backupFolder);
    if (backup.isEmpty()) {
        return broken +
               u"正常なバックアップが %1 にありません。管理者に連絡してください。"_s.arg(backupFolder);
    }
    return broken + u"最新のバックアップから復元してください：kessai restore %1"_s.arg(backup);
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
            return Nothing{}; // the administrator's pg_dump
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
