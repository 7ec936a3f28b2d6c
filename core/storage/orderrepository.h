#pragma once

#include "core/storage/database.h"
#include "core/storage/orderfilter.h"

#include <QHash>
#include <QMap>

#include <functional>

namespace kessai {

/// Reads orders for lists and windows, and the few changes staff make to an order here.
class OrderRepository
{
public:
    explicit OrderRepository(Database &database) : m_database(database) {}

    /// Ids in the order asked; ties by id descending (design.md §8 `--sort`).
    StorageResult<QList<OrderId>> matching(const OrderFilter &filter, const OrderSort &sort);
    /// The first of them; nothing is pinned on top.
    StorageResult<QList<OrderId>> firstMatching(const OrderFilter &filter, const OrderSort &sort, int count);
    /// All that match, in no order.
    StorageResult<Nothing> visitMatching(const OrderFilter &filter,
                                         const std::function<void(OrderId)> &visit);
    /// How many match.
    StorageResult<qint64> count(const OrderFilter &filter);
    /// Rows for these ids, in the same order; ids that are gone are left out.
    StorageResult<QList<OrderSummary>> page(const QList<OrderId> &ids);

    StorageResult<Order> byId(OrderId id);
    /// What a bulk operation needs of each order, in one short statement.
    struct Heading
    {
        QString orderNumber;
        Yen payableTotal;
    };
    StorageResult<Heading> headingOf(OrderId id);
    /// By 注文番号, exact; NotFound when unknown.
    StorageResult<OrderId> idByNumber(const QString &orderNumber);
    StorageResult<std::optional<OrderId>> idByShopOrderId(qint64 shopOrderId);

    struct Counts
    {
        QMap<OrderStatus, qint64> byOrderStatus;
        QMap<PaymentStatus, qint64> byPaymentStatus;
        QMap<PaymentMethod, qint64> byMethod;
        qint64 unlinked = 0;      ///< 未連携
        qint64 neverRead = 0;     ///< 未確認
        qint64 captureNeeded = 0; ///< 要売上
        qint64 ambiguous = 0;
        qint64 inDoubt = 0;
        qint64 conflict = 0;
        qint64 difference = 0;
        qint64 importConflict = 0;
        qint64 unreflected = 0; ///< ショップ未反映
        qint64 cancelledWithOpenPayment = 0;
    };
    /// @param now of what is counted from the day; invalid: such bounds are left out
    StorageResult<Counts> counts(const QDateTime &now = {});
    /// All different shop names of payment methods, for the filter.
    StorageResult<QStringList> shopMethodNames();

    /// Changes 対応状況, and 入金日 where given; writes an order_event. The row version must still be
    /// `rowVersion` (any when negative), else the error kind is StaleSnapshot.
    StorageResult<Nothing> setStatus(OrderId id, OrderStatus status, const std::optional<QDateTime> &paidAt,
                                     const QString &operatorName, const QString &seat,
                                     qint64 rowVersion = -1);

    /// A line of an order's history that belongs to no operation (link, unlink, status, read, rejection).
    struct Event
    {
        qint64 sequence = 0;
        OrderId orderId;
        std::optional<PaymentId> paymentId;
        QDateTime at;
        QString kind; ///< LINK UNLINK STATUS READ REJECTED IMPORT FINDING EDIT NOTE TAKEOVER …
        QString operatorName;
        QString seat;
        QString content;              ///< JSON object, no secret
        std::optional<RunId> runId{}; ///< REJECTED: the run whose item this was
    };
    StorageResult<Nothing> addEvent(const Event &event);
    StorageResult<QList<Event>> eventsOf(OrderId id);
    /// The newest event that changed fields of the order: EDIT, STATUS or IMPORT; none: as it was created.
    StorageResult<std::optional<Event>> newestChange(OrderId id);
    /// The fields (importfields::all()) in which what we changed and what a file brought differ (取込と相違).
    StorageResult<QStringList> importConflictsOf(OrderId id);
    /// The items of a run that had no payment to hang them on.
    StorageResult<QList<Event>> rejectedOf(const RunId &run);

private:
    Database &m_database;
};

} // namespace kessai
