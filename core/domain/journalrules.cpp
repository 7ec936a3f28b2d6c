#include "core/domain/journalrules.h"

#include "core/domain/codetable.h"
#include "core/domain/methodrules.h"

namespace kessai {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr std::array<CodeEntry<AnswerClass>, 6> AnswerClasses = {{
    {AnswerClass::Success, "SUCCESS"_L1},
    {AnswerClass::Refusal, "REFUSAL"_L1},
    {AnswerClass::Busy, "BUSY"_L1},
    {AnswerClass::Contradiction, "CONTRADICTION"_L1},
    {AnswerClass::Ambiguous, "AMBIGUOUS"_L1},
    {AnswerClass::Unsent, "UNSENT"_L1},
}};

bool holdsMoney(const QString &status)
{
    return status == "AUTH"_L1 || status == "SALES"_L1 || status == "CAPTURE"_L1;
}

/// Amount and Tax apart; without a wanted Tax the sum counts.
bool showsWantedAmount(const Operation &operation, const Snapshot &read)
{
    if (!operation.wantAmount) {
        return false;
    }
    if (!operation.wantTax) {
        return read.total() == *operation.wantAmount;
    }
    return read.amount == *operation.wantAmount && read.tax == *operation.wantTax;
}

bool sameMoney(const Snapshot &one, const Snapshot &other)
{
    return one.amount == other.amount && one.tax == other.tax;
}

bool sameStatusAndMoney(const Snapshot &one, const Snapshot &other)
{
    return one.status == other.status && sameMoney(one, other);
}

bool isNewAuthorization(OperationKind kind)
{
    return kind == OperationKind::Change || kind == OperationKind::Reauthorize;
}

bool isStatusAfterJob(const Operation &operation, const QString &status)
{
    const QString expected = statusAfterJob(operation.jobCd);
    return !expected.isEmpty() && status == expected;
}

EndReason captureProblem(const Operation &operation, const Snapshot &pre)
{
    if (showsWantedAmount(operation, pre)) {
        return EndReason::None;
    }
    // Without a wanted Tax the order's total was asked for: what is off is the order, not the transaction.
    return operation.wantTax ? EndReason::AmountMoved : EndReason::Difference;
}

EndReason changeProblem(const Operation &operation, const Snapshot &pre)
{
    // Another split of the same sum is not worth a new authorisation of the buyer's card.
    const Yen target = operation.wantAmount.value_or(Yen{}) + operation.wantTax.value_or(Yen{});
    return pre.total() == target ? EndReason::AlreadyDone : EndReason::None;
}

bool isReauthorizedAsAsked(const Operation &operation, const Snapshot &pre)
{
    const bool authorized = pre.status == "AUTH"_L1 || pre.status == "CAPTURE"_L1;
    const bool asAsked = operation.jobCd.isEmpty() || isStatusAfterJob(operation, pre.status);
    return authorized && asAsked && showsWantedAmount(operation, pre);
}

/// The state allows nothing, for what is asked has been done, or accepted by the wallet.
bool isDoneAlready(const Operation &operation, const Snapshot &pre)
{
    switch (operation.kind) {
    case OperationKind::Capture:
        return pre.status == "SALES"_L1 || pre.status == "REQSALES"_L1;
    case OperationKind::Cancel:
        return isCancelledWord(pre.status) || pre.status == "REQCANCEL"_L1;
    case OperationKind::Change:
        return false; // what a REQCHANGE leads to is not known before its end
    case OperationKind::Reauthorize:
        return isReauthorizedAsAsked(operation, pre);
    }
    return false;
}

/// A part may have been taken back elsewhere before, so that only the growth tells.
bool isCancelledAmountGrown(const Snapshot &pre, const Snapshot &read)
{
    return pre.cancelledAmount && read.cancelledAmount && pre.total() > Yen{} &&
           *read.cancelledAmount == *pre.cancelledAmount + pre.total();
}

/// A card's change leads to the state of its job, a wallet's to REQCHANGE and then to the new amount.
bool isChanged(const Operation &operation, const Snapshot &read)
{
    if (!operation.jobCd.isEmpty()) {
        return isStatusAfterJob(operation, read.status) && showsWantedAmount(operation, read);
    }
    const bool settled = holdsMoney(read.status) && showsWantedAmount(operation, read);
    return read.status == "REQCHANGE"_L1 || settled;
}

/// The instant from which a "no" may be said; none when nothing was armed.
std::optional<QDateTime> settledFrom(const Operation &operation, const JournalTiming &timing)
{
    if (!operation.armedAt) {
        return std::nullopt;
    }
    return operation.armedAt->addMSecs((timing.sendWindow + timing.settle).count());
}

bool apart(const QDateTime &earlier, const QDateTime &later, milliseconds distance)
{
    return earlier.msecsTo(later) >= distance.count();
}

SettleVerdict verdictOnGoal(const Operation &operation, const SettleEvidence &evidence, const QDateTime &now,
                            const JournalTiming &timing)
{
    if (operation.kind != OperationKind::Cancel) {
        return {SettleVerdict::Kind::Done, EndReason::None};
    }
    // An amount change at the gateway's console passes through a cancelled state, so a cancel's "yes" is read
    // twice.
    const bool agreed = evidence.lastRead && goalReached(operation, evidence.lastRead->snapshot) &&
                        apart(evidence.lastRead->at, now, timing.cancelReadGap);
    return {agreed ? SettleVerdict::Kind::Done : SettleVerdict::Kind::ReadAgainForCancel, EndReason::None};
}

SettleVerdict negativeVerdict(const Operation &operation, const Snapshot &read, bool answerWasRefusal)
{
    if (operation.pre && read == *operation.pre) {
        return {SettleVerdict::Kind::Refused, EndReason::NoEffect};
    }
    const bool declined = isNewAuthorization(operation.kind) && answerWasRefusal && operation.pre &&
                          sameStatusAndMoney(read, *operation.pre);
    if (declined) {
        return {SettleVerdict::Kind::Refused, EndReason::Declined};
    }
    return {SettleVerdict::Kind::Conflict, EndReason::UnexpectedState};
}

} // namespace

QString codeOf(AnswerClass answerClass)
{
    return codeIn(AnswerClasses, answerClass);
}

std::optional<AnswerClass> answerClassFromCode(const QString &code)
{
    return valueIn(AnswerClasses, code);
}

JournalTiming::JournalTiming()
    : poll({seconds(5), seconds(10), seconds(20), seconds(40), seconds(60)})
    , busy({seconds(2), seconds(8), seconds(30)})
{
    poll.append(QList<milliseconds>(12, seconds(300)));
    poll.append(seconds(3600));
}

bool goalReached(const Operation &operation, const Snapshot &read)
{
    switch (operation.kind) {
    case OperationKind::Capture:
        return (read.status == "SALES"_L1 || read.status == "REQSALES"_L1) && operation.pre &&
               sameMoney(read, *operation.pre);
    case OperationKind::Cancel:
        return isCancelledWord(read.status) || read.status == "REQCANCEL"_L1 ||
               (operation.pre && isCancelledAmountGrown(*operation.pre, read));
    case OperationKind::Change:
        return isChanged(operation, read);
    case OperationKind::Reauthorize:
        return isStatusAfterJob(operation, read.status) && showsWantedAmount(operation, read) &&
               operation.pre && read.tranId != operation.pre->tranId;
    }
    return false;
}

bool lostAuthorization(const Operation &operation, const QString &status)
{
    return operation.kind == OperationKind::Change && isCancelledWord(status);
}

OperationState adoptedEnd(const Operation &operation, const std::optional<Snapshot> &read)
{
    if (!read) {
        return OperationState::Refused;
    }
    // An amount changed after the sale leads to CAPTURE (protocol.md §4.4).
    const bool charged = read->status == "SALES"_L1 || read->status == "CAPTURE"_L1;
    const bool sold = operation.kind == OperationKind::Capture && charged;
    return sold || goalReached(operation, *read) ? OperationState::Done : OperationState::Refused;
}

EndReason refusedByPerson(const Operation &operation, const std::optional<Snapshot> &read)
{
    if (!read) {
        return EndReason::UnknownOrder;
    }
    return operation.pre && *operation.pre == *read ? EndReason::NoEffect : EndReason::UnexpectedState;
}

QString statusAfterJob(const QString &jobCd)
{
    return jobCd == "AUTH"_L1 || jobCd == "CAPTURE"_L1 ? jobCd : QString();
}

std::optional<QString> changeJob(const QString &status)
{
    const MethodRule *const rule = ruleOnSomeDay(PaymentMethod::Card, OperationKind::Change, status);
    return rule ? std::optional(QString(rule->word)) : std::nullopt;
}

EndReason preCheckProblem(const Operation &operation, PaymentMethod method, const Snapshot &pre)
{
    if (!ruleOnSomeDay(method, operation.kind, pre.status)) {
        const bool done = hasOperation(method, operation.kind) && isDoneAlready(operation, pre);
        return done ? EndReason::AlreadyDone : EndReason::WrongState;
    }
    switch (operation.kind) {
    case OperationKind::Capture:
        return captureProblem(operation, pre);
    case OperationKind::Change:
        return changeProblem(operation, pre);
    case OperationKind::Cancel:
    case OperationKind::Reauthorize:
        break;
    }
    return EndReason::None;
}

EarlierRead readToRemember(const Operation &operation, const std::optional<EarlierRead> &remembered,
                           const Snapshot &read, const QDateTime &now, const JournalTiming &timing)
{
    const std::optional<QDateTime> settled = settledFrom(operation, timing);
    const bool counts =
        remembered && (goalReached(operation, read)
                           ? goalReached(operation, remembered->snapshot)
                           : remembered->snapshot == read && settled && remembered->at >= *settled);
    return counts ? *remembered : EarlierRead{read, now};
}

SettleVerdict settleVerdict(const Operation &operation, const Snapshot &read, const SettleEvidence &evidence,
                            const QDateTime &now, const JournalTiming &timing)
{
    if (goalReached(operation, read)) {
        return verdictOnGoal(operation, evidence, now, timing);
    }
    const std::optional<QDateTime> settled = settledFrom(operation, timing);
    if (!settled || now < *settled) {
        return {SettleVerdict::Kind::TooEarly, EndReason::None};
    }
    const bool agreed = evidence.lastRead && evidence.lastRead->snapshot == read &&
                        evidence.lastRead->at >= *settled && apart(evidence.lastRead->at, now, timing.gap);
    if (!agreed) {
        return {SettleVerdict::Kind::NotYet, EndReason::None};
    }
    return negativeVerdict(operation, read, evidence.answerWasRefusal);
}

SettleVerdict settleVerdictForUnknownOrder(const Operation &operation,
                                           const std::optional<QDateTime> &lastUnknownReadAt,
                                           const QDateTime &now, const JournalTiming &timing)
{
    const std::optional<QDateTime> settled = settledFrom(operation, timing);
    if (!settled || now < *settled) {
        return {SettleVerdict::Kind::TooEarly, EndReason::None};
    }
    const bool agreed =
        lastUnknownReadAt && *lastUnknownReadAt >= *settled && apart(*lastUnknownReadAt, now, timing.gap);
    if (!agreed) {
        return {SettleVerdict::Kind::NotYet, EndReason::None};
    }
    return {SettleVerdict::Kind::Conflict, EndReason::UnknownOrder};
}

bool equalsPre(const Operation &operation, const Snapshot &read, AnswerClass answerClass)
{
    if (!operation.pre) {
        return false;
    }
    if (answerClass == AnswerClass::Refusal && isNewAuthorization(operation.kind)) {
        return sameStatusAndMoney(read, *operation.pre);
    }
    return read == *operation.pre;
}

} // namespace kessai
