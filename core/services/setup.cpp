#include "core/services/setup.h"

#include "core/base/sentence.h"
#include "core/services/doctor.h"
#include "core/services/shop.h"
#include "core/services/shopopening.h"
#include "core/settings/secretstore.h"
#include "core/storage/deadlinecolumns.h"

#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

ShopError badInput(const QString &message)
{
    return {ShopError::Kind::BadInput, message};
}

/// The gateway's address first: what other settings allow depends on it.
QList<std::pair<QString, QString>> valuesOf(const SetupRequest &request)
{
    QList<std::pair<QString, QString>> values;
    const auto add = [&values](const QString &key, const std::optional<QString> &value) {
        if (value) {
            values.append({key, *value});
        }
    };
    for (const auto &[key, value] : request.settings) {
        if (key == u"gateway.allowHost"_s) {
            values.append({key, value});
        }
    }
    add(u"gateway.url"_s, request.gatewayUrl);
    add(u"gateway.shopId"_s, request.shopId);
    add(u"gateway.caFile"_s, request.certificateAuthorityFile);
    add(u"database.spec"_s, request.database);
    add(u"secrets.kind"_s, request.secretsKind);
    for (const auto &[key, value] : request.settings) {
        if (key != u"gateway.allowHost"_s) {
            values.append({key, value});
        }
    }
    return values;
}

Result<Nothing, ShopError> checkWhole(const Settings &settings)
{
    if (settings.gatewayUrl().isEmpty()) {
        return failure(
            badInput(Sentence::tr("接続先がありません。--gateway-url にGMOの接続先を指定してください。")));
    }
    if (settings.shopId().isEmpty()) {
        return failure(badInput(Sentence::tr("ショップIDがありません。--shop-id を指定してください。")));
    }
    const auto environment = checkedEnvironment(settings);
    if (!environment) {
        return failure(badInput(environment.error().message));
    }
    const QString authority = settings.certificateAuthorityFile();
    if (!authority.isEmpty() && *environment != GatewayEnvironment::Practice) {
        return failure(badInput(Sentence::tr(
            "--ca-file は、このコンピューター上のゲートウェイ（127.0.0.1 など）でだけ使えます。")));
    }
    if (!authority.isEmpty() && !QFileInfo(authority).isReadable()) {
        return failure(badInput(
            Sentence::tr("証明書ファイル %1 を読めません。パスと権限を確認してください。").arg(authority)));
    }
    return Nothing{};
}

QString fileInstead(const DataFolder &folder)
{
    return Sentence::tr("OSのキーチェーンを使えないため、ショップパスワードを所有者だけが読めるファイル %1 "
                        "に保存しました。")
        .arg(folder.credentialsFile());
}

/// Puts the password where it was asked for; where nothing was asked for, any error of the key chain means
/// that there is none.
QCoro::Task<Result<SetupOutcome, ShopError>> keepPass(SetupRequest request, DataFolder folder,
                                                      Settings *settings)
{
    SetupOutcome outcome;
    if (!request.shopPass) {
        co_return outcome;
    }
    const QString name = shopPassName(settings->shopId());
    const auto secrets = makeSecretStore(settings->secretsKind(), folder.credentialsFile());
    auto written = co_await secrets->write(name, *request.shopPass);
    if (!written && !request.secretsKind && settings->secretsKind() == u"keychain"_s) {
        const auto file = makeSecretStore(u"file"_s, folder.credentialsFile());
        written = co_await file->write(name, *request.shopPass);
        outcome.notice = fileInstead(folder);
        static_cast<void>(settings->set(u"secrets.kind"_s, u"file"_s).ok()); // a value of the table
    }
    if (!written) {
        co_return failure(ShopError{ShopError::Kind::Gateway, written.error()});
    }
    co_return outcome;
}

/// The settings of the request over those that are there, judged as a whole.
Result<Settings, ShopError> settingsWith(const SetupRequest &request, const DataFolder &folder)
{
    auto settings = Settings::load(folder.settingsFile());
    if (!settings) {
        return failure(ShopError{ShopError::Kind::DataFolder, settings.error()});
    }
    for (const auto &[key, value] : valuesOf(request)) {
        const auto set = settings->set(key, value);
        if (!set) {
            return failure(badInput(set.error()));
        }
    }
    const auto whole = checkWhole(*settings);
    if (!whole) {
        return failure(whole.error());
    }
    return *settings;
}

/// Only who names the agreed days changes them for all seats of the database.
bool namesDays(const SetupRequest &request)
{
    return std::any_of(request.settings.begin(), request.settings.end(), [](const auto &setting) {
        return setting.first == u"rules.captureDays"_s || setting.first == u"rules.changeDays"_s;
    });
}

/// Whether the shop was set up before, with this database.
bool hadDatabase(const DataFolder &folder, const Settings &wanted)
{
    const auto before = Settings::load(folder.settingsFile());
    return before && before->existed() && before->databaseSpec() == wanted.databaseSpec();
}

void removeDatabase(const QString &file)
{
    for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s}) {
        QFile::remove(file + suffix);
    }
}

} // namespace

QCoro::Task<Result<SetupOutcome, ShopError>> setUpShop(SetupRequest request, Clock &clock)
{
    const auto folder = DataFolder::open(request.dataFolder);
    if (!folder) {
        co_return failure(ShopError{ShopError::Kind::DataFolder, folder.error()});
    }
    auto newFolder = qScopeGuard([&folder] { folder->removeEmpty(); });
    auto settings = settingsWith(request, *folder);
    if (!settings) {
        co_return failure(settings.error());
    }
    const auto spec = DatabaseSpec::parse(settings->databaseSpec(), folder->databaseFile());
    if (!spec) {
        co_return failure(badInput(spec.error()));
    }
    // The lock is held to the end, so that no other program opens a shop that is half set up.
    const auto lock = lockShop(*folder, *spec, clock.nowUtc());
    if (!lock) {
        co_return failure(lock.error());
    }
    auto newDatabase = qScopeGuard([file = folder->databaseFile()] { removeDatabase(file); });
    if (QFileInfo::exists(folder->databaseFile())) {
        newDatabase.dismiss();
    }
    const auto database =
        openDatabase(*folder, *spec, DatabaseMode::ReadWrite,
                     hadDatabase(*folder, *settings) ? DatabaseContent::Shop : DatabaseContent::ShopOrNothing,
                     clock.nowUtc());
    if (!database) {
        co_return failure(database.error());
    }
    const auto belongs = checkBelonging(**database, *settings);
    if (!belongs) {
        co_return failure(belongs.error());
    }
    const auto kept = co_await keepPass(request, *folder, &settings.value());
    if (!kept) {
        co_return failure(kept.error());
    }
    // The bond before the settings: with them, a database that does not know the shop is one that was lost.
    const auto bound = bindDatabase(**database, *settings);
    if (!bound) {
        co_return failure(bound.error());
    }
    const auto saved = settings->save();
    if (!saved) {
        co_return failure(ShopError{ShopError::Kind::DataFolder, saved.error()});
    }
    newFolder.dismiss();
    newDatabase.dismiss();
    const auto moved =
        namesDays(request) ? moveDeadlines(**database, rulesOf(*settings)) : StorageResult<bool>(false);
    if (!moved) {
        co_return failure(databaseError(moved.error()));
    }
    co_return *kept;
}

} // namespace kessai
