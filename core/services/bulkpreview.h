#pragma once

#include "core/domain/paymentrules.h"
#include "core/services/operationplanner.h"
#include "core/storage/orderticks.h"

#include <QMap>

namespace kessai {

/// All orders of a preview that are alike, and what the rules say of them.
struct BulkJudgement
{
    RuleReason reason = RuleReason::None;       ///< None and NeverRead: they run
    QString jobCd;                              ///< the word that will be sent; "" the pre-check decides
    QString statusWord;                         ///< the gateway's word as known; "" never read
    std::optional<PaymentStatus> paymentStatus; ///< none: not linked or never read
    std::optional<Deadline> until;              ///< last second in which it is possible
    PaymentMethod method = PaymentMethod::Other;
    OrderStatus status = OrderStatus::New; ///< 対応状況
    bool linked = false;
    bool amountKnown = false; ///< else only the pre-check brings it
    qint64 count = 0;
    Yen total; ///< as far as it is known

    [[nodiscard]] bool runs() const { return reason == RuleReason::None || reason == RuleReason::NeverRead; }
};

/// What a bulk command would do with one order. How people call it is read for the rows in sight (rowNames).
struct BulkPreviewRow
{
    OrderId order;
    PaymentId payment;   ///< that is judged; 0: none
    Yen amount;          ///< see BulkPreview::amountOf()
    int judgement = 0;   ///< place in the preview's judgements
    bool hidden = false; ///< the present conditions of the list hide it
};

/// What a bulk command would do, frozen: the run does exactly this (design.md §4 "Ticks and previews").
struct BulkPreview
{
    OperationKind kind = OperationKind::Capture;
    bool keepGatewayAmount = false; ///< CAPTURE: 「決済金額のまま」 was chosen for differing amounts
    QList<BulkPreviewRow> rows;     ///< in the order of the list
    QList<BulkJudgement> judgements; ///< a few hundred for a hundred thousand rows
    qint64 runCount = 0;
    Yen runTotal;             ///< of those that run and whose amount is known
    qint64 withoutAmount = 0; ///< run, but the sum is known only by the pre-check
    QMap<RuleReason, qint64> leftOut;

    [[nodiscard]] const BulkJudgement &judgementOf(const BulkPreviewRow &row) const
    {
        return judgements.at(row.judgement);
    }
    [[nodiscard]] bool runs(const BulkPreviewRow &row) const { return judgementOf(row).runs(); }
    /// That is moved or set, with tax; none: not known before. Left out: what the order is about.
    [[nodiscard]] std::optional<Yen> amountOf(const BulkPreviewRow &row) const
    {
        return judgementOf(row).amountKnown ? std::optional(row.amount) : std::nullopt;
    }
    /// Counts and sums of the judgements and of all, from the rows.
    void sumUp();
};

/// Works on a read-only connection. Orders that are gone are left out.
/// @param now the gateway's time, as near as known
/// @param shownCount the list shows the first so many of the orders (OrderedTicks); none: all
StorageResult<BulkPreview> bulkPreview(Database &database, OperationKind kind, const QList<OrderId> &orders,
                                       const PaymentRules &rules, const QDateTime &now,
                                       bool keepGatewayAmount = false,
                                       std::optional<qsizetype> shownCount = {});

/// What the run is asked for: exactly the rows that run, with what the person saw.
QList<OperationRequest> requestsOf(const BulkPreview &preview, const QString &operatorName);

/// The line of the bulk bar.
struct TickSummary
{
    qint64 count = 0;
    qint64 hidden = 0;                    ///< ticked, but hidden by the present conditions of the list
    Yen total;                            ///< 購入金額
    qint64 readable = 0;                  ///< have a payment that the gateway can be asked about
    QMap<OperationKind, qint64> wouldRun; ///< Capture, Cancel, Reauthorize
};

/// Works on a read-only connection.
/// @param shown the present conditions of the list
StorageResult<TickSummary> tickSummary(Database &database, const OrderTicks &ticks, const OrderFilter &shown,
                                       const PaymentRules &rules, const QDateTime &now);

} // namespace kessai
