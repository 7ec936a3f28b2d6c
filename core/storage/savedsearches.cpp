#include "core/storage/savedsearches.h"

#include "core/base/log.h"
#include "core/base/sentence.h"
#include "core/storage/filterjson.h"

namespace kessai {

using namespace Qt::StringLiterals;
using Kind = StorageError::Kind;

namespace {

constexpr qint64 ContentMaximum = 64 * 1024;

Failure<StorageError> refused(Kind kind, const QString &sentence)
{
    return failure(StorageError{kind, QString(), sentence});
}

/// One line, without the space around it.
QString tidied(const QString &name)
{
    return name.simplified();
}

StorageResult<Nothing> checkName(const QString &name)
{
    if (name.isEmpty()) {
        return refused(Kind::Other, Sentence::tr("検索の名前を入力してください。"));
    }
    if (name.size() > SavedSearches::NameMaximum) {
        return refused(
            Kind::Other,
            Sentence::tr("検索の名前は%1文字以内で入力してください。").arg(SavedSearches::NameMaximum));
    }
    return Nothing{};
}

} // namespace

StorageResult<QList<SavedSearch>> SavedSearches::all(const QDateTime &now)
{
    QList<SavedSearch> searches;
    // The table is open to whoever can write to the database: no more of it is read than can be meant.
    const auto read = m_database.forEachRow(
        u"SELECT id, substr(name, 1, %1), substr(content, 1, %2) FROM saved_view ORDER BY id LIMIT %3"_s
            .arg(NameMaximum + 1)
            .arg(ContentMaximum + 1)
            .arg(CountMaximum),
        {}, [&](const Rows &row) {
            const QString name = tidied(row.text(1));
            const std::optional<OrderFilter> filter = filterFromJson(row.text(2).toUtf8(), now);
            if (filter && checkName(name)) {
                searches.append({row.number(0), name, *filter});
            } else {
                qCWarning(logStorage) << "saved search" << row.number(0) << "cannot be read";
            }
        });
    return read ? StorageResult<QList<SavedSearch>>(searches) : failure(read.error());
}

StorageResult<Nothing> SavedSearches::keep(const QString &name, const OrderFilter &filter)
{
    const QString wanted = tidied(name);
    const auto named = checkName(wanted);
    if (!named) {
        return named;
    }
    const QByteArray content = jsonOf(filter);
    const QDateTime whenever = QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    if (!filterFromJson(content, whenever)) { // what could not be read again
        return refused(Kind::Other,
                       Sentence::tr("検索条件が長すぎるため保存できません。条件を短くしてください。"));
    }
    auto transaction = Transaction::beginOrJoin(m_database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const auto others = m_database.first(u"SELECT count(*) FROM saved_view WHERE name <> ?"_s, {wanted});
    if (!others) {
        return failure(others.error());
    }
    if (others->value(0).toInt() >= CountMaximum) {
        return refused(
            Kind::Other,
            Sentence::tr("保存できる検索は%1件までです。使わない検索を削除してください。").arg(CountMaximum));
    }
    const auto kept = m_database.run(u"INSERT INTO saved_view (name, content) VALUES (?, ?) "
                                     "ON CONFLICT (name) DO UPDATE SET content = excluded.content"_s,
                                     {wanted, QString::fromUtf8(content)});
    return kept ? transaction->commit() : failure(kept.error());
}

StorageResult<Nothing> SavedSearches::rename(qint64 id, const QString &name)
{
    const QString wanted = tidied(name);
    const auto named = checkName(wanted);
    if (!named) {
        return named;
    }
    const auto renamed =
        m_database.first(u"UPDATE saved_view SET name = ? WHERE id = ? RETURNING id"_s, {wanted, id});
    if (!renamed && renamed.error().kind == Kind::Unique) {
        return refused(
            Kind::Unique,
            Sentence::tr("「%1」という名前の検索はすでにあります。別の名前を付けてください。").arg(wanted));
    }
    if (!renamed) {
        return failure(renamed.error());
    }
    return renamed->isEmpty()
               ? refused(Kind::NotFound,
                         Sentence::tr("この検索は削除されています。画面を更新して確認してください。"))
               : StorageResult<Nothing>(Nothing{});
}

StorageResult<Nothing> SavedSearches::remove(qint64 id)
{
    const auto removed = m_database.run(u"DELETE FROM saved_view WHERE id = ?"_s, {id});
    return removed ? StorageResult<Nothing>(Nothing{}) : failure(removed.error());
}

} // namespace kessai
