#include "core/storage/database.h"

#include "core/base/loopbackhost.h"
#include "core/base/postgresqladdress.h"
#include "core/base/sentence.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QString usage()
{
    return Sentence::tr("データベースの指定は空（組み込み）、または postgresql://利用者@ホスト:ポート/名前 "
                        "（UNIXソケットは postgresql://利用者@/名前?host=/フォルダー）です: %1");
}

} // namespace

Result<DatabaseSpec, QString> DatabaseSpec::parse(const QString &spec, const QString &defaultSqliteFile)
{
    DatabaseSpec parsed;
    if (spec.isEmpty()) {
        parsed.sqliteFile = defaultSqliteFile;
        return parsed;
    }
    const auto address = PostgresqlAddress::parse(spec);
    if (!address) {
        const bool password = address.error() == PostgresqlAddress::Problem::Password;
        return failure(password ? Sentence::tr("パスワードは書かず、PGPASSFILEのファイルに置いてください。")
                                : usage().arg(spec));
    }
    parsed.dialect = Dialect::Postgresql;
    parsed.user = address->user;
    parsed.host = address->host;
    parsed.port = address->port;
    parsed.name = address->name;
    return parsed;
}

QString DatabaseSpec::place() const
{
    if (dialect == Dialect::Sqlite) {
        return sqliteFile;
    }
    return u"%1@%2:%3/%4"_s.arg(user, host, QString::number(port), name);
}

bool DatabaseSpec::isLocal() const
{
    return host.isEmpty() || host.startsWith(u'/') || isLoopbackHost(host);
}

} // namespace kessai
