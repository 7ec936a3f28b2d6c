#include "app/cli/openshop.h"

#include "app/cli/troubles.h"
#include "core/services/dailyduties.h"
#include "core/services/databasecheck.h"
#include "core/services/doctor.h"
#include "core/settings/datafolder.h"

#include <QDir>
#include <QFileInfo>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

/// The account's name, as the log shows it (design.md §7).
QString accountName()
{
    const passwd *const account = getpwuid(getuid());
    return account ? QString::fromLocal8Bit(account->pw_name) : qEnvironmentVariable("USER");
}

OpenedShop open(const Invocation &invocation, bool readOnly)
{
    Shop::Options options;
    options.dataFolder = invocation.line.dataFolder;
    options.readOnly = readOnly;
    options.operatorName =
        invocation.line.operatorName.isEmpty() ? accountName() : invocation.line.operatorName;
    auto shop = Shop::open(options, *invocation.clock);
    if (!shop) {
        return failure(shopError(shop.error()));
    }
    return std::move(*shop);
}

QString adoptedText(const Settler::Adopted &adopted)
{
    QStringList parts;
    const auto add = [&parts](qint64 count, const QString &text) {
        if (count > 0) {
            parts.append(text.arg(count));
        }
    };
    add(adopted.inDoubt, u"結果確認中 %1件（再操作不要、kessai settle で確認）"_s);
    add(adopted.replanned, u"始めていなかったもの %1件"_s);
    add(adopted.withdrawn.size(),
        u"取り下げたもの %1件（決済は動いていません。必要なら実行し直してください）"_s);
    add(adopted.pausedRuns, u"一時停止した一括処理 %1件（kessai runs で確認）"_s);
    return u"前回の途中の操作を引き継ぎました: "_s + parts.join(u"、"_s);
}

} // namespace

OpenedShop openForInspection(const Invocation &invocation)
{
    const QString &wanted = invocation.line.dataFolder;
    const QDir folder(wanted.isEmpty() ? DataFolder::defaultPath() : wanted);
    if (!folder.exists()) { // opening it would make it
        return failure(shopError(
            {ShopError::Kind::NotSetUp,
             u"フォルダー %1 がありません。場所を確認するか、kessai setup を実行してください。"_s.arg(
                 folder.absolutePath())}));
    }
    return open(invocation, true);
}

OpenedShop openForReading(const Invocation &invocation)
{
    OpenedShop shop = openForInspection(invocation);
    if (!shop) {
        return shop;
    }
    const auto belongs = checkBelonging(shop.value()->context().database, shop.value()->settings());
    // An address that is refused stops what would be sent; reading stays possible.
    if (!belongs && belongs.error().kind == ShopError::Kind::Database) {
        return failure(shopError(belongs.error()));
    }
    return shop;
}

OpenedShop openForWriting(const Invocation &invocation)
{
    OpenedShop shop = open(invocation, false);
    if (!shop) {
        return shop;
    }
    auto log = Log::open(shop.value()->dataFolder() + u"/logs/kessai.log"_s);
    if (log) {
        *invocation.log = std::move(*log);
    } else {
        invocation.terminal->tell(log.error());
    }
    tellTroubles(shop.value()->notifier(), *invocation.terminal);
    const auto adopted = shop.value()->settler().adoptAbandoned();
    if (!adopted) {
        return failure(storeError(adopted.error()));
    }
    if (adopted->any()) {
        invocation.terminal->tell(adoptedText(*adopted));
    }
    const auto duties = doDailyDuties(shop.value()->context(), shop.value()->dataFolder());
    if (!duties) {
        invocation.terminal->tell(duties.error().message);
    }
    const auto broken = checkOfTheWeek(shop.value()->context(), shop.value()->dataFolder() + u"/backups"_s);
    if (!broken || !broken->isEmpty()) {
        invocation.terminal->tell(broken ? *broken : broken.error().message);
    }
    return shop;
}

} // namespace kessai::cli
