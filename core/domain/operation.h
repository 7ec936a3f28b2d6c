#pragma once

#include "core/base/ids.h"
#include "core/base/yen.h"
#include "core/domain/payment.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace kessai {

/// One thing staff want done to one payment (journal.md §1).
enum class OperationKind { Capture, Cancel, Change, Reauthorize };

/// journal.md §5.
enum class OperationState { Planned, Claimed, Armed, InDoubt, Conflict, Done, Refused, Cancelled };

/// How a DONE or REFUSED is known.
enum class Proof { Answer, Read, Both, Person };

/// Why an operation ended or stands where it stands (design.md §8).
enum class EndReason {
    None,
    // CANCELLED
    AlreadyDone,
    WrongState,
    AmountMoved,
    Difference,
    NoPayment,
    AmbiguousPayment,
    DeadlineOver,
    Midnight,
    NoGatewayDate,
    Held,
    Unreadable,
    NotSent,
    Withdrawn,
    // REFUSED
    RefusedByGateway,
    Declined,
    NoEffect,
    // IN_DOUBT, CONFLICT
    NoAnswer,
    Contradiction,
    UnexpectedState,
    UnknownOrder,
};

/// Row of table op (journal.md §4).
struct Operation
{
    OperationId id;
    PaymentId paymentId;
    std::optional<RunId> runId;
    std::optional<OperationId> retryOf;
    OperationKind kind = OperationKind::Capture;
    std::optional<Yen> wantAmount;
    std::optional<Yen> wantTax; ///< none: the sum counts
    QString askedBy;
    QDateTime askedAt;
    OperationState state = OperationState::Planned;
    qint64 epoch = 0;
    QString ownerSeat;
    QString ownerBoot;
    qint64 attempt = 0;
    std::optional<QDateTime> armedAt;
    std::optional<Snapshot> pre;
    QString jobCd;
    QString requestDigest;
    std::optional<Proof> proof;
    EndReason endReason = EndReason::None;
    std::optional<QDateTime> endedAt;
    /// The order's お支払い合計 when this was planned; none: planned by a version that did not keep it.
    std::optional<Yen> orderTotal{};
    /// A person named this payment of the order; else it was the one that the rules choose.
    bool paymentNamed = false;
};

/// CLAIMED, ARMED, IN_DOUBT, CONFLICT: the states that hold the payment.
bool isLive(OperationState state);
/// DONE, REFUSED, CANCELLED.
bool isFinal(OperationState state);

/// Database and JSON words: CAPTURE, CANCEL, CHANGE, REAUTHORIZE / PLANNED … / ANSWER … / ALREADY_DONE …
QString codeOf(OperationKind kind);
QString codeOf(OperationState state);
QString codeOf(Proof proof);
QString codeOf(EndReason reason); ///< "" for None
std::optional<OperationKind> operationKindFromCode(const QString &code);
std::optional<OperationState> operationStateFromCode(const QString &code);
std::optional<Proof> proofFromCode(const QString &code);
std::optional<EndReason> endReasonFromCode(const QString &code);

/// The command line's words: capture, cancel, change-amount, reauthorize (design.md §8).
QString commandOf(OperationKind kind);

} // namespace kessai
