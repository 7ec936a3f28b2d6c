#pragma once

#include "core/domain/operation.h"
#include "core/domain/payment.h"

#include <QDateTime>
#include <QList>

#include <chrono>
#include <optional>

namespace kessai {

/// Class of an answer to a mutating request (journal.md §7). Order is severity: the worst wins, UNSENT stands
/// apart.
enum class AnswerClass { Success, Refusal, Busy, Contradiction, Ambiguous, Unsent };
QString codeOf(AnswerClass answerClass); ///< SUCCESS REFUSAL BUSY CONTRADICTION AMBIGUOUS UNSENT
std::optional<AnswerClass> answerClassFromCode(const QString &code);

/// journal.md §3; all of these can be made shorter for a loopback gateway.
struct JournalTiming
{
    std::chrono::milliseconds connect{10'000};
    std::chrono::milliseconds deadline{60'000};
    std::chrono::milliseconds sendWindow{10'000};
    std::chrono::milliseconds settle{180'000};
    std::chrono::milliseconds gap{30'000};
    std::chrono::milliseconds cancelReadGap{5'000};
    QList<std::chrono::milliseconds> poll; ///< distances of the polls; the last repeats for ever
    QList<std::chrono::milliseconds> busy; ///< waits before the 2nd, 3rd … attempt
    JournalTiming();
};

/// Is the operation's goal reached in this snapshot (journal.md §9)? The words of the methods do not overlap,
/// so the method need not be known: only a wallet answers REQ…, only the carriers count a cancelled amount.
bool goalReached(const Operation &operation, const Snapshot &read);

/// The authorisation was lost inside an amount change: goods may ship unpaid (journal.md §9).
bool lostAuthorization(const Operation &operation, const QString &status);

/// How an operation in conflict ends for a person who adopts the gateway's state: DONE when what was wanted
/// is there or the sale was made, whatever became of its amount since; else REFUSED.
/// @param read none: the gateway does not know the order
OperationState adoptedEnd(const Operation &operation, const std::optional<Snapshot> &read);

/// Why an operation that a person calls REFUSED is so. NO_EFFECT only where nothing moved.
EndReason refusedByPerson(const Operation &operation, const std::optional<Snapshot> &read);

/// The status word that a CHANGE or REAUTHORIZE of this job leads to (AUTH → AUTH, CAPTURE → CAPTURE).
QString statusAfterJob(const QString &jobCd);
/// JobCd of an amount change: AUTH for AUTH, CAPTURE for SALES and CAPTURE (design.md §6); nothing for
/// others.
std::optional<QString> changeJob(const QString &status);

/// What the pre-check says (journal.md §6.3): None = go on and arm. A person who says that the gateway's
/// amount is meant has it in wantAmount and wantTax.
/// The deadlines are lateProblem()'s.
EndReason preCheckProblem(const Operation &operation, PaymentMethod method, const Snapshot &pre);

/// An earlier read that a verdict compares with (journal.md §8): the result of readToRemember.
struct EarlierRead
{
    Snapshot snapshot;
    QDateTime at;
};

/// What one settling read means (journal.md §8).
struct SettleVerdict
{
    enum class Kind { Done, Refused, Conflict, ReadAgainForCancel, NotYet, TooEarly };
    Kind kind = Kind::NotYet;
    EndReason reason = EndReason::None;
};

/// The evidence that bears on a verdict.
struct SettleEvidence
{
    std::optional<EarlierRead> lastRead; ///< what readToRemember gave after the read before; none: first read
    bool answerWasSuccess = false;       ///< DONE becomes BOTH
    bool answerWasRefusal = false;       ///< needed for DECLINED
};

/// Pure: decides from one read what becomes of an operation in doubt.
SettleVerdict settleVerdict(const Operation &operation, const Snapshot &read, const SettleEvidence &evidence,
                            const QDateTime &now, const JournalTiming &timing);

/// What to keep after a read without a verdict, for the next one. Of equal reads the first is kept, so that
/// polls closer than T_GAP add up; a read from before the settle time counts only for a goal ("remember r" of
/// journal.md §8). After a restart: fold it over the reads in the evidence, oldest first.
EarlierRead readToRemember(const Operation &operation, const std::optional<EarlierRead> &remembered,
                           const Snapshot &read, const QDateTime &now, const JournalTiming &timing);

/// The gateway does not know the order: CONFLICT after the settle time and two such reads, else not yet.
/// @param lastUnknownReadAt the first such read after the settle time, with no readable one since
SettleVerdict settleVerdictForUnknownOrder(const Operation &operation,
                                           const std::optional<QDateTime> &lastUnknownReadAt,
                                           const QDateTime &now, const JournalTiming &timing);

/// Does the read after an answer equal pre in the way this kind and answer ask for (journal.md §5, §7)? All
/// six fields; for a REFUSAL of CHANGE or REAUTHORIZE only Status, Amount and Tax. A BUSY is repeated, so it
/// always needs all.
bool equalsPre(const Operation &operation, const Snapshot &read,
               AnswerClass answerClass = AnswerClass::Refusal);

/// The steps that a shopper, store, wallet or clock makes by itself: adopted and logged, no finding
/// (journal.md §14). Of a REQ… word the words alone do not tell a change that was made from one that was
/// refused: where the request was ours, isEndAskedFor() does.
bool isNaturalStep(const QString &believedStatus, const QString &seenStatus);

/// The wallet's final word is the one that the operation asked for, amounts included; any other opens a
/// finding (journal.md §9).
/// @param accepted DONE by a REQ… word
bool isEndAskedFor(const Operation &accepted, const Snapshot &seen);

} // namespace kessai
