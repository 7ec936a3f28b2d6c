#include "core/storage/idlist.h"

#include <array>
#include <charconv>

namespace kessai {

using namespace Qt::StringLiterals;

QString wantedIds(Database::Dialect dialect)
{
    return dialect == Database::Dialect::Sqlite
               ? u"(SELECT value AS id, key AS position FROM json_each(?)) AS wanted"_s
               : u"(SELECT id, position - 1 AS position FROM unnest(CAST(? AS BIGINT[])) WITH ORDINALITY "
                 "AS given(id, position)) AS wanted"_s;
}

QString idsInList(Database::Dialect dialect)
{
    return dialect == Database::Dialect::Sqlite ? u"(SELECT value FROM json_each(?))"_s
                                                : u"(SELECT unnest(CAST(? AS BIGINT[])))"_s;
}

QVariant idList(Database::Dialect dialect, const QList<qint64> &ids)
{
    const bool sqlite = dialect == Database::Dialect::Sqlite;
    QByteArray text;
    text.reserve(ids.size() * 8 + 2);
    text += sqlite ? '[' : '{';
    std::array<char, 24> digits{}; // of the longest number and a comma
    for (const qint64 id : ids) {
        char *end = std::to_chars(digits.data(), digits.data() + digits.size() - 1, id).ptr;
        *end++ = ',';
        text.append(digits.data(), end - digits.data());
    }
    if (!ids.isEmpty()) {
        text.chop(1);
    }
    text += sqlite ? ']' : '}';
    return QString::fromLatin1(text);
}

} // namespace kessai
