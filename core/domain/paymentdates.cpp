#include "core/base/japantime.h"
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

std::optional<QDate> daysAfter(const std::optional<QDate> &day, int count)
{
    if (!day) {
        return std::nullopt;
    }
    return day->addDays(count);
}

int monthNumber(const QDate &day)
{
    return day.year() * 12 + day.month();
}

} // namespace

Deadlines deadlinesOf(const Payment &payment, const PaymentRules &rules)
{
    Deadlines deadlines;
    if (!payment.known || payment.method != PaymentMethod::Card) {
        return deadlines;
    }
    const QString &status = payment.known->status;
    const std::optional<QDate> lastProcessed = dayOfGatewayText(payment.known->processDate);
    const std::optional<QDate> changeable = daysAfter(lastProcessed, rules.changeDays);
    if (status == "AUTH"_L1) {
        deadlines.captureBy =
            daysAfter(firstOf(dayOfInstant(payment.authorizedAt), lastProcessed), rules.captureDays);
    }
    if (isHeldOrTaken(status)) {
        deadlines.cancelBy = changeable;
        deadlines.changeBy = changeable;
    }
    if (isCancelledWord(status)) {
        deadlines.reauthorizeBy = changeable;
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
    if (!isHeldOrTaken(pre.status)) {
        return std::nullopt;
    }
    const std::optional<QDate> sold = firstOf(dayOfInstant(times.soldAt), dayOfGatewayText(pre.processDate));
    const std::optional<QDate> authorized = firstOf(dayOfInstant(times.authorizedAt), sold);
    const std::optional<QDate> dayOfVoid = pre.status == "CAPTURE"_L1 ? sold : authorized;
    if (!dayOfVoid || !sold) {
        return std::nullopt;
    }
    if (today == *dayOfVoid) {
        return u"VOID"_s;
    }
    const bool laterMonth = monthNumber(today) > monthNumber(*sold);
    return pre.status != "AUTH"_L1 && laterMonth ? u"RETURNX"_s : u"RETURN"_s;
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
