#pragma once

#include "core/services/shopsession.h"
#include "core/storage/todayswork.h"
#include "ui/models/ordersource.h"

namespace kessai {

/// The orders of an opened shop, read on the reader's thread.
class SessionOrderSource : public OrderSource
{
    Q_OBJECT

public:
    /// @param kind tells the reads of one list from those of another: only its own are dropped by newer ones
    explicit SessionOrderSource(ShopSession &session, QByteArray kind = QByteArrayLiteral("orders"),
                                QObject *parent = nullptr);

    /// What the counts of the bulk bar are reckoned with; the defaults until it is called.
    void setRules(const PaymentRules &rules) { m_rules = rules; }

    QFuture<StorageResult<QList<OrderId>>> matching(const OrderFilter &filter,
                                                    const OrderSort &sort) override;
    QFuture<StorageResult<QList<OrderSummary>>> firstRows(const OrderFilter &filter, const OrderSort &sort,
                                                          int count) override;
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
    void stop() override;
    [[nodiscard]] QDate today() const override;
    [[nodiscard]] QDateTime now() const override;

private:
    [[nodiscard]] QByteArray kindOf(const char *question) const { return m_kind + '.' + question; }

    ShopSession &m_session;
    QByteArray m_kind;
    PaymentRules m_rules;
};

} // namespace kessai
