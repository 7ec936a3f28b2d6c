#include "app/cli/maintenancecommands.h"

#include "app/cli/confirmation.h"
#include "app/cli/openshop.h"
#include "app/cli/textwriter.h"
#include "core/services/doctor.h"
#include "core/services/shopopening.h"
#include "core/storage/backup.h"

#include <QDateTime>
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

/// What a backup that cannot be put into place is refused for; nothing is replaced before.
Result<Nothing, CommandResult> checkBackup(const QString &file, const Settings &settings)
{
    DatabaseSpec spec;
    spec.sqliteFile = file;
    const auto backup = Database::open(spec, DatabaseMode::ReadOnly);
    if (!backup && backup.error().kind == StorageError::Kind::Corrupt) {
        return failure(usageError(
            u"%1 は控えとして使えません（壊れているか、データベースではありません）。別の控えを指定してください。"_s
                .arg(file)));
    }
    if (!backup) {
        return failure(storeError(backup.error()));
    }
    const auto belongs = checkBelonging(**backup, settings);
    if (!belongs) {
        return failure(shopError(belongs.error()));
    }
    return Nothing{};
}

QString restoreQuestion(const QString &backup, const QString &databaseFile)
{
    return u"データベース %1 の全体を、控え %2（%3）で置き換えます。\nいまのデータベースは、時刻を付けた名前で残ります。\n実行しますか"_s
        .arg(databaseFile, backup, QFileInfo(backup).lastModified().toString(u"yyyy/MM/dd HH:mm"_s));
}

/// Whether a new file can be made there; "" or a sentence.
QString targetProblem(const QString &file)
{
    const QFileInfo target(file);
    const QFileInfo folder(target.absolutePath());
    if (target.exists()) {
        return u"ファイル %1 はすでにあります。別の名前を指定してください。"_s.arg(file);
    }
    if (!folder.isDir()) {
        return u"控えを作るフォルダー %1 がありません。場所を確認してください。"_s.arg(folder.filePath());
    }
    return folder.isWritable()
               ? QString()
               : u"フォルダー %1 に書き込めません。権限を確認してください。"_s.arg(folder.filePath());
}

/// The database file and the settings that it belongs to.
struct RestorePlace
{
    QString databaseFile;
    Settings settings;
};

/// Where the database file lies, checked and held against other programs for as long as `lock` lives.
Result<RestorePlace, CommandResult> lockedPlace(const Invocation &invocation,
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
    if (!settings->existed()) {
        folder->removeEmpty();
        return failure(shopError(
            {ShopError::Kind::NotSetUp,
             u"フォルダー %1 には店舗がまだ設定されていません。先に kessai setup を実行してください。"_s.arg(
                 folder->path())}));
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
    return RestorePlace{spec->sqliteFile, *settings};
}

} // namespace

QCoro::Task<CommandResult> runBackup(Invocation invocation)
{
    const QString file = invocation.line.value(u"out"_s);
    if (file.isEmpty()) {
        co_return usageError(u"--out に控えのファイル名を指定してください。"_s);
    }
    const QString problem = targetProblem(file);
    if (!problem.isEmpty()) {
        co_return usageError(problem);
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
    const QString noConsent = missingConsent(invocation);
    if (!noConsent.isEmpty()) {
        co_return usageError(noConsent);
    }
    std::unique_ptr<InstanceLock> lock;
    const auto place = lockedPlace(invocation, lock);
    if (!place) {
        co_return place.error();
    }
    const auto fits = checkBackup(file, place->settings);
    if (!fits) {
        co_return fits.error();
    }
    if (!invocation.line.yes && !invocation.terminal->confirm(restoreQuestion(file, place->databaseFile))) {
        co_return usageError(u"取りやめました（何も実行していません）。"_s);
    }
    const auto restored = restoreFrom(file, place->databaseFile, invocation.clock->nowUtc());
    if (!restored) {
        co_return storeError(restored.error());
    }
    co_return fileResult(u"%1 から戻しました。次の決済操作の前に、GMOの状態と照合します\n"_s, file);
}

QCoro::Task<CommandResult> runDoctor(Invocation invocation)
{
    OpenedShop shop = openForInspection(invocation);
    if (!shop) {
        co_return shop.error();
    }
    QList<DoctorCheck> checks =
        doctorChecks(shop.value()->context().database, shop.value()->settings(), shop.value()->dataFolder());
    const DoctorCheck credentials =
        co_await credentialsCheck(&shop.value()->secrets(), shop.value()->settings().shopId());
    checks.append(credentials);
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
