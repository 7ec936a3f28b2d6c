#include "core/services/restoration.h"

#include "core/base/sentence.h"
#include "core/services/doctor.h"
#include "core/services/shopopening.h"
#include "core/storage/backup.h"

#include <QFileInfo>

namespace kessai {

namespace {

/// What a backup that cannot be put into place is refused for.
Result<Nothing, ShopError> checkBackup(const QString &file, const Settings &settings)
{
    DatabaseSpec spec;
    spec.sqliteFile = file;
    const auto backup = Database::open(spec, DatabaseMode::ReadOnly);
    if (!backup && backup.error().kind == StorageError::Kind::Corrupt) {
        return failure(
            ShopError{ShopError::Kind::BadInput,
                      Sentence::tr("%1 は控えとして使えません（壊れているか、データベースではありませ"
                                   "ん）。別の控えを指定してください。")
                          .arg(file)});
    }
    return backup ? checkBelonging(**backup, settings) : failure(databaseError(backup.error()));
}

} // namespace

Restoration::Restoration(QString backup, QString databaseFile, std::unique_ptr<InstanceLock> lock)
    : m_backup(std::move(backup)), m_databaseFile(std::move(databaseFile)), m_lock(std::move(lock))
{
}

Result<Restoration, ShopError> Restoration::prepare(const QString &dataFolder, const QString &backup,
                                                    const QDateTime &now)
{
    if (!QFileInfo(backup).isFile()) {
        return failure(
            ShopError{ShopError::Kind::BadInput,
                      Sentence::tr("ファイル %1 がありません。名前を確認してください。").arg(backup)});
    }
    const auto folder = DataFolder::open(dataFolder);
    if (!folder) {
        return failure(ShopError{ShopError::Kind::DataFolder, folder.error()});
    }
    const auto settings = settingsOfShop(*folder);
    if (!settings) {
        if (settings.error().kind == ShopError::Kind::NotSetUp) {
            folder->removeEmpty();
        }
        return failure(settings.error());
    }
    const auto spec = databaseOfShop(*folder, *settings);
    if (!spec) {
        return failure(spec.error());
    }
    if (spec->dialect == DatabaseSpec::Dialect::Postgresql) {
        return failure(
            ShopError{ShopError::Kind::BadInput,
                      Sentence::tr("PostgreSQLのデータベースは、管理者が pg_restore で戻してください。")});
    }
    auto lock = lockShop(*folder, *spec, now);
    if (!lock) {
        return failure(lock.error());
    }
    const auto fits = checkBackup(backup, *settings);
    if (!fits) {
        return failure(fits.error());
    }
    return Restoration(backup, spec->sqliteFile, std::move(*lock));
}

Result<Nothing, ShopError> Restoration::carryOut(const QDateTime &now)
{
    const auto restored = restoreFrom(m_backup, m_databaseFile, now);
    return restored ? Result<Nothing, ShopError>(Nothing{}) : failure(databaseError(restored.error()));
}

} // namespace kessai
