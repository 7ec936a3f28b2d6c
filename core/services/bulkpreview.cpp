#include "core/services/bulkpreview.h"

#include "core/storage/bulkcandidates.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// The person said that the gateway's amount is meant: then it is no difference that the order's total moved.
void keepAmount(PaymentSituation &situation)
{
    if (situation.payment && situation.payment->known) {
        situation.payableTotal = situation.payment->known->total();
    }
}

/// What an order that is left out is about: what the gateway has of it, else what is to be paid.
Yen amountAtStake(const PaymentSituation &situation)
{
    return situation.payment && situation.payment->known ? situation.payment->known->total()
                                                         : situation.payableTotal;
}

BulkPreviewRow rowOf(BulkCandidate &candidate, const OperationVerdict &verdict)
{
    BulkPreviewRow row;
    row.order = candidate.order;
    row.orderNumber = std::move(candidate.orderNumber);
    row.customerName = std::move(candidate.customerName);
    row.gatewayOrderId = std::move(candidate.gatewayOrderId);
    row.method = candidate.method;
    row.status = candidate.status;
    row.hidden = candidate.hidden;
    if (candidate.situation.payment && candidate.situation.payment->known) {
        row.statusWord = candidate.situation.payment->known->status;
        row.paymentStatus = paymentStatusOfWord(row.statusWord);
    }
    row.reason = verdict.reason;
    row.jobCd = verdict.jobCd;
    row.amount = verdict.amount;
    if (!row.runs() && !row.amount) {
        row.amount = amountAtStake(candidate.situation);
    }
    row.until = verdict.until;
    return row;
}

void count(BulkPreview &preview, const BulkPreviewRow &row)
{
    if (!row.runs()) {
        ++preview.leftOut[row.reason];
        return;
    }
    ++preview.runCount;
    if (row.amount) {
        preview.runTotal += *row.amount;
    } else {
        ++preview.withoutAmount;
    }
}

} // namespace

StorageResult<BulkPreview> bulkPreview(Database &database, OperationKind kind, const QList<OrderId> &orders,
                                       const PaymentRules &rules, const QDateTime &now,
                                       bool keepGatewayAmount, const std::optional<OrderFilter> &shown)
{
    BulkPreview preview;
    preview.kind = kind;
    preview.keepGatewayAmount = keepGatewayAmount && kind == OperationKind::Capture;
    preview.rows.resize(orders.size());
    const auto read = BulkCandidates(database, shown)
                          .forOrders(kind, orders, [&](BulkCandidate &candidate, qsizetype place) {
                              PaymentSituation &situation = candidate.situation;
                              situation.now = now;
                              if (preview.keepGatewayAmount) {
                                  keepAmount(situation);
                              }
                              BulkPreviewRow row = rowOf(candidate, operationVerdict(kind, situation, rules));
                              if (preview.keepGatewayAmount && row.reason == RuleReason::NeverRead) {
                                  row.amount.reset(); // whatever the gateway has, which nobody knows yet
                              }
                              count(preview, row);
                              preview.rows[place] = std::move(row);
                          });
    preview.rows.removeIf([](const BulkPreviewRow &row) { return row.order.value == 0; }); // gone
    return read ? StorageResult<BulkPreview>(std::move(preview)) : failure(read.error());
}

QList<OperationRequest> requestsOf(const BulkPreview &preview, const QString &operatorName)
{
    QList<OperationRequest> requests;
    requests.reserve(preview.runCount);
    for (const BulkPreviewRow &row : preview.rows) {
        if (!row.runs()) {
            continue;
        }
        OperationRequest request;
        request.kind = preview.kind;
        request.order = row.order;
        // The payment is not named: one that was paid a second time since is left out then, not captured.
        request.keepGatewayAmount = preview.keepGatewayAmount;
        request.reauthorizeJob = preview.kind == OperationKind::Reauthorize ? row.jobCd : QString();
        request.operatorName = operatorName;
        request.confirmed = ConfirmedScreen{row.amount, row.statusWord, row.jobCd};
        requests.append(request);
    }
    return requests;
}

} // namespace kessai
