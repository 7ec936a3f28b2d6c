#include "core/domain/journalrules.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// How far a payment has come by itself: 0 entered, 1 the shopper is at it, 2 anything after that.
int progressOf(const QString &status)
{
    if (status == "UNPROCESSED"_L1) {
        return 0;
    }
    const bool underWay = status == "AUTHENTICATED"_L1 || status == "AUTHPROCESS"_L1 ||
                          status == "PAYSTART"_L1 || status == "REQSUCCESS"_L1;
    return underWay ? 1 : 2;
}

bool isFinalWordOfRequest(const QString &requestWord, const QString &seen)
{
    if (requestWord == "REQSALES"_L1) {
        return seen == "SALES"_L1;
    }
    if (requestWord == "REQCANCEL"_L1) {
        return seen == "CANCEL"_L1;
    }
    return requestWord == "REQCHANGE"_L1 && (seen == "AUTH"_L1 || seen == "SALES"_L1 || seen == "CAPTURE"_L1);
}

/// The wallet changes an amount and leaves the payment authorised or sold; which word it has for what was
/// sold at once is not known (protocol.md §6.6).
bool keepsState(const QString &before, const QString &after)
{
    return before == after || (before == "CAPTURE"_L1 && after == "SALES"_L1);
}

} // namespace

bool isNaturalStep(const QString &believedStatus, const QString &seenStatus)
{
    if (progressOf(believedStatus) == 2) {
        return isFinalWordOfRequest(believedStatus, seenStatus);
    }
    const bool known = paymentStatusOfWord(seenStatus) != PaymentStatus::Exception;
    const bool cancel = isCancelledWord(seenStatus) || seenStatus == "REQCANCEL"_L1;
    return known && !cancel && progressOf(seenStatus) >= progressOf(believedStatus);
}

bool isEndAskedFor(const Operation &accepted, const Snapshot &seen)
{
    if (isRequestWord(seen.status) || !goalReached(accepted, seen)) {
        return false;
    }
    return accepted.kind != OperationKind::Change ||
           (accepted.pre && keepsState(accepted.pre->status, seen.status));
}

} // namespace kessai
