#include "core/storage/database.h"

#include "core/base/sentence.h"

#include <QRegularExpression>
#include <QUrl>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QString usage()
{
    return Sentence::tr(
        "データベースの指定は空（組み込み）、または postgresql://利用者@ホスト:ポート/名前 です: %1");
}

} // namespace

Result<DatabaseSpec, QString> DatabaseSpec::parse(const QString &spec, const QString &defaultSqliteFile)
{
    DatabaseSpec parsed;
    if (spec.isEmpty()) {
        parsed.sqliteFile = defaultSqliteFile;
        return parsed;
    }
    static const QRegularExpression form(
        u"^postgres(?:ql)?://(?:([^@/:]+)@)?(\\[[0-9A-Fa-f:]+\\]|[^/:?#@]*)(?::([0-9]{1,5}))?/([^/?#]+)$"_s);
    const QRegularExpressionMatch match = form.match(spec);
    const int port = match.captured(3).isEmpty() ? 5432 : match.captured(3).toInt();
    if (!match.hasMatch() || port < 1 || port > 65535) {
        // A password in the text must not come back in a message.
        static const QRegularExpression secret(u"(://[^/@:]*):[^@]*@"_s);
        return failure(usage().arg(QString(spec).replace(secret, u"\\1:…@"_s)));
    }
    const auto decoded = [&match](int group) {
        return QUrl::fromPercentEncoding(match.captured(group).toUtf8());
    };
    parsed.dialect = Dialect::Postgresql;
    parsed.user = decoded(1);
    parsed.host = decoded(2).remove(u'[').remove(u']');
    parsed.port = port;
    parsed.name = decoded(4);
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
    static const QRegularExpression loopback(u"^(localhost|::1|127(\\.[0-9]{1,3}){3})$"_s);
    return host.isEmpty() || host.startsWith(u'/') || loopback.match(host).hasMatch();
}

} // namespace kessai
