#include "core/storage/orderlookup.h"

#include "core/base/textfold.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype EntriesAtOnce = 500;
constexpr qsizetype UnknownShown = 1'000;

/// What is written → the orders that it names.
using Named = QHash<QString, QList<OrderId>>;

StorageResult<Nothing> readNames(Database &database, const QString &sql, const QVariantList &before,
                                 const QStringList &entries, Named &named)
{
    // Always as many places, so that the statement is prepared once: the rest asks for the first again.
    static const QString places = QStringList(EntriesAtOnce, u"?"_s).join(u',');
    QVariantList values = before;
    for (const QString &entry : entries) {
        values.append(entry);
    }
    while (values.size() < before.size() + EntriesAtOnce) {
        values.append(entries.first());
    }
    return database.forEachRow(sql.arg(places), values, [&](const Rows &row) {
        QList<OrderId> &orders = named[row.text(0)];
        const OrderId id{row.number(1)};
        if (!orders.contains(id)) {
            orders.append(id);
        }
    });
}

/// The ShopIDs of the payments, by which their index begins: one or two, found without reading the others.
StorageResult<QStringList> shopsOf(Database &database)
{
    QStringList shops;
    for (QString after;;) {
        const auto next = shops.isEmpty()
                              ? database.first(u"SELECT min(shop) FROM payment"_s)
                              : database.first(u"SELECT min(shop) FROM payment WHERE shop > ?"_s, {after});
        if (!next) {
            return failure(next.error());
        }
        if (next->isEmpty() || next->at(0).isNull()) {
            return shops;
        }
        after = next->at(0).toString();
        shops.append(after);
    }
}

StorageResult<Nothing> addNamedBy(Database &database, const QStringList &shops, const QStringList &entries,
                                  Named &named)
{
    const auto byNumber =
        readNames(database, u"SELECT order_number, id FROM orders WHERE order_number IN (%1) ORDER BY id"_s,
                  {}, entries, named);
    if (!byNumber) {
        return failure(byNumber.error());
    }
    for (const QString &shop : shops) {
        const auto byPayment =
            readNames(database,
                      u"SELECT gw_order_id, order_id FROM payment WHERE shop = ? AND gw_order_id IN (%1) "
                      "AND order_id IS NOT NULL AND unlinked_reason = '' ORDER BY order_id"_s,
                      {shop}, entries, named);
        if (!byPayment) {
            return failure(byPayment.error());
        }
    }
    return Nothing{};
}

StorageResult<Named> namedByAny(Database &database, const QStringList &shops, const QStringList &candidates)
{
    Named named;
    for (qsizetype start = 0; start < candidates.size(); start += EntriesAtOnce) {
        const auto added = addNamedBy(database, shops, candidates.mid(start, EntriesAtOnce), named);
        if (!added) {
            return failure(added.error());
        }
    }
    return named;
}

/// A hyphen in any of the forms that a search takes for one another.
bool isDash(QChar letter)
{
    return letter.unicode() > 0x7F && foldForSearch(letter) == u"ー";
}

/// In its ordinary width, with its hyphens: they part the halves of a 決済オーダーID.
QString inOrdinaryWidth(const QString &entry)
{
    QString ordinary = entry.normalized(QString::NormalizationForm_KC).simplified();
    for (QChar &letter : ordinary) {
        if (isDash(letter)) {
            letter = u'-';
        }
    }
    return ordinary;
}

/// The entries that a line with blanks in it may be.
QStringList partsOf(const QString &ordinary)
{
    return ordinary.split(u' ', Qt::SkipEmptyParts);
}

/// Everything that the entries may stand for, each once.
QStringList candidatesOf(const QStringList &entries)
{
    QSet<QString> seen;
    QStringList candidates;
    const auto add = [&](const QString &candidate) {
        if (!seen.contains(candidate)) {
            seen.insert(candidate);
            candidates.append(candidate);
        }
    };
    for (const QString &entry : entries) {
        const QString ordinary = inOrdinaryWidth(entry);
        add(entry);
        add(ordinary);
        for (const QString &part : partsOf(ordinary)) {
            add(part);
        }
    }
    return candidates;
}

/// Takes the entries of one chunk down, in the order written.
class Collector
{
public:
    void take(const QString &entry, const QList<OrderId> &orders)
    {
        if (orders.isEmpty()) {
            ++m_lookup.unknownCount;
            if (m_lookup.unknown.size() < UnknownShown) {
                m_lookup.unknown.append(entry);
            }
            return;
        }
        bool again = false;
        for (const OrderId order : orders) {
            if (m_seen.contains(order)) {
                again = true;
            } else {
                m_seen.insert(order);
                m_lookup.found.append(order);
            }
        }
        m_lookup.duplicates += again ? 1 : 0;
    }
    /// As it is written, in its ordinary width, or the entries that blanks part.
    void takeAnyWay(const QString &entry, const Named &named)
    {
        const QString ordinary = inOrdinaryWidth(entry);
        const QStringList parts = partsOf(ordinary);
        const bool partsAreKnown = std::any_of(parts.begin(), parts.end(),
                                               [&](const QString &part) { return named.contains(part); });
        if (named.contains(entry) || named.contains(ordinary) || parts.size() < 2 || !partsAreKnown) {
            take(entry, named.value(entry, named.value(ordinary)));
            return;
        }
        for (const QString &part : parts) {
            take(part, named.value(part));
        }
    }
    [[nodiscard]] const OrderLookup &lookup() const { return m_lookup; }

private:
    OrderLookup m_lookup;
    QSet<OrderId> m_seen;
};

} // namespace

StorageResult<OrderLookup> lookUpOrders(Database &database, const QStringList &entries)
{
    QStringList written;
    for (const QString &entry : entries) {
        const QString trimmed = entry.trimmed();
        if (!trimmed.isEmpty()) {
            written.append(trimmed);
        }
    }
    const auto shops = shopsOf(database);
    if (!shops) {
        return failure(shops.error());
    }
    Collector collector;
    for (qsizetype start = 0; start < written.size(); start += EntriesAtOnce) {
        const QStringList chunk = written.mid(start, EntriesAtOnce);
        const auto named = namedByAny(database, *shops, candidatesOf(chunk));
        if (!named) {
            return failure(named.error());
        }
        for (const QString &entry : chunk) {
            collector.takeAnyWay(entry, *named);
        }
    }
    return collector.lookup();
}

} // namespace kessai
