#include "core/storage/sqlitefunctions.h"

#include <QHash>
#include <QString>

#include <sqlite3.h>

#include <memory>

namespace kessai {

namespace {

QString textOf(sqlite3_value *value)
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return QString::fromUtf8(bytes, sqlite3_value_bytes(value));
}

void answer(sqlite3_context *context, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    sqlite3_result_text64(context, bytes.constData(), sqlite3_uint64(bytes.size()), SQLITE_TRANSIENT,
                          SQLITE_UTF8);
}

bool anyIsNull(int count, sqlite3_value **values)
{
    for (int i = 0; i < count; ++i) {
        if (sqlite3_value_type(values[i]) == SQLITE_NULL) {
            return true;
        }
    }
    return false;
}

/// Of the forms only the one that we ask for.
void normalize(sqlite3_context *context, int count, sqlite3_value **values)
{
    if (anyIsNull(count, values)) {
        return; // NULL
    }
    if (textOf(values[1]) != u"NFKC") {
        sqlite3_result_error(context, "normalize: NFKC only", -1);
        return;
    }
    answer(context, textOf(values[0]).normalized(QString::NormalizationForm_KC));
}

/// What each letter becomes; none: it is left out.
using Letters = QHash<QChar, std::optional<QChar>>;

std::unique_ptr<Letters> lettersOf(const QString &from, const QString &to)
{
    auto letters = std::make_unique<Letters>();
    letters->reserve(from.size());
    for (qsizetype i = 0; i < from.size(); ++i) {
        if (!letters->contains(from.at(i))) { // as in PostgreSQL the first counts
            letters->insert(from.at(i), i < to.size() ? std::optional(to.at(i)) : std::nullopt);
        }
    }
    return letters;
}

/// The table is made once for a statement, as long as `from` and `to` are constants of it.
void translate(sqlite3_context *context, int count, sqlite3_value **values)
{
    if (anyIsNull(count, values)) {
        return; // NULL
    }
    const auto *kept = static_cast<const Letters *>(sqlite3_get_auxdata(context, 1));
    std::unique_ptr<Letters> made;
    if (!kept) {
        made = lettersOf(textOf(values[1]), textOf(values[2]));
        kept = made.get();
    }
    QString translated;
    for (const QChar letter : textOf(values[0])) {
        const auto other = kept->constFind(letter);
        if (other == kept->constEnd()) {
            translated.append(letter);
        } else if (*other) {
            translated.append(**other);
        }
    }
    answer(context, translated);
    if (made) { // last: SQLite may throw it away at once
        sqlite3_set_auxdata(context, 1, made.release(),
                            [](void *letters) { delete static_cast<Letters *>(letters); });
    }
}

} // namespace

int addPostgresqlFunctions(sqlite3 *connection)
{
    constexpr int Flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    const int added = sqlite3_create_function_v2(connection, "normalize", 2, Flags, nullptr, normalize,
                                                 nullptr, nullptr, nullptr);
    return added == SQLITE_OK ? sqlite3_create_function_v2(connection, "translate", 3, Flags, nullptr,
                                                           translate, nullptr, nullptr, nullptr)
                              : added;
}

} // namespace kessai
