#include "core/storage/journalstore.h"

#include "core/base/japantime.h"
#include "core/base/seams.h"
#include "core/base/sentence.h"
#include "core/storage/databaseerrors.h"
#include "core/storage/evidencechain.h"
#include "core/storage/journalrows.h"
#include "core/storage/operationcolumns.h"
#include "core/storage/ordercolumns.h"
#include "core/storage/rowlocks.h"
#include "core/storage/storedvalues.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;
using State = OperationState;

struct JournalStore::ConditionalMove
{
    OperationId id;
    State from = State::Planned;
    State to = State::Planned;
    qint64 epoch = 0;
    QString assignments; ///< besides state, such as ", proof = ?"
    QVariantList values;
    /// What the assignments make of the row, for its evidence; none: it stays as it is.
    std::optional<QString> endReason{};
    std::optional<QString> proof{};
    qint64 epochAdded = 0;
    qint64 attemptAdded = 0;
};

namespace {

/// journal.md §5; anything else is a mistake in the program and is refused here.
bool moveIsAllowed(State from, State to)
{
    static const QList<std::pair<State, State>> allowed{
        {State::Planned, State::Cancelled}, {State::Claimed, State::Cancelled},
        {State::Claimed, State::Planned},   {State::Claimed, State::Armed},
        {State::Claimed, State::InDoubt}, // after a BUSY only: something was sent
        {State::Armed, State::Claimed},     {State::Armed, State::Done},
        {State::Armed, State::Refused},     {State::Armed, State::InDoubt},
        {State::InDoubt, State::Done},      {State::InDoubt, State::Refused},
        {State::InDoubt, State::Conflict},  {State::Conflict, State::Done},
        {State::Conflict, State::Refused},
    };
    return allowed.contains({from, to});
}

/// The number of the first of so many new operations: a running count in meta, so that a removed operation
/// leaves a gap.
StorageResult<qint64> nextOperationNumber(Database &database, qsizetype operations)
{
    const auto row = database.first(
        u"INSERT INTO meta (name, value) VALUES ('operationCount', ?) ON CONFLICT (name) DO UPDATE SET value "
        "= CAST(CAST(meta.value AS BIGINT) + CAST(excluded.value AS BIGINT) AS TEXT) RETURNING value"_s,
        {QString::number(operations)});
    if (!row) {
        return failure(row.error());
    }
    return row->value(0).toLongLong() - operations + 1;
}

StorageError notFound(Database &database, const OperationId &id)
{
    return storageErrorOf(database.spec(), StorageError::Kind::NotFound, QString(), id.value);
}

QVariant idOrNull(const std::optional<RunId> &id)
{
    return id ? QVariant(id->value) : QVariant();
}

} // namespace

StorageResult<Nothing> JournalStore::insertPlanned(const Operation &operation, qint64 number)
{
    const auto locked = lockPayment(m_database, operation.paymentId);
    if (!locked) {
        return locked;
    }
    const auto begin = chainBeginOf(m_database, operation.id, operation.paymentId);
    if (!begin) {
        return failure(begin.error());
    }
    Evidence plan;
    plan.operationId = operation.id;
    plan.at = operation.askedAt;
    plan.seat = m_seat.name;
    plan.source = u"PLAN"_s;
    plan.classCode = codeOf(State::Planned);
    plan.state = codeOf(State::Planned);
    plan.fields = wishOf(operation);
    plan.outcome = outcomeOf(QString(), QString());
    linkEvidence(plan, *begin);
    const auto inserted = m_database.run(
        u"INSERT INTO op (id, payment_id, run_id, retry_of, kind, want_amount, want_tax, asked_by, asked_at, "
        "state, owner_seat, owner_boot, job_cd, number, order_total, payment_named, chain_length, "
        "chain_head) "
        "VALUES (?,?,?,?,?,?,?,?,?,'PLANNED',?,?,?,?,?,?,1,?)"_s,
        {operation.id.value, operation.paymentId.value, idOrNull(operation.runId),
         operation.retryOf ? QVariant(operation.retryOf->value) : QVariant(), codeOf(operation.kind),
         stored::of(operation.wantAmount), stored::of(operation.wantTax), operation.askedBy,
         stored::instant(operation.askedAt), m_seat.name, m_seat.boot, stored::textOrNull(operation.jobCd),
         number, stored::of(operation.orderTotal), int(operation.paymentNamed), plan.hash});
    if (!inserted) {
        return failure(inserted.error());
    }
    const auto appended = insertEvidence(m_database, plan);
    return appended ? showPlanned(m_database, begin->order, operation.kind) : appended;
}

StorageResult<Nothing> JournalStore::plan(const QList<Operation> &operations)
{
    auto transaction = Transaction::beginOrJoin(m_database);
    if (!transaction) {
        return failure(transaction.error());
    }
    // The count first, in which all seats that plan take their turns: with the payments first, two plans of
    // many could each hold what the other waits for.
    const auto first = nextOperationNumber(m_database, operations.size());
    if (!first) {
        return failure(first.error());
    }
    for (qsizetype position = 0; position < operations.size(); ++position) {
        const auto inserted = insertPlanned(operations[position], *first + position);
        if (!inserted) {
            return inserted;
        }
    }
    return transaction->commit();
}

StorageResult<Nothing> JournalStore::planRejected(const Operation &operation, EndReason reason)
{
    auto transaction = Transaction::beginOrJoin(m_database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const auto planned = plan({operation});
    if (!planned) {
        return planned;
    }
    Evidence evidence;
    evidence.source = u"SYSTEM"_s;
    const auto moved = move({operation.id, State::Planned, State::Cancelled, 0, std::nullopt, reason},
                            evidence, operation.askedAt);
    if (!moved) {
        return failure(moved.error());
    }
    return transaction->commit();
}

/// @param before a row that is kept whether the state moves or not
StorageResult<bool> JournalStore::changeState(const ConditionalMove &change, Evidence evidence,
                                              std::optional<Evidence> before)
{
    auto transaction = Transaction::beginOrJoin(m_database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const auto locked = lockPaymentOf(m_database, change.id);
    if (!locked) {
        return failure(locked.error());
    }
    const auto end = chainEndOf(m_database, change.id);
    if (!end) {
        return failure(end.error());
    }
    if (!*end) {
        return before ? StorageResult<bool>(failure(notFound(m_database, change.id))) : false;
    }
    StorageResult<ChainEnd> now = **end;
    QList<Evidence> rows;
    if (before) {
        before->seat = m_seat.name;
        before->state.clear();
        linkEvidence(*before, *now);
        now = chainEndBehind(m_database, *before, *now);
        rows.append(*before);
    }
    if (!now) {
        return failure(now.error());
    }
    evidence.operationId = change.id;
    evidence.epoch = now->epoch + change.epochAdded;
    evidence.attempt = now->attempt + change.attemptAdded;
    evidence.outcome =
        outcomeOf(change.endReason.value_or(now->endReason), change.proof.value_or(now->proof));
    evidence.seat = m_seat.name;
    evidence.state = change.from == change.to ? QString() : codeOf(change.to);
    if (evidence.classCode.isEmpty()) {
        evidence.classCode = codeOf(change.to);
    }
    linkEvidence(evidence, *now);
    rows.append(evidence);
    const auto moved = moveRow(change, rows);
    if (!moved || !(*moved || before)) {
        return moved;
    }
    const bool tellsAnError = std::any_of(rows.constBegin(), rows.constEnd(),
                                          [](const Evidence &row) { return !row.errInfo.isEmpty(); });
    const auto shown = [&]() -> StorageResult<Nothing> {
        if (tellsAnError || !isShownByState(change.from, change.to)) {
            return refreshDoubt(m_database, now->order);
        }
        return shownCode(change.from) == shownCode(change.to)
                   ? StorageResult<Nothing>(Nothing{})
                   : showState(m_database, now->order, change.id, change.to);
    };
    const auto refreshed = *moved ? shown() : append(*before);
    const auto committed = refreshed ? transaction->commit() : refreshed;
    return committed ? moved : failure(committed.error());
}

/// The conditional statement and its evidence; false: it touched no row, and nothing is written.
StorageResult<bool> JournalStore::moveRow(const ConditionalMove &change, const QList<Evidence> &rows)
{
    QString sql = u"UPDATE op SET state = ?, %1%2 WHERE id = ? AND state = ?"_s.arg(
        QLatin1StringView(ChainAssignments), change.assignments);
    QVariantList values{codeOf(change.to), rows.size(), rows.last().hash};
    values += change.values;
    values += QVariantList{change.id.value, codeOf(change.from)};
    if (!KESSAI_SWITCHED_OFF("epoch")) {
        sql += u" AND epoch = ?"_s;
        values.append(change.epoch);
    }
    const auto updated = m_database.run(sql, values);
    if (!updated) {
        return failure(updated.error());
    }
    if (updated->changed() != 1) {
        return false;
    }
    for (const Evidence &row : rows) {
        const auto inserted = insertEvidence(m_database, row);
        if (!inserted) {
            return failure(inserted.error());
        }
    }
    return true;
}

StorageResult<JournalStore::Claim> JournalStore::claim(const OperationId &id, const QDateTime &at)
{
    auto transaction = Transaction::beginOrJoin(m_database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const auto locked = lockPaymentOf(m_database, id);
    if (!locked) {
        return failure(locked.error());
    }
    const auto end = chainEndOf(m_database, id);
    if (!end) {
        return failure(end.error());
    }
    if (!*end) {
        return claimLost(id);
    }
    const ChainEnd &now = **end;
    Evidence evidence;
    evidence.operationId = id;
    evidence.epoch = now.epoch + 1;
    evidence.at = at;
    evidence.seat = m_seat.name;
    evidence.source = u"CLAIM"_s;
    evidence.classCode = codeOf(State::Claimed);
    evidence.state = codeOf(State::Claimed);
    evidence.outcome = outcomeOf(now.endReason, now.proof);
    linkEvidence(evidence, now);
    const auto claimed = claimRow(id, evidence.hash);
    if (!claimed && claimed.error().kind == StorageError::Kind::Unique) {
        // The database itself objects (op_one_live). Its transaction is over before anything is read.
        static_cast<void>(Transaction(std::move(*transaction)));
        // One that it joined is its owner's to end; until then PostgreSQL answers nothing more.
        return m_database.inTransaction() ? failure(claimed.error()) : claimLost(id);
    }
    if (!claimed) {
        return failure(claimed.error());
    }
    if (!*claimed) {
        return claimLost(id);
    }
    const auto fenced =
        m_database.run(u"UPDATE payment SET fence = fence + 1 WHERE id = ?"_s, {now.payment.value});
    const auto inserted = fenced ? insertEvidence(m_database, evidence) : failure(fenced.error());
    if (!inserted) {
        return failure(inserted.error());
    }
    const auto shown = showState(m_database, now.order, id, State::Claimed);
    if (!shown) {
        return failure(shown.error());
    }
    const auto committed = transaction->commit();
    if (!committed) {
        return failure(committed.error());
    }
    return Claim{.outcome = Claim::Outcome::Claimed, .epoch = evidence.epoch, .heldBy = QString()};
}

StorageResult<bool> JournalStore::claimRow(const OperationId &id, const QString &hash)
{
    const auto claimed = m_database.run(
        u"UPDATE op SET state = 'CLAIMED', owner_seat = ?, owner_boot = ?, epoch = epoch + 1, %1 "
        "WHERE id = ? AND state = 'PLANNED' AND (run_id IS NULL OR owner_boot = ?) AND NOT EXISTS (SELECT 1 "
        "FROM finding f WHERE f.payment_id = op.payment_id AND f.closed_at IS NULL) AND NOT EXISTS (SELECT 1 "
        "FROM payment p WHERE p.id = op.payment_id AND p.unlinked_reason <> '')"_s.arg(
            QLatin1StringView(ChainAssignments)),
        {m_seat.name, m_seat.boot, 1, hash, id.value, m_seat.boot});
    return claimed ? StorageResult<bool>(claimed->changed() == 1) : failure(claimed.error());
}

StorageResult<JournalStore::Claim> JournalStore::claimLost(const OperationId &id)
{
    const auto operation = byId(id);
    if (!operation) {
        return failure(operation.error());
    }
    if (operation->state != State::Planned) {
        return Claim{};
    }
    const auto findings = openFindingsOf(operation->paymentId);
    if (!findings) {
        return failure(findings.error());
    }
    if (!findings->isEmpty()) {
        return Claim{.outcome = Claim::Outcome::FindingOpen, .epoch = 0, .heldBy = QString()};
    }
    const auto linked = m_database.first(u"SELECT 1 FROM payment WHERE id = ? AND unlinked_reason = ''"_s,
                                         {operation->paymentId.value});
    if (!linked) {
        return failure(linked.error());
    }
    if (linked->isEmpty()) {
        return Claim{.outcome = Claim::Outcome::Unlinked, .epoch = 0, .heldBy = QString()};
    }
    const auto live = liveOf(operation->paymentId);
    if (!live) {
        return failure(live.error());
    }
    if (!live->has_value()) {
        return Claim{};
    }
    return Claim{.outcome = Claim::Outcome::HeldByOther, .epoch = 0, .heldBy = holderInWords(**live)};
}

QString holderInWords(const Operation &live)
{
    const QDateTime since = japantime::fromInstant(live.armedAt.value_or(live.askedAt));
    return Sentence::tr("%1（%2、%3 から）")
        .arg(live.askedBy, live.ownerSeat, since.toString(u"yyyy-MM-dd HH:mm:ss"_s));
}

StorageResult<bool> JournalStore::arm(const Arming &arming, const std::optional<Evidence> &read)
{
    if (KESSAI_SWITCHED_OFF("arm-record")) {
        return true;
    }
    Evidence evidence;
    evidence.at = arming.armedAt;
    evidence.source = u"ARM"_s;
    evidence.fields = armedFields(arming.pre, arming.jobCd, arming.requestDigest);
    const QString assignments = u", attempt = attempt + 1, armed_at = ?, pre_status = ?, pre_amount = ?, "
                                u"pre_tax = ?, pre_process_date = ?, "
                                "pre_tran_id = ?, pre_approve = ?, pre_cancel_amount = ?, job_cd = ?, "
                                "request_digest = ?"_s;
    const QVariantList values{stored::instant(arming.armedAt),
                              arming.pre.status,
                              arming.pre.amount.value,
                              arming.pre.tax.value,
                              arming.pre.processDate,
                              arming.pre.tranId,
                              arming.pre.approve,
                              stored::of(arming.pre.cancelledAmount),
                              arming.jobCd,
                              arming.requestDigest};
    ConditionalMove change{arming.id, State::Claimed, State::Armed, arming.epoch, assignments, values};
    change.attemptAdded = 1;
    return changeState(change, evidence, read);
}

StorageResult<bool> JournalStore::move(const Move &move, Evidence evidence, const QDateTime &now,
                                       const std::optional<Evidence> &answer)
{
    if (!moveIsAllowed(move.from, move.to) || move.to == State::Armed) {
        return failure(storageErrorOf(m_database.spec(), StorageError::Kind::Other, QString(),
                                      u"%1 → %2"_s.arg(codeOf(move.from), codeOf(move.to))));
    }
    evidence.at = now;
    const QVariantList values{move.proof ? QVariant(codeOf(*move.proof)) : QVariant(),
                              stored::textOrNull(codeOf(move.reason)),
                              isFinal(move.to) ? QVariant(stored::instant(now)) : QVariant()};
    ConditionalMove change{
        move.id, move.from, move.to, move.epoch, u", proof = ?, end_reason = ?, ended_at = ?"_s, values};
    change.endReason = codeOf(move.reason);
    change.proof = move.proof ? codeOf(*move.proof) : QString();
    return changeState(change, evidence, answer);
}

StorageResult<Nothing> JournalStore::append(Evidence evidence)
{
    auto transaction = Transaction::beginOrJoin(m_database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const auto locked = lockPaymentOf(m_database, evidence.operationId);
    if (!locked) {
        return locked;
    }
    evidence.seat = m_seat.name;
    evidence.state.clear();
    const auto end = chainEndOf(m_database, evidence.operationId);
    if (!end || !*end) {
        return failure(end ? notFound(m_database, evidence.operationId) : end.error());
    }
    const auto appended = appendEvidence(m_database, evidence, **end);
    // Of what the lists show only the last error can come with a row that changes no state.
    const auto refreshed =
        appended && !evidence.errInfo.isEmpty() ? refreshDoubt(m_database, (*end)->order) : appended;
    return refreshed ? transaction->commit() : refreshed;
}

StorageResult<bool> JournalStore::adopt(const Operation &seen, const QDateTime &now)
{
    if (isFinal(seen.state)) {
        return false;
    }
    State to = seen.state;
    const bool mayHaveSent = seen.state == State::Armed || (seen.state == State::Claimed && seen.attempt > 0);
    if (mayHaveSent) {
        to = State::InDoubt;
    } else if (seen.state == State::Claimed) {
        to = State::Planned;
    } else if (seen.state == State::Planned && !seen.runId) {
        to = State::Cancelled;
    }
    Evidence evidence;
    evidence.at = now;
    evidence.source = u"SYSTEM"_s;
    evidence.classCode = to == seen.state ? u"ADOPTED"_s : codeOf(to);
    QString assignments = u", epoch = epoch + 1, owner_seat = ?, owner_boot = ?"_s;
    QVariantList values{m_seat.name, m_seat.boot};
    std::optional<QString> endReason;
    if (to == State::Cancelled) {
        endReason = codeOf(EndReason::Withdrawn);
        assignments += u", end_reason = ?, ended_at = ?"_s;
        values += QVariantList{codeOf(EndReason::Withdrawn), stored::instant(now)};
    } else if (mayHaveSent) {
        endReason = codeOf(EndReason::NoAnswer);
        assignments += u", end_reason = ?"_s;
        values += codeOf(EndReason::NoAnswer);
    }
    ConditionalMove change{seen.id, seen.state, to, seen.epoch, assignments, values};
    change.endReason = endReason;
    change.epochAdded = 1;
    return changeState(change, evidence);
}

} // namespace kessai
