#include "core/base/japantime.h"
#include "core/domain/methodrules.h"
#include "core/domain/paymentrules.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const QTime GuardStart(23, 59, 0);
const QTime GuardEnd(0, 1, 30);

bool isHeldOrTaken(const QString &status)
{
    return status == "AUTH"_L1 || status == "SALES"_L1 || status == "CAPTURE"_L1;
}

std::optional<QDate> dayOfGatewayText(const QString &text)
{
    const std::optional<QDateTime> instant = japantime::fromGatewayText(text);
    if (!instant) {
        return std::nullopt;
    }
    return japantime::dayOf(*instant);
}

std::optional<QDate> dayOfInstant(const std::optional<QDateTime> &instant)
{
    if (!instant) {
        return std::nullopt;
    }
    return japantime::dayOf(*instant);
}

std::optional<QDate> firstOf(const std::optional<QDate> &one, const std::optional<QDate> &other)
{
    return one ? one : other;
}

/// Where A is not known what was done last stands for it, and a sale that is not known is one with A.
TermStarts startsOf(const Payment &payment)
{
    const auto processed = japantime::fromGatewayText(payment.known->processDate);
    TermStarts starts;
    starts.processedAt = processed;
    starts.authorizedAt = payment.authorizedAt ? payment.authorizedAt : processed;
    const bool sold = payment.known->status != "AUTH"_L1;
    if (sold) {
        starts.soldAt = payment.soldAt ? payment.soldAt : processed;
        starts.completedOn = firstOf(payment.facts.completedOn, dayOfInstant(starts.soldAt));
    }
    starts.orderedAt = payment.facts.orderedAt ? payment.facts.orderedAt : starts.authorizedAt;
    return starts;
}

} // namespace

const std::optional<Deadline> &Deadlines::of(OperationKind kind) const
{
    switch (kind) {
    case OperationKind::Capture:
        return captureBy;
    case OperationKind::Cancel:
        return cancelBy;
    case OperationKind::Change:
        return changeBy;
    case OperationKind::Reauthorize:
        break;
    }
    return reauthorizeBy;
}

Deadlines deadlinesOf(const Payment &payment, const PaymentRules &rules)
{
    Deadlines deadlines;
    if (!payment.known) {
        return deadlines;
    }
    const TermStarts starts = startsOf(payment);
    const auto end = [&](OperationKind kind) -> std::optional<Deadline> {
        const MethodRule *const rule = ruleOnSomeDay(payment.method, kind, payment.known->status);
        return rule ? endOf(rule->term, starts, rules) : std::nullopt;
    };
    deadlines.captureBy = end(OperationKind::Capture);
    deadlines.cancelBy = end(OperationKind::Cancel);
    deadlines.changeBy = end(OperationKind::Change);
    deadlines.reauthorizeBy = end(OperationKind::Reauthorize);
    if (payment.known->status == "REQSUCCESS"_L1 && payment.facts.payBy) {
        const QDateTime local = japantime::fromInstant(*payment.facts.payBy);
        deadlines.payBy = Deadline{local.date(), local.time()};
    }
    return deadlines;
}

AuthorizationTimes learnTimes(const AuthorizationTimes &before, const QString &status, const QString &tranId,
                              const QString &processDate)
{
    const std::optional<QDateTime> processed = japantime::fromGatewayText(processDate);
    if (!processed || !isHeldOrTaken(status)) {
        return before;
    }
    const bool sold = status != "AUTH"_L1;
    // Wallets have no TranID: there the first sight counts.
    if (tranId != before.authorizedTranId || !before.authorizedAt) {
        return {processed, tranId, sold ? processed : std::nullopt};
    }
    AuthorizationTimes after = before;
    if (sold && !after.soldAt) {
        // A CAPTURE is sold when it is authorised; a SALES keeps the TranID of its authorisation.
        after.soldAt = status == "CAPTURE"_L1 ? before.authorizedAt : processed;
    }
    return after;
}

std::optional<QString> cancelWord(const Snapshot &pre, const AuthorizationTimes &times, const QDate &today)
{
    const std::optional<QDate> sold = firstOf(dayOfInstant(times.soldAt), dayOfGatewayText(pre.processDate));
    const std::optional<QDate> authorized = firstOf(dayOfInstant(times.authorizedAt), sold);
    const MethodRule *const rule =
        ruleFor(PaymentMethod::Card, OperationKind::Cancel, pre.status, {authorized, sold, today});
    if (!rule || !authorized || !sold) {
        return std::nullopt;
    }
    return QString(rule->word);
}

std::optional<QString> neighbouringCancelWord(const QString &status, const QString &refusedWord)
{
    if (!isHeldOrTaken(status)) {
        return std::nullopt;
    }
    if (refusedWord == "VOID"_L1 || refusedWord == "RETURNX"_L1) {
        return u"RETURN"_s;
    }
    if (refusedWord != "RETURN"_L1) {
        return std::nullopt;
    }
    // The gateway takes RETURN on the day itself too, so a refused RETURN of a sale points to a later month.
    return status == "AUTH"_L1 ? u"VOID"_s : u"RETURNX"_s;
}

bool isMidnightGuard(const QDateTime &instant)
{
    const QTime time = japantime::fromInstant(instant).time();
    return time >= GuardStart || time < GuardEnd;
}

QDateTime endOfMidnightGuard(const QDateTime &instant)
{
    const QDateTime local = japantime::fromInstant(instant);
    const QDate day = local.time() >= GuardStart ? local.date().addDays(1) : local.date();
    return japantime::instantOf(day, GuardEnd);
}

} // namespace kessai
