#pragma once

#include "core/services/shopsession.h"
#include "ui/models/ordersource.h"

namespace kessai {

/// The orders of an opened shop, read on the reader's thread.
class SessionOrderSource : public OrderSource
{
    Q_OBJECT

public:
    explicit SessionOrderSource(ShopSession &session, QObject *parent = nullptr);

    QFuture<StorageResult<QList<OrderId>>> matching(const OrderFilter &filter,
                                                    const OrderSort &sort) override;
    QFuture<StorageResult<QList<OrderSummary>>> page(const QList<OrderId> &ids) override;
    QFuture<StorageResult<ListCounts>> counts() override;
    QFuture<StorageResult<QList<qint64>>> countEach(const QList<OrderFilter> &filters) override;
    void stop() override;
    [[nodiscard]] QDate today() const override;

private:
    ShopSession &m_session;
};

/// Days before the last one within which an authorisation counts as "due soon" (design.md §6 "Deadlines").
constexpr int CaptureDueSoonDays = 7;

} // namespace kessai
