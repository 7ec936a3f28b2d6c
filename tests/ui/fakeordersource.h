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
    int stops = 0;

    QFuture<StorageResult<QList<OrderId>>> matching(const OrderFilter &filter,
                                                    const OrderSort &sort) override;
    QFuture<StorageResult<QList<OrderSummary>>> page(const QList<OrderId> &ids) override;
    QFuture<StorageResult<ListCounts>> counts() override;
    QFuture<StorageResult<QList<qint64>>> countEach(const QList<OrderFilter> &filters) override;
    void stop() override { ++stops; }
    [[nodiscard]] QDate today() const override { return {2020, 12, 3}; }

    /// Answers the questions that wait, the newest first.
    void answerWaitingNewestFirst();

    static OrderSummary anOrder(qint64 id);
    void fill(int count);

private:
    [[nodiscard]] QList<OrderId> idsFor(const OrderFilter &filter) const;

    struct Waiting
    {
        OrderFilter filter;
        std::shared_ptr<QPromise<StorageResult<QList<OrderId>>>> promise;
    };
    QList<Waiting> m_waiting;
};

} // namespace kessai
