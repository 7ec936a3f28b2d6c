#include "ui/help/programfacts.h"

#include "core/gmo/errortable.h"
#include "core/storage/operationhistory.h"
#include "kessai/version.h"
#include "ui/text/formats.h"

#include <QSysInfo>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int LastErrorDays = 31;
constexpr qsizetype LastErrorOperations = 500; ///< looked through, newest first

StorageResult<std::optional<LastError>> readLastError(Database &database, const HistoryFilter &filter)
{
    OperationHistory history(database);
    const auto numbers = history.operations(filter);
    if (!numbers) {
        return failure(numbers.error());
    }
    const auto operations = history.operationPage(numbers->first(qMin(LastErrorOperations, numbers->size())));
    if (!operations) {
        return failure(operations.error());
    }
    for (const HistoryOperation &operation : *operations) {
        if (!operation.codes.isEmpty()) {
            return std::optional(
                LastError{operation.codes.last(), operation.endedAt.value_or(operation.askedAt)});
        }
    }
    return std::optional<LastError>();
}

} // namespace

QFuture<ProgramFacts> programFacts(ShopSession &session)
{
    return session.onEngine([](Shop &shop) {
        const Settings &settings = shop.settings();
        return ProgramFacts{settings.gatewayUrl().host(), settings.shopId(),
                            !settings.databaseSpec().isEmpty(), settings.supportContact()};
    });
}

QFuture<StorageResult<std::optional<LastError>>> lastError(ShopSession &session)
{
    HistoryFilter filter;
    filter.from = session.today().addDays(-LastErrorDays);
    return session.onReader("last error",
                            [filter](Database &database) { return readLastError(database, filter); });
}

QString ProgramWords::program()
{
    return u"KessaiDesk "_s + QString(programVersion);
}

QString ProgramWords::build()
{
#ifdef NDEBUG
    const QString kind = u"Release"_s;
#else
    const QString kind = u"Debug"_s;
#endif
#ifdef Q_CC_CLANG
    const QString compiler = QString::fromLatin1(__VERSION__);
#else
    const QString compiler = QString::fromLatin1("GCC " __VERSION__);
#endif
    // Kept apart: what it was built with and what it runs with may differ.
    return tr("%1、%2、%3、Qt %4（実行時 Qt %5）")
        .arg(kind, compiler, QSysInfo::buildAbi(), QStringLiteral(QT_VERSION_STR),
             QString::fromLatin1(qVersion()));
}

QString ProgramWords::of(GatewayEnvironment environment)
{
    switch (environment) {
    case GatewayEnvironment::Live:
        return tr("本番環境");
    case GatewayEnvironment::Test:
        return tr("テスト環境");
    case GatewayEnvironment::Practice:
        return tr("このパソコンの中の接続先（練習モードなど）");
    case GatewayEnvironment::AllowedHost:
        return tr("設定で許可された接続先");
    }
    return {};
}

QString ProgramWords::gatewayInterface()
{
    return tr("PGマルチペイメントサービス プロトコルタイプ（idPass）");
}

QString ProgramWords::errorTable()
{
    const ErrorTable &table = ErrorTable::embedded();
    return tr("第%1版（%2件）").arg(table.version(), Formats::count(table.rows().size()));
}

} // namespace kessai
