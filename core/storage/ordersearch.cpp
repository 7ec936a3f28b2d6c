#include "core/storage/ordersearch.h"

#include "core/storage/databaseerrors.h"
#include "core/storage/ordercondition.h"
#include "core/storage/orderrepository.h"
#include "core/storage/sortedids.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// The question without what is looked for in texts; none if more than the query is.
std::optional<OrderFilter> withoutText(OrderFilter filter)
{
    filter.query.clear();
    return searchedPiecesOf(filter).isEmpty() ? std::optional(filter) : std::nullopt;
}

} // namespace

OrderSearch::OrderSearch(Database &database, const std::atomic<bool> &stopped, qsizetype fewOrders)
    : m_database(database), m_stopped(stopped), m_fewOrders(fewOrders), m_texts(database)
{
}

bool OrderSearch::areFew(const Found &found) const
{
    return found.count <= m_fewOrders;
}

StorageResult<QList<OrderId>> OrderSearch::matching(const OrderFilter &filter, const OrderSort &sort)
{
    const auto snapshot = Transaction::beginSnapshot(m_database);
    if (!snapshot) {
        return failure(snapshot.error());
    }
    m_found.reset();
    const auto found = find(filter);
    if (!found) {
        return failure(found.error());
    }
    auto ids = *found ? matchingFound(filter, sort, **found) : listed(filter, sort);
    m_found.reset(); // may be a million
    return ids;
}

StorageResult<QList<OrderId>> OrderSearch::matchingFound(const OrderFilter &filter, const OrderSort &sort,
                                                         const Found &found)
{
    if (found.count == 0) {
        return QList<OrderId>();
    }
    const std::optional<OrderFilter> plain = withoutText(filter);
    const auto known = plain ? isListed(*plain, sort) : StorageResult<bool>(false);
    if (!known) {
        return failure(known.error());
    }
    if (areFew(found) && !*known) {
        OrderFilter named = filter;
        named.textFound = found.ids.values();
        return OrderRepository(m_database).matching(named, sort);
    }
    if (!plain) {
        return OrderRepository(m_database).matching(filter, sort);
    }
    const auto all = listed(*plain, sort);
    if (!all) {
        return all;
    }
    QList<OrderId> ids;
    ids.reserve(std::min(found.count, all->size()));
    std::copy_if(all->cbegin(), all->cend(), std::back_inserter(ids),
                 [&found](OrderId id) { return found.ids.contains(id); });
    return ids;
}

StorageResult<QList<OrderSummary>> OrderSearch::firstRows(const OrderFilter &filter, const OrderSort &sort,
                                                          int count)
{
    const auto snapshot = Transaction::beginSnapshot(m_database);
    if (!snapshot) {
        return failure(snapshot.error());
    }
    const auto known = isListed(filter, sort);
    if (!known) {
        return failure(known.error());
    }
    if (*known || !beginsAtOnce(filter, sort)) {
        return QList<OrderSummary>();
    }
    OrderRepository orders(m_database);
    const auto ids = orders.firstMatching(filter, sort, count);
    return ids ? orders.page(*ids) : failure(ids.error());
}

StorageResult<QList<qint64>> OrderSearch::countEach(const QList<OrderFilter> &filters)
{
    const auto snapshot = Transaction::beginSnapshot(m_database);
    if (!snapshot) {
        return failure(snapshot.error());
    }
    m_found.reset();
    QList<qint64> counts;
    counts.reserve(filters.size());
    for (const OrderFilter &filter : filters) {
        const auto counted = count(filter);
        if (!counted) {
            return failure(counted.error());
        }
        counts.append(*counted);
    }
    m_found.reset();
    return counts;
}

StorageResult<qint64> OrderSearch::count(const OrderFilter &filter)
{
    const auto found = find(filter);
    if (!found) {
        return failure(found.error());
    }
    return *found ? countFound(filter, **found) : OrderRepository(m_database).count(filter);
}

StorageResult<qint64> OrderSearch::countFound(const OrderFilter &filter, const Found &found)
{
    const std::optional<OrderFilter> plain = withoutText(filter);
    if (areFew(found) || !plain) {
        OrderFilter asked = filter;
        asked.textFound = areFew(found) ? std::optional(found.ids.values()) : std::nullopt;
        return OrderRepository(m_database).count(asked);
    }
    const auto known = isListed(*plain, std::nullopt);
    if (!known) {
        return failure(known.error());
    }
    if (*known) {
        return std::count_if(m_listed->ids.cbegin(), m_listed->ids.cend(),
                             [&found](OrderId id) { return found.ids.contains(id); });
    }
    qint64 count = 0;
    const auto visited = OrderRepository(m_database).visitMatching(*plain, [&](OrderId id) {
        count += found.ids.contains(id) ? 1 : 0;
    });
    return visited ? StorageResult<qint64>(count) : failure(visited.error());
}

StorageResult<QList<OrderId>> OrderSearch::tickedIds(const OrderTicks &ticks, const OrderSort &sort)
{
    if (!ticks.everything) {
        return kessai::tickedIds(m_database, ticks, sort);
    }
    auto ids = matching(ticks.filter, sort);
    if (ids && !ticks.ids.isEmpty()) {
        ids->removeIf([&ticks](OrderId id) { return ticks.ids.contains(id); });
    }
    return ids;
}

StorageResult<OrderFilter> OrderSearch::withTextFound(const OrderFilter &filter)
{
    m_found.reset();
    const auto found = find(filter);
    if (!found) {
        return failure(found.error());
    }
    OrderFilter named = filter;
    if (*found && areFew(**found)) {
        named.textFound = (*found)->ids.values();
    }
    return named;
}

/// Null if no text is looked for, or not in memory.
StorageResult<const OrderSearch::Found *> OrderSearch::find(const OrderFilter &filter)
{
    const QStringList pieces = searchedPiecesOf(filter);
    if (pieces.isEmpty() || filter.textFound || !m_texts.isReady()) {
        return nullptr;
    }
    if (m_found && m_found->pieces == pieces) {
        return &*m_found;
    }
    auto ids = m_texts.find(pieces, m_stopped);
    if (!ids) {
        return failure(ids.error());
    }
    if (!*ids) {
        return m_stopped ? StorageResult<const Found *>(failure(storageErrorOf(
                               m_database.spec(), StorageError::Kind::Interrupted, QString(), QString())))
                         : StorageResult<const Found *>(nullptr);
    }
    const qsizetype count = (*ids)->size();
    m_found = Found{pieces, std::move(**ids), count};
    return &*m_found;
}

/// The list as the database has it, or as it is known if nothing was written since.
StorageResult<QList<OrderId>> OrderSearch::listed(const OrderFilter &filter, const OrderSort &sort)
{
    const auto known = isListed(filter, sort);
    if (!known) {
        return failure(known.error());
    }
    if (*known) {
        return m_listed->ids;
    }
    m_listed.reset(); // a million ids: not two lists at once
    const auto ids = OrderRepository(m_database).matching(filter, sort);
    if (!ids) {
        return ids;
    }
    const auto state = stateOfDatabase();
    if (!state) {
        return failure(state.error());
    }
    m_listed = Listed{filter, sort, *state, *ids};
    return ids;
}

/// @param sort none: in whatever order
StorageResult<bool> OrderSearch::isListed(const OrderFilter &filter, const std::optional<OrderSort> &sort)
{
    if (!m_listed || m_listed->filter != filter || (sort && m_listed->sort != *sort)) {
        return false;
    }
    const auto state = stateOfDatabase();
    return state ? StorageResult<bool>(!state->isEmpty() && *state == m_listed->state)
                 : failure(state.error());
}

/// Of the snapshot that is open: the same words mean that nothing was written between; "" tells nothing.
StorageResult<QString> OrderSearch::stateOfDatabase()
{
    const bool sqlite = m_database.dialect() == Database::Dialect::Sqlite;
    if (sqlite && m_database.mode() == DatabaseMode::ReadWrite) {
        return QString(); // only what other connections write is told
    }
    const auto row = m_database.first(sqlite ? u"PRAGMA data_version"_s
                                             : u"SELECT CAST(txid_current_snapshot() AS TEXT)"_s);
    if (!row) {
        return failure(row.error());
    }
    return u"%1 %2"_s.arg(m_database.reconnects()).arg(row->value(0).toString());
}

} // namespace kessai
