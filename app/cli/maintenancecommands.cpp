#include "app/cli/maintenancecommands.h"

#include "app/cli/confirmation.h"
#include "app/cli/openshop.h"
#include "app/cli/textwriter.h"
#include "core/base/japantime.h"
#include "core/domain/closingdate.h"
#include "core/services/doctor.h"
#include "core/services/gatewaytime.h"
#include "core/services/restoration.h"
#include "core/services/shopopening.h"
#include "core/storage/backup.h"
#include "core/storage/closingdates.h"

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

QString restoreQuestion(const QString &backup, const QString &databaseFile)
{
    return u"データベース %1 の全体を、控え %2（%3）で置き換えます。\nいまのデータベースは、時刻を付けた名前で残ります。\n実行しますか"_s
        .arg(databaseFile, backup, backupTimeInWords(backup));
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

/// 締め日 that comes next of each card company (S16, S86); none where the shop keeps none.
std::optional<DoctorCheck> closingDatesCheck(ShopContext &context)
{
    const QString name = u"closingDates"_s;
    const auto dates = ClosingDates(context.database).all();
    if (!dates) {
        return DoctorCheck{name, false, dates.error().message};
    }
    if (dates->isEmpty()) {
        return std::nullopt;
    }
    const QDate today = japantime::dayOf(gatewayTime(context));
    QStringList next;
    for (const ClosingDate &date : *dates) {
        next.append(date.company + nextClosingDate(date.day, today).toString(u" yyyy/MM/dd"_s));
    }
    return DoctorCheck{name, true, u"次の締め日は %1 です。"_s.arg(next.join(u"、"_s))};
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
    const QString noConsent = missingConsent(invocation);
    if (!noConsent.isEmpty()) {
        co_return usageError(noConsent);
    }
    auto restoration = Restoration::prepare(invocation.line.dataFolder, file, invocation.clock->nowUtc());
    if (!restoration) {
        co_return shopError(restoration.error());
    }
    if (!invocation.line.yes &&
        !invocation.terminal->confirm(restoreQuestion(file, restoration->databaseFile()))) {
        co_return usageError(u"取りやめました（何も実行していません）。"_s);
    }
    const auto restored = restoration->carryOut(invocation.clock->nowUtc());
    if (!restored) {
        co_return shopError(restored.error());
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
    if (const auto closingDates = closingDatesCheck(shop.value()->context())) {
        checks.append(*closingDates);
    }
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
