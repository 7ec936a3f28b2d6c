#pragma once

#include "core/domain/journalrules.h"
#include "core/domain/operation.h"
#include "core/storage/database.h"
#include "core/storage/seat.h"

#include <QDateTime>
#include <QMap>

namespace kessai {

/// A line of evidence, append only (journal.md §4). Sources: PLAN CLAIM ARM SEND ANSWER READ PERSON SYSTEM.
struct Evidence
{
    qint64 sequence = 0;
    OperationId operationId;
    qint64 epoch = 0;
    qint64 attempt = 0;
    QDateTime at;
    QString seat;
    QString source;
    QString
        classCode; ///< ANSWER: the class; READ: READ, UNKNOWN_ORDER, UNREADABLE; state changes: the new state
    std::optional<int> httpStatus;
    std::optional<bool> bodyOffered;
    QString errInfo; ///< codes joined by |
    QString fields;  ///< JSON object of whitelisted fields
    QString state;   ///< the operation's state after this row; "" when the row did not change it
    QString previousHash;
    QString hash;
    /// JSON {endReason, proof}: what the operation's row says of its end from this change of state on; "":
    /// the row is no change of state, or of the first schema.
    QString outcome{};
};

/// Table finding: a payment that is not where we believe it to be.
struct Finding
{
    FindingId id;
    PaymentId paymentId;
    std::optional<OperationId> operationId;
    QDateTime foundAt;
    QString source;   ///< WATCH SWEEP WALLET
    QString believed; ///< JSON {status, amount, tax, …}
    QString seen;
    std::optional<QDateTime> closedAt;
    QString closedBy;
    QString closing;
    QString reason;
};

struct ChainEnd;

/// A change of state under an epoch (journal.md §5).
struct Move
{
    OperationId id;
    OperationState from = OperationState::Planned;
    OperationState to = OperationState::Planned;
    qint64 epoch = 0;
    std::optional<Proof> proof;
    EndReason reason = EndReason::None;
};

/// The journal's tables. Each change of state is one conditional statement with its evidence row in the same
/// transaction; the chain of evidence runs per operation (journal.md §15).
class JournalStore
{
public:
    JournalStore(Database &database, Seat seat) : m_database(database), m_seat(std::move(seat)) {}

    /// Inserts PLANNED, all in one transaction, each with its PLAN evidence.
    StorageResult<Nothing> plan(const QList<Operation> &operations);
    /// Inserted as PLANNED and moved to CANCELLED with its reason in the same transaction.
    StorageResult<Nothing> planRejected(const Operation &operation, EndReason reason);

    struct Claim
    {
        /// Unlinked: the payment was taken off its order. NotPlanned: the operation is somebody's already.
        enum class Outcome { Claimed, HeldByOther, FindingOpen, Unlinked, NotPlanned };
        Outcome outcome = Outcome::NotPlanned;
        qint64 epoch = 0;
        QString heldBy; ///< holderInWords
    };
    /// journal.md §10. An open finding refuses, and so does a payment that was taken off. A run's item is
    /// claimed only by the program that owns the run.
    StorageResult<Claim> claim(const OperationId &id, const QDateTime &now);

    struct Arming
    {
        OperationId id;
        qint64 epoch = 0;
        Snapshot pre;
        QString jobCd;
        QString requestDigest;
        QDateTime armedAt;
    };
    /// CLAIMED → ARMED, attempt + 1; false: no row was touched (the epoch moved).
    /// @param read its row of evidence, kept in the same transaction in any case
    StorageResult<bool> arm(const Arming &arming, const std::optional<Evidence> &read = {});

    /// false: no row was touched. `evidence` names source and class; chain, seat, epoch and attempt are
    /// filled in.
    /// @param answer its row of evidence, kept in the same transaction in any case
    StorageResult<bool> move(const Move &move, Evidence evidence, const QDateTime &now,
                             const std::optional<Evidence> &answer = {});

    /// Appended whoever owns the operation (journal.md §6.7).
    StorageResult<Nothing> append(Evidence evidence);

    /// Takes a live row of a gone owner over: epoch + 1, CLAIMED → PLANNED, ARMED → IN_DOUBT, IN_DOUBT stays;
    /// PLANNED without run → CANCELLED WITHDRAWN. CLAIMED after an attempt (it waited after a BUSY) →
    /// IN_DOUBT: "never armed" does not hold of it. false: somebody else was quicker.
    StorageResult<bool> adopt(const Operation &seen, const QDateTime &now);
    /// Live and planned rows whose owner is not this boot (SQLite), or whose seat's advisory lock is free
    /// (PostgreSQL). A CONFLICT needs no owner: it waits for a person, whoever that asks.
    StorageResult<QList<Operation>> abandoned();

    /// The PLANNED operations of a resumed run belong to this seat and boot from now on.
    StorageResult<Nothing> ownPlannedOfRun(const RunId &run);

    StorageResult<Operation> byId(const OperationId &id);
    StorageResult<qint64> epochOf(const OperationId &id);
    /// Whether the operation is ARMED under this epoch still: asked before its first byte (journal.md §6.5).
    StorageResult<bool> isArmed(const OperationId &id, qint64 epoch);
    StorageResult<QList<Operation>> inState(OperationState state);
    /// What this boot has begun or is about to begin: CLAIMED, ARMED, and PLANNED that waits for no run.
    StorageResult<QList<Operation>> inHandOf(const QString &boot);
    StorageResult<QList<Operation>> ofPayment(PaymentId id); ///< oldest first
    /// The latest of which something was sent.
    StorageResult<std::optional<Operation>> lastSentOf(PaymentId id);
    StorageResult<std::optional<Operation>> liveOf(PaymentId id);
    StorageResult<QList<Operation>> ofRun(const RunId &id); ///< in the order planned
    /// Those of its operations, in the order planned; one that has two of them comes twice.
    StorageResult<QList<PaymentId>> paymentsOfRun(const RunId &id);
    /// The PLANNED ones, in the order planned.
    StorageResult<QList<OperationId>> plannedOfRun(const RunId &id);
    /// Whether one of the run that is not at rest belongs to another program.
    StorageResult<bool> isElsewhere(const RunId &id);
    StorageResult<QList<Evidence>> evidenceOf(const OperationId &id);
    /// Payments with an operation since this instant (the morning sweep).
    StorageResult<QList<PaymentId>> paymentsWithOperationSince(const QDateTime &since);

    // Findings
    /// Busy: another program holds the payment, so what was seen may be its doing.
    StorageResult<Nothing> openFinding(const Finding &finding);
    StorageResult<Nothing> closeFinding(const FindingId &id, const QString &closedBy, const QString &closing,
                                        const QString &reason, const QDateTime &now);
    StorageResult<QList<Finding>> openFindingsOf(PaymentId id);
    StorageResult<QList<Finding>> openFindings();

    // Chains (journal.md §15)
    struct ChainProblem
    {
        QString where;
        QString what;
    };
    /// Verifies every chain, the seals and that each op's state has its evidence; empty = all is well.
    StorageResult<QList<ChainProblem>> verifyChains();
    /// Hashes the heads of all chains changed since the last seal into one seal row.
    StorageResult<Nothing> seal(const QDateTime &now);

private:
    struct ConditionalMove;
    StorageResult<bool> changeState(const ConditionalMove &change, Evidence evidence,
                                    std::optional<Evidence> before = {});
    StorageResult<bool> moveRow(const ConditionalMove &change, const QList<Evidence> &rows);
    StorageResult<bool> claimRow(const OperationId &id, const QString &hash);
    StorageResult<Nothing> insertPlanned(const Operation &operation, qint64 number);
    StorageResult<Claim> claimLost(const OperationId &id);

    Database &m_database;
    Seat m_seat;
};

/// Who holds the payment of this live operation, from which seat and since when, for staff (journal.md §10).
QString holderInWords(const Operation &live);

} // namespace kessai
