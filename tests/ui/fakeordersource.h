#pragma once

#include "ui/models/ordersource.h"

#include <QPromise>

namespace kessai {

/// Orders from memory. Answers at once, or when the test says so.
class FakeOrderSource : public OrderSource
{
    Q_OBJECT

public:
    QList<OrderSummary> orders; ///< all of them, in the order in which they are given
    QList<OrderFilter> asked;
    QList<OrderSort> askedSorts;
    bool answersAtOnce = true;
    bool fails = false;
    QList<OrderTicks> summarised; ///< what tickSummary() was asked about
    QList<SavedSearch> searches;
    ListCounts extraCounts; ///< of views, which the orders in memory do not have
    int stops = 0;
    int namesakes = 1; ///< how many orders a number that is looked up names

    QFuture<StorageResult<QList<OrderId>>> matching(const OrderFilter &filter,
                                                    const OrderSort &sort) override;
    QFuture<StorageResult<QList<OrderSummary>>> page(const QList<OrderId> &ids) override;
    QFuture<StorageResult<ListCounts>> counts() override;
    QFuture<StorageResult<QList<qint64>>> countEach(const QList<OrderFilter> &filters) override;
    QFuture<StorageResult<TickSummary>> tickSummary(const OrderTicks &ticks,
                                                    const OrderFilter &shown) override;
    QFuture<StorageResult<QList<OrderId>>> tickedIds(const OrderTicks &ticks, const OrderSort &sort) override;
    QFuture<StorageResult<OrderLookup>> lookUp(const QStringList &entries) override;
    QFuture<StorageResult<QList<SavedSearch>>> savedSearches() override;
    QFuture<StorageResult<Nothing>> keepSearch(const QString &name, const OrderFilter &filter) override;
    QFuture<StorageResult<Nothing>> renameSearch(qint64 id, const QString &name) override;
    QFuture<StorageResult<Nothing>> removeSearch(qint64 id) override;
    void stop() override { ++stops; }
    [[nodiscard]] QDate today() const override { return {2020, 12, 3}; }
    [[nodiscard]] QDateTime now() const override;

    /// Answers the questions that wait, the newest first.
    void answerWaitingNewestFirst();

    static OrderSummary anOrder(qint64 id);
    void fill(int count);

private:
    [[nodiscard]] QList<OrderId> idsFor(const OrderFilter &filter) const;
    [[nodiscard]] QList<OrderId> idsOf(const OrderTicks &ticks) const;
    [[nodiscard]] static bool matches(const OrderSummary &order, const OrderFilter &filter);

    struct Waiting
    {
        OrderFilter filter;
        std::shared_ptr<QPromise<StorageResult<QList<OrderId>>>> promise;
    };
    QList<Waiting> m_waiting;
};

} // namespace kessai
