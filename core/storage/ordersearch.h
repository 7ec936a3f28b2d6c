#pragma once

#include "core/storage/orderidset.h"
#include "core/storage/orderticks.h"
#include "core/storage/searchtexts.h"

#include <functional>

namespace kessai {

/// Answers what a window's lists ask, as OrderRepository does, but looks for texts in memory (design.md §11)
/// and keeps the ids of the list that was asked for last: while somebody types, only what is typed changes.
/// Never another answer than the database's: each is given inside one snapshot, with what it shows.
///
/// Used by the thread of its connection.
class OrderSearch
{
public:
    static constexpr qsizetype FewOrders = 10'000;
    /// @param stopped ends a search in memory, as Database::interrupt() ends a statement
    /// @param fewOrders so many are named to the database, which looks at each of them; with more it is
    /// faster to go through the list of all that match without a text
    OrderSearch(Database &database, const std::atomic<bool> &stopped, qsizetype fewOrders = FewOrders);

    [[nodiscard]] Database &database() const { return m_database; }
    /// As SearchTexts::readMore().
    StorageResult<bool> readMore() { return m_texts.readMore(); }
    /// Until then the database is asked for texts too.
    [[nodiscard]] bool isReady() const { return m_texts.isReady(); }

    /// As OrderRepository's.
    StorageResult<QList<OrderId>> matching(const OrderFilter &filter, const OrderSort &sort);
    /// The first rows of such a list, where they are there long before all its ids; else none.
    StorageResult<QList<OrderSummary>> firstRows(const OrderFilter &filter, const OrderSort &sort, int count);
    /// How many match each of them.
    StorageResult<QList<qint64>> countEach(const QList<OrderFilter> &filters);
    /// As the function of this name.
    StorageResult<QList<OrderId>> tickedIds(const OrderTicks &ticks, const OrderSort &sort);

    /// The same question with the orders whose texts match, if they are few enough to be named to the
    /// database; else as it was. For reads that follow in the same snapshot.
    StorageResult<OrderFilter> withTextFound(const OrderFilter &filter);

private:
    /// The orders whose texts match.
    struct Found
    {
        QStringList pieces;
        OrderIdSet ids;
        qsizetype count = 0;
    };
    /// A list without anything looked for in texts, and which state of the database it is of.
    struct Listed
    {
        OrderFilter filter;
        OrderSort sort;
        QString state;
        QList<OrderId> ids;
    };

    [[nodiscard]] bool areFew(const Found &found) const;
    StorageResult<const Found *> find(const OrderFilter &filter);
    StorageResult<QList<OrderId>> matchingFound(const OrderFilter &filter, const OrderSort &sort,
                                                const Found &found);
    StorageResult<qint64> count(const OrderFilter &filter);
    StorageResult<qint64> countFound(const OrderFilter &filter, const Found &found);
    StorageResult<QList<OrderId>> listed(const OrderFilter &filter, const OrderSort &sort);
    StorageResult<bool> isListed(const OrderFilter &filter, const std::optional<OrderSort> &sort);
    StorageResult<QString> stateOfDatabase();

    Database &m_database;
    const std::atomic<bool> &m_stopped;
    qsizetype m_fewOrders;
    SearchTexts m_texts;
    std::optional<Found> m_found; ///< of the question that is being answered
    std::optional<Listed> m_listed;
};

} // namespace kessai
