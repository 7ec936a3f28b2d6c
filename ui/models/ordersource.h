#pragma once

#include "core/services/bulkpreview.h"
#include "core/services/changenotifier.h" // declares the ids as meta types
#include "core/storage/gatewaycounts.h"
#include "core/storage/orderlookup.h"
#include "core/storage/orderrepository.h"
#include "core/storage/savedsearches.h"

#include <QFuture>
#include <QObject>

namespace kessai {

/// What the check boxes and the side bar say beside their words.
struct ListCounts
{
    OrderRepository::Counts counts;
    GatewayCounts payments;    ///< for 決済状況一覧
    qint64 captureDueSoon = 0; ///< 売上期限が7日以内, and not over
    qint64 captureLapsed = 0;  ///< 売上期限超過
    qint64 captureNeeded = 0;  ///< 要売上
    qint64 stuckInPayment = 0; ///< 決済処理中の滞留
    qint64 orders = 0;         ///< all but 購入処理中 and 決済処理中
    QStringList shopMethodNames;
};

/// Where the lists get their rows from. Every answer comes later, on the window's thread; a newer question of
/// a kind drops the older one, whose future then ends as cancelled.
class OrderSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QFuture<StorageResult<QList<OrderId>>> matching(const OrderFilter &filter,
                                                            const OrderSort &sort) = 0;
    /// The first rows of such a list, where they are known long before all of it (design.md §5); none, or
    /// nothing, where they are not. Dropped as matching() is.
    virtual QFuture<StorageResult<QList<OrderSummary>>> firstRows(const OrderFilter &filter,
                                                                  const OrderSort &sort, int count)
    {
        Q_UNUSED(filter)
        Q_UNUSED(sort)
        Q_UNUSED(count)
        return {};
    }
    virtual QFuture<StorageResult<QList<OrderSummary>>> page(const QList<OrderId> &ids) = 0;
    virtual QFuture<StorageResult<ListCounts>> counts() = 0;
    /// How many each of the filters would show, for "which filter hides how many".
    virtual QFuture<StorageResult<QList<qint64>>> countEach(const QList<OrderFilter> &filters) = 0;
    /// The line of the bulk bar. @param shown the present conditions of the list
    virtual QFuture<StorageResult<TickSummary>> tickSummary(const OrderTicks &ticks,
                                                            const OrderFilter &shown) = 0;
    /// The ticked orders that are still there, in the order of `sort`. Never dropped.
    virtual QFuture<StorageResult<QList<OrderId>>> tickedIds(const OrderTicks &ticks,
                                                             const OrderSort &sort) = 0;
    /// Which orders these 注文番号 and 決済オーダーID name. Never dropped.
    virtual QFuture<StorageResult<OrderLookup>> lookUp(const QStringList &entries) = 0;
    virtual QFuture<StorageResult<QList<SavedSearch>>> savedSearches() = 0;
    /// The three that change saved searches are never dropped. The same name replaces.
    virtual QFuture<StorageResult<Nothing>> keepSearch(const QString &name, const OrderFilter &filter) = 0;
    virtual QFuture<StorageResult<Nothing>> renameSearch(qint64 id, const QString &name) = 0;
    virtual QFuture<StorageResult<Nothing>> removeSearch(qint64 id) = 0;
    /// Drops what matching() still works on (Esc).
    virtual void stop() = 0;
    /// Today in Japan, for days left.
    [[nodiscard]] virtual QDate today() const = 0;
    /// The gateway's time as near as known, for what is stuck since when.
    [[nodiscard]] virtual QDateTime now() const = 0;

signals:
    void orderChanged(kessai::OrderId id);
    void ordersChanged();
};

} // namespace kessai
