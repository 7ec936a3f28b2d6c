#include "core/services/shopopening.h"

#include "core/base/japantime.h"
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

StorageResult<Nothing> checkIntegrity(Database &database)
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
        return failure(StorageError{StorageError::Kind::Corrupt, {}, problems->first()});
    }
    return Nothing{};
}

/// The settings know of a shop, the database does not.
ShopError forgottenShop(const DatabaseSpec &spec)
{
    return {ShopError::Kind::Database,
            Sentence::tr("データベース %1 "
                         "に、この店舗の記録がありません（消えたか、空になっています）。元に戻すか、バックア"
                         "ップから kessai restore で復元してください。")
                .arg(spec.place())};
}

/// Of a broken file with the backup that may take its place: whatever step it was that met the damage.
ShopError openingError(const StorageError &error, const DatabaseSpec &spec, const QString &backupFolder)
{
    if (error.kind != StorageError::Kind::Corrupt || spec.dialect != DatabaseSpec::Dialect::Sqlite) {
        return databaseError(error);
    }
    const QString problem = error.nativeCode.isEmpty() ? error.message : u"SQLite %1"_s.arg(error.nativeCode);
    const QString backup = newestGoodBackup(backupFolder);
    return {ShopError::Kind::Damaged, corruptionInWords(spec, problem, backup, backupFolder), backup};
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

Result<Settings, ShopError> settingsOfShop(const DataFolder &folder)
{
    auto settings = Settings::load(folder.settingsFile());
    if (!settings) {
        return failure(ShopError{ShopError::Kind::DataFolder, settings.error()});
    }
    if (!settings->existed()) {
        return failure(ShopError{
            ShopError::Kind::NotSetUp,
            Sentence::tr("フォルダー %1 には店舗がまだ設定されていません。kessai setup を実行してください。")
                .arg(folder.path())});
    }
    return std::move(*settings);
}

Result<DatabaseSpec, ShopError> databaseOfShop(const DataFolder &folder, const Settings &settings)
{
    const auto spec = DatabaseSpec::parse(settings.databaseSpec(), folder.databaseFile());
    return spec ? Result<DatabaseSpec, ShopError>(*spec)
                : failure(ShopError{ShopError::Kind::Database, spec.error()});
}

QString corruptionInWords(const DatabaseSpec &spec, const QString &problem, const QString &backup,
                          const QString &backupFolder)
{
    const QString broken = Sentence::tr("データベース %1 が壊れています（%2）。")
                               .arg(spec.sqliteFile, problem.simplified().left(LongestProblem));
    if (backup.isEmpty()) {
        return broken + Sentence::tr("正常なバックアップが %1 にありません。管理者に連絡してください。")
                            .arg(backupFolder);
    }
    return broken + Sentence::tr("最新の正常なバックアップ（%1）から復元してください：kessai restore %2")
                        .arg(backupTimeInWords(backup), backup);
}

QString backupTimeInWords(const QString &backup)
{
    return japantime::fromInstant(QFileInfo(backup).lastModified().toUTC()).toString(u"yyyy/MM/dd HH:mm"_s);
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
                                                          DatabaseMode mode, DatabaseContent content,
                                                          const QDateTime &now)
{
    const bool sqlite = spec.dialect == DatabaseSpec::Dialect::Sqlite;
    const bool known = content == DatabaseContent::Shop;
    if (known && sqlite && QFileInfo(spec.sqliteFile).size() == 0) {
        return failure(forgottenShop(spec)); // opening would make a file that is gone
    }
    const auto failed = [&](const StorageError &error) {
        return failure(openingError(error, spec, folder.backupFolder()));
    };
    auto opened = Database::open(spec, mode);
    if (!opened) {
        return failed(opened.error());
    }
    Database &database = **opened;
    if (mode == DatabaseMode::ReadWrite) {
        const auto sound = checkIntegrity(database);
        if (!sound) {
            return failed(sound.error());
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
        return failed(migrated.error());
    }
    const auto shop = MetaStore(database).value(u"shopId"_s);
    if (!shop) {
        return failed(shop.error());
    }
    if (known && !*shop) {
        return failure(forgottenShop(spec));
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
