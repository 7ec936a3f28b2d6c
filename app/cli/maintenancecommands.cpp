#include "app/cli/maintenancecommands.h"

#include "app/cli/openshop.h"
#include "app/cli/textwriter.h"
#include "core/services/doctor.h"
#include "core/services/shopopening.h"
#include "core/storage/backup.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

CommandResult fileResult(const QString &text, const QString &file)
{
    CommandResult result;
    result.document = {{u"file"_s, QFileInfo(file).absoluteFilePath()}};
    result.text = text.arg(file);
    return result;
}

/// Where the database file lies, checked and held against other programs for as long as `lock` lives.
Result<QString, CommandResult> lockedDatabaseFile(const Invocation &invocation,
                                                  std::unique_ptr<InstanceLock> &lock)
{
    const auto folder = DataFolder::open(invocation.line.dataFolder);
    if (!folder) {
        return failure(shopError({ShopError::Kind::DataFolder, folder.error()}));
    }
    const auto settings = Settings::load(folder->settingsFile());
    if (!settings) {
        return failure(shopError({ShopError::Kind::DataFolder, settings.error()}));
    }
    const auto spec = DatabaseSpec::parse(settings->databaseSpec(), folder->databaseFile());
    if (!spec) {
        return failure(shopError({ShopError::Kind::Database, spec.error()}));
    }
    if (spec->dialect == DatabaseSpec::Dialect::Postgresql) {
        return failure(usageError(u"PostgreSQLのデータベースは、管理者が pg_restore で戻してください。"_s));
    }
    auto held = lockShop(*folder, *spec, invocation.clock->nowUtc());
    if (!held) {
        return failure(shopError(held.error()));
    }
    lock = std::move(held.value());
    return spec->sqliteFile;
}

} // namespace

QCoro::Task<CommandResult> runBackup(Invocation invocation)
{
    const QString file = invocation.line.value(u"out"_s);
    if (file.isEmpty()) {
        co_return usageError(u"--out に控えのファイル名を指定してください。"_s);
    }
    if (QFileInfo::exists(file)) {
        co_return usageError(u"ファイル %1 はすでにあります。別の名前を指定してください。"_s.arg(file));
    }
    OpenedShop shop = openForWriting(invocation);
    if (!shop) {
        co_return shop.error();
    }
    const auto written = backupTo(shop.value()->context().database, file);
    if (!written) {
        co_return storeError(written.error());
    }
    co_return fileResult(u"控えを %1 に作りました\n"_s, file);
}

QCoro::Task<CommandResult> runRestore(Invocation invocation)
{
    const QString file = invocation.line.arguments.first();
    if (!QFileInfo(file).isFile()) {
        co_return usageError(u"ファイル %1 がありません。名前を確認してください。"_s.arg(file));
    }
    std::unique_ptr<InstanceLock> lock;
    const auto databaseFile = lockedDatabaseFile(invocation, lock);
    if (!databaseFile) {
        co_return databaseFile.error();
    }
    const auto restored = restoreFrom(file, *databaseFile, invocation.clock->nowUtc());
    if (!restored) {
        co_return storeError(restored.error());
    }
    co_return fileResult(u"%1 から戻しました。次の決済操作の前に、GMOの状態と照合します\n"_s, file);
}

QCoro::Task<CommandResult> runDoctor(Invocation invocation)
{
    OpenedShop shop = openForReading(invocation);
    if (!shop) {
        co_return shop.error();
    }
    const QList<DoctorCheck> checks =
        doctorChecks(shop.value()->context().database, shop.value()->settings(), shop.value()->dataFolder());
    bool ok = true;
    QJsonArray list;
    QList<QStringList> rows;
    for (const DoctorCheck &check : checks) {
        ok = ok && check.ok;
        list.append(QJsonObject{{u"name"_s, check.name}, {u"ok"_s, check.ok}, {u"message"_s, check.message}});
        rows.append({check.ok ? u"良"_s : u"問題"_s, check.name, check.message});
    }
    CommandResult result;
    result.status = ok ? ExitStatus::AllDone : ExitStatus::Partly;
    result.document = {{u"ok"_s, ok}, {u"checks"_s, list}};
    result.text = alignedRows(rows);
    co_return result;
}

} // namespace kessai::cli
