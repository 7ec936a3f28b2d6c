#include "core/services/setup.h"

#include "core/services/shopopening.h"
#include "core/settings/secretstore.h"

#include <QFileInfo>

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
        return failure(badInput(u"接続先がありません。--gateway-url にGMOの接続先を指定してください。"_s));
    }
    if (settings.shopId().isEmpty()) {
        return failure(badInput(u"ショップIDがありません。--shop-id を指定してください。"_s));
    }
    const auto environment = checkedEnvironment(settings);
    if (!environment) {
        return failure(badInput(environment.error().message));
    }
    const QString authority = settings.certificateAuthorityFile();
    if (!authority.isEmpty() && *environment != GatewayEnvironment::Practice) {
        return failure(badInput(
            u"--ca-file は、このコンピューター上のゲートウェイ（127.0.0.1 など）でだけ使えます。"_s));
    }
    if (!authority.isEmpty() && !QFileInfo(authority).isReadable()) {
        return failure(
            badInput(u"証明書ファイル %1 を読めません。パスと権限を確認してください。"_s.arg(authority)));
    }
    return Nothing{};
}

} // namespace

QCoro::Task<Result<Nothing, ShopError>> setUpShop(SetupRequest request, Clock &clock)
{
    const auto folder = DataFolder::open(request.dataFolder);
    if (!folder) {
        co_return failure(ShopError{ShopError::Kind::DataFolder, folder.error()});
    }
    auto settings = Settings::load(folder->settingsFile());
    if (!settings) {
        co_return failure(ShopError{ShopError::Kind::DataFolder, settings.error()});
    }
    const auto values = valuesOf(request);
    for (const auto &[key, value] : values) {
        const auto set = settings->set(key, value);
        if (!set) {
            co_return failure(badInput(set.error()));
        }
    }
    const auto whole = checkWhole(*settings);
    if (!whole) {
        co_return failure(whole.error());
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
    const auto database = openDatabase(*folder, *spec, DatabaseMode::ReadWrite, clock.nowUtc());
    if (!database) {
        co_return failure(database.error());
    }
    const auto bound = bindDatabase(**database, *settings);
    if (!bound) {
        co_return failure(bound.error());
    }
    if (request.shopPass) {
        const auto secrets = makeSecretStore(settings->secretsKind(), folder->credentialsFile());
        const auto written = co_await secrets->write(shopPassName(settings->shopId()), *request.shopPass);
        if (!written) {
            co_return failure(ShopError{ShopError::Kind::Gateway, written.error()});
        }
    }
    const auto saved = settings->save();
    if (!saved) {
        co_return failure(ShopError{ShopError::Kind::DataFolder, saved.error()});
    }
    co_return Nothing{};
}

} // namespace kessai
