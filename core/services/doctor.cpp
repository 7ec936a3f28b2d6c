#include "core/services/doctor.h"

#include "core/base/sentence.h"
#include "core/services/shopopening.h"
#include "core/storage/backup.h"
#include "core/storage/metastore.h"

#include <QDir>
#include <QFileInfo>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

DoctorCheck settingsCheck(const Settings &settings)
{
    const auto environment = checkedEnvironment(settings);
    if (!environment) {
        return {u"settings"_s, false, environment.error().message};
    }
    return {u"settings"_s, true, u"設定は正しく、接続先は %1 です。"_s.arg(settings.gatewayUrl().toString())};
}

QString placeInWords(const QString &environment, const QString &shopId)
{
    const QString name = environment == u"live"_s       ? Sentence::tr("本番環境")
                         : environment == u"test"_s     ? Sentence::tr("テスト環境")
                         : environment == u"practice"_s ? Sentence::tr("練習環境")
                                                        : environment;
    return Sentence::tr("%1・ショップID %2").arg(name, shopId);
}

DoctorCheck belongingCheck(Database &database, const Settings &settings)
{
    const auto belongs = checkBelonging(database, settings);
    if (!belongs) {
        return {u"environment"_s, false, belongs.error().message};
    }
    return {u"environment"_s, true, u"データベースは、設定の環境とショップのものです。"_s};
}

DoctorCheck folderCheck(const QString &dataFolder)
{
    constexpr auto OthersMay = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                               QFile::WriteOther | QFile::ExeOther;
    QStringList open;
    const QDir folder(dataFolder);
    if (QFileInfo(dataFolder).permissions() & OthersMay) {
        open.append(dataFolder);
    }
    for (const QFileInfo &file : folder.entryInfoList(QDir::Files | QDir::Hidden)) {
        if (file.permissions() & OthersMay) {
            open.append(file.filePath());
        }
    }
    if (!open.isEmpty()) {
        return {
            u"dataFolder"_s, false,
            u"ほかの利用者が開けるファイルがあります：%1。権限を所有者だけ（フォルダーは0700、ファイルは0600）にしてください。"_s
                .arg(open.join(u"、"_s))};
    }
    return {u"dataFolder"_s, true, u"データフォルダー %1 は所有者だけが開けます。"_s.arg(dataFolder)};
}

DoctorCheck databaseCheck(Database &database)
{
    const auto problems = integrityProblems(database, true);
    if (!problems) {
        return {u"database"_s, false, problems.error().message};
    }
    if (!problems->isEmpty()) {
        return {u"database"_s, false,
                u"データベースが壊れています（%1）。最新のバックアップから復元してください。"_s.arg(
                    problems->first())};
    }
    return {u"database"_s, true, u"データベースに問題はありません。"_s};
}

DoctorCheck chainCheck(JournalStore &journal)
{
    const auto problems = journal.verifyChains();
    if (!problems) {
        return {u"chains"_s, false, problems.error().message};
    }
    if (!problems->isEmpty()) {
        return {
            u"chains"_s, false,
            u"操作の記録が書き換えられています：%1（%2、ほか%3件）。データベースを保全し、管理者に連絡してください。"_s
                .arg(problems->first().where, problems->first().what, QString::number(problems->size() - 1))};
    }
    return {u"chains"_s, true, u"操作の記録のつながりに問題はありません。"_s};
}

DoctorCheck journalCheck(JournalStore &journal)
{
    const auto inDoubt = journal.inState(OperationState::InDoubt);
    const auto conflicts = journal.inState(OperationState::Conflict);
    const auto findings = journal.openFindings();
    if (!inDoubt || !conflicts || !findings) {
        return {u"journal"_s, false,
                (!inDoubt     ? inDoubt.error()
                 : !conflicts ? conflicts.error()
                              : findings.error())
                    .message};
    }
    // What waits is no fault of the store: it is told, not failed.
    return {u"journal"_s, true,
            u"結果確認中 %1件、要確認 %2件です。"_s.arg(
                QString::number(inDoubt->size()), QString::number(conflicts->size() + findings->size()))};
}

} // namespace

QList<DoctorCheck> doctorChecks(Database &database, const Settings &settings, const QString &dataFolder)
{
    JournalStore journal(database, Seat{});
    return {settingsCheck(settings), belongingCheck(database, settings),
            folderCheck(dataFolder), databaseCheck(database),
            chainCheck(journal),     journalCheck(journal)};
}

Result<Nothing, ShopError> checkBelonging(Database &database, const Settings &settings)
{
    const auto environment = checkedEnvironment(settings);
    if (!environment) {
        return failure(environment.error());
    }
    MetaStore meta(database);
    const auto boundTo = meta.value(u"environment"_s);
    const auto boundShop = meta.value(u"shopId"_s);
    if (!boundTo || !boundShop) {
        return failure(databaseError(boundTo ? boundShop.error() : boundTo.error()));
    }
    const QString wanted = codeOf(*environment, settings.gatewayUrl());
    const QString has = boundTo->value_or(wanted);
    const QString hasShop = boundShop->value_or(settings.shopId());
    if (has == wanted && hasShop == settings.shopId()) {
        return Nothing{};
    }
    return failure(ShopError{
        ShopError::Kind::Database,
        Sentence::tr(
            "データベース %1 は別のもの（%2）で、設定（%3）と違います。設定かファイルを確認してください。")
            .arg(database.spec().place(), placeInWords(has, hasShop),
                 placeInWords(wanted, settings.shopId()))});
}

QCoro::Task<DoctorCheck> credentialsCheck(SecretStore *secrets, QString shopId)
{
    const auto pass = co_await secrets->read(shopPassName(shopId));
    if (!pass) {
        co_return DoctorCheck{u"credentials"_s, false, pass.error()};
    }
    co_return DoctorCheck{u"credentials"_s, true, u"ショップパスワードを読めます。"_s};
}

} // namespace kessai
