#include "app/cli/setupcommand.h"

#include "core/services/setup.h"
#include "core/settings/datafolder.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

constexpr qint64 longestPassBytes = 1024;

/// One trailing line end is the editor's, not the password's.
Result<Secret, QString> readPass(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(u"ファイル %1 を開けません。名前と権限を確認してください。"_s.arg(name));
    }
    QByteArray pass = file.read(longestPassBytes + 1);
    if (pass.endsWith('\n')) {
        pass.chop(pass.endsWith("\r\n") ? 2 : 1);
    }
    if (pass.isEmpty() || pass.size() > longestPassBytes || pass.contains('\n')) {
        return failure(
            u"ファイル %1 はショップパスワードではありません。1行に1つだけ書いてください。"_s.arg(name));
    }
    return Secret(std::move(pass));
}

Result<std::pair<QString, QString>, QString> settingOf(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals <= 0) {
        return failure(u"--set は KEY=VALUE の形で指定してください（「%1」）。"_s.arg(text));
    }
    return std::pair{text.left(equals), text.mid(equals + 1)};
}

Result<SetupRequest, QString> requestOf(const CommandLine &line)
{
    SetupRequest request;
    request.dataFolder = line.dataFolder;
    for (const auto &[option, target] : {std::pair{u"gateway-url"_s, &request.gatewayUrl},
                                         {u"shop-id"_s, &request.shopId},
                                         {u"database"_s, &request.database},
                                         {u"ca-file"_s, &request.certificateAuthorityFile},
                                         {u"secrets"_s, &request.secretsKind}}) {
        if (line.has(option)) {
            *target = line.value(option);
        }
    }
    if (line.has(u"shop-pass-file"_s)) {
        const auto pass = readPass(line.value(u"shop-pass-file"_s));
        if (!pass) {
            return failure(pass.error());
        }
        request.shopPass = *pass;
    }
    for (const QString &text : line.values(u"set"_s)) {
        const auto setting = settingOf(text);
        if (!setting) {
            return failure(setting.error());
        }
        request.settings.append(*setting);
    }
    return request;
}

} // namespace

QCoro::Task<CommandResult> runSetup(Invocation invocation)
{
    const auto request = requestOf(invocation.line);
    if (!request) {
        co_return usageError(request.error());
    }
    const auto done = co_await setUpShop(*request, *invocation.clock);
    if (!done) {
        co_return shopError(done.error());
    }
    const auto folder = DataFolder::open(invocation.line.dataFolder);
    const QString path = folder ? folder->path() : invocation.line.dataFolder;
    CommandResult result;
    result.document = {{u"dataFolder"_s, path}};
    result.text = u"設定しました（データフォルダー %1）\n"_s.arg(path);
    if (!done->notice.isEmpty()) {
        result.messages = {done->notice};
    }
    co_return result;
}

} // namespace kessai::cli
