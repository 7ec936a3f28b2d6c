#include "core/storage/journalrows.h"

#include "core/storage/compactjson.h"
#include "core/storage/storedvalues.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// In the words of op_open: without them SQLite looks at all operations that there ever were.
const QString isOpen = u"o.state <> 'DONE' AND o.state <> 'REFUSED' AND o.state <> 'CANCELLED'"_s;

std::optional<Snapshot> preFrom(const Rows &row, int column)
{
    if (row.isNull(column)) {
        return std::nullopt;
    }
    return Snapshot{.status = row.text(column),
                    .amount = Yen{row.number(column + 1)},
                    .tax = Yen{row.number(column + 2)},
                    .processDate = row.text(column + 3),
                    .tranId = row.text(column + 4),
                    .approve = row.text(column + 5),
                    .cancelledAmount = row.optionalYen(column + 6)};
}

void addAmount(CompactObject &object, const char *key, const std::optional<Yen> &amount)
{
    amount ? object.add(key, amount->value) : object.addWord(key, "null");
}

} // namespace

QString operationSelect()
{
    return u"SELECT o.id, o.payment_id, o.run_id, o.retry_of, o.kind, o.want_amount, o.want_tax, o.asked_by, "
           "o.asked_at, o.state, o.epoch, o.owner_seat, o.owner_boot, o.attempt, o.armed_at, o.pre_status, "
           "o.pre_amount, o.pre_tax, o.pre_process_date, o.pre_tran_id, o.pre_approve, o.pre_cancel_amount, "
           "o.job_cd, o.request_digest, o.proof, o.end_reason, o.ended_at, o.order_total, o.payment_named FROM op o "_s;
}

Operation operationFrom(const Rows &row)
{
    Operation operation;
    operation.id = {row.text(0)};
    operation.paymentId = {row.number(1)};
    if (!row.isNull(2)) {
        operation.runId = RunId{row.text(2)};
    }
    if (!row.isNull(3)) {
        operation.retryOf = OperationId{row.text(3)};
    }
    operation.kind = operationKindFromCode(row.text(4)).value_or(OperationKind::Capture);
    operation.wantAmount = row.optionalYen(5);
    operation.wantTax = row.optionalYen(6);
    operation.askedBy = row.text(7);
    operation.askedAt = row.instant(8).value_or(QDateTime());
    // A state that nobody knows must never look as if it were over.
    operation.state = operationStateFromCode(row.text(9)).value_or(OperationState::Conflict);
    operation.epoch = row.number(10);
    operation.ownerSeat = row.text(11);
    operation.ownerBoot = row.text(12);
    operation.attempt = row.number(13);
    operation.armedAt = row.instant(14);
    operation.pre = preFrom(row, 15);
    operation.jobCd = row.text(22);
    operation.requestDigest = row.text(23);
    operation.proof = proofFromCode(row.text(24));
    operation.endReason = endReasonFromCode(row.text(25)).value_or(EndReason::None);
    operation.endedAt = row.instant(26);
    operation.orderTotal = row.optionalYen(27);
    operation.paymentNamed = row.flag(28);
    return operation;
}

QString whereState(OperationState state)
{
    const bool ended = state == OperationState::Done || state == OperationState::Refused ||
                       state == OperationState::Cancelled;
    return ended ? u"WHERE o.state = ?"_s : u"WHERE "_s + isOpen + u" AND o.state = ?"_s;
}

QString whereInHand()
{
    return u"WHERE "_s + isOpen +
           u" AND o.state IN ('PLANNED','CLAIMED','ARMED') AND o.owner_boot = ? "
           "AND (o.state <> 'PLANNED' OR o.run_id IS NULL)"_s;
}

StorageResult<QList<Operation>> operationsWhere(Database &database, const QString &rest,
                                                const QVariantList &values)
{
    return database.listOf(operationSelect() + rest, values, operationFrom);
}

QString evidenceSelect()
{
    return u"SELECT seq, op_id, epoch, attempt, at, seat, source, class, http_status, body_offered, "
           u"err_info, "
           "fields, state, prev_hash, hash, outcome FROM evidence "_s;
}

Evidence evidenceFrom(const Rows &row)
{
    Evidence evidence;
    evidence.sequence = row.number(0);
    evidence.operationId = {row.text(1)};
    evidence.epoch = row.number(2);
    evidence.attempt = row.number(3);
    evidence.at = row.instant(4).value_or(QDateTime());
    evidence.seat = row.text(5);
    evidence.source = row.text(6);
    evidence.classCode = row.text(7);
    if (!row.isNull(8)) {
        evidence.httpStatus = int(row.number(8));
    }
    if (!row.isNull(9)) {
        evidence.bodyOffered = row.flag(9);
    }
    evidence.errInfo = row.text(10);
    evidence.fields = row.text(11);
    evidence.state = row.text(12);
    evidence.previousHash = row.text(13);
    evidence.hash = row.text(14);
    evidence.outcome = row.text(15);
    return evidence;
}

QString wishOf(const Operation &operation)
{
    CompactObject wish;
    wish.add("askedBy", operation.askedBy).add("kind", codeOf(operation.kind));
    if (operation.orderTotal) { // absent in what an older version planned
        wish.add("orderTotal", operation.orderTotal->value);
    }
    wish.add("paymentId", operation.paymentId.value);
    if (operation.paymentNamed) {
        wish.addWord("paymentNamed", "true");
    }
    operation.retryOf ? wish.add("retryOf", operation.retryOf->value) : wish.addWord("retryOf", "null");
    operation.runId ? wish.add("run", operation.runId->value) : wish.addWord("run", "null");
    addAmount(wish, "wantAmount", operation.wantAmount);
    addAmount(wish, "wantTax", operation.wantTax);
    return wish.text();
}

QString outcomeOf(const QString &endReason, const QString &proof)
{
    return CompactObject().add("endReason", endReason).add("proof", proof).text();
}

QString armedFields(const Snapshot &pre, const QString &jobCd, const QString &requestDigest)
{
    CompactObject fields;
    fields.add("Amount", pre.amount.value).add("Approve", pre.approve);
    if (pre.cancelledAmount) { // absent for a card, so that its chains stay as they are
        fields.add("CancelAmount", pre.cancelledAmount->value);
    }
    return fields.add("JobCd", jobCd)
        .add("ProcessDate", pre.processDate)
        .add("Status", pre.status)
        .add("Tax", pre.tax.value)
        .add("TranID", pre.tranId)
        .add("requestDigest", requestDigest)
        .text();
}

} // namespace kessai
