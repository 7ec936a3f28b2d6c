#include "core/base/postgresqladdress.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// 0: none.
int portOf(const QString &digits)
{
    static const QRegularExpression form(u"\\A[0-9]{1,5}\\z"_s);
    const int port = form.match(digits).hasMatch() ? digits.toInt() : 0;
    return port <= 65535 ? port : 0;
}

/// false: a parameter that would change what the program asks of every connection, or none at all.
bool takeParameters(const QString &query, PostgresqlAddress &address)
{
    const QUrlQuery parameters(query);
    for (const auto &[name, value] : parameters.queryItems(QUrl::FullyDecoded)) {
        if (name == "host"_L1) {
            address.host = value;
        } else if (name == "port"_L1) {
            address.port = portOf(value);
        } else if (name == "user"_L1) {
            address.user = value;
        } else if (name == "dbname"_L1) {
            address.name = value;
        } else {
            return false;
        }
    }
    return true;
}

bool hasPassword(const QString &text)
{
    static const QRegularExpression form(u"://[^/@]*:[^@]*@|[?&](?:ssl)?password="_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return form.match(text).hasMatch();
}

} // namespace

Result<PostgresqlAddress, PostgresqlAddress::Problem> PostgresqlAddress::parse(const QString &text)
{
    if (hasPassword(text)) {
        return failure(Problem::Password);
    }
    static const QRegularExpression form(
        u"\\Apostgres(?:ql)?://(?:([^@/:?#]+)@)?(\\[[0-9A-Fa-f:]+\\]|[^/:?#@]*)"
        "(?::([0-9]{1,5}))?(?:/([^/?#\\x00-\\x1f]*))?(?:\\?([^#\\x00-\\x1f]*))?\\z"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch()) {
        return failure(Problem::Form);
    }
    const auto decoded = [&match](int group) {
        return QUrl::fromPercentEncoding(match.captured(group).toUtf8());
    };
    PostgresqlAddress address;
    address.user = decoded(1);
    address.host = decoded(2).remove(u'[').remove(u']');
    address.port = match.captured(3).isEmpty() ? address.port : portOf(match.captured(3));
    address.name = decoded(4);
    // Several hosts (libpq takes a list) could not be told apart into local ones and others.
    const bool complete = takeParameters(match.captured(5), address) && address.port > 0 &&
                          !address.name.isEmpty() && !address.host.contains(u',');
    return complete ? Result<PostgresqlAddress, Problem>(address) : failure(Problem::Form);
}

} // namespace kessai
