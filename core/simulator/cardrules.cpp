#include "core/simulator/cardrules.h"

#include "core/base/japantime.h"

namespace kessai::simulator::cardrules {

using namespace Qt::StringLiterals;

namespace {

const QString AlreadySettled = u"E11010001"_s;
const QString NotSettled = u"E11010002"_s;
const QString JobNotAllowed = u"E11010003"_s;
const QString TooOldToChange = u"E11010010"_s;
const QString AuthorisationExpired = u"E01420010"_s;
const QString AmountDiffers = u"E01060010"_s;

bool isUnsettled(CardStatus status)
{
    return status == CardStatus::Unprocessed || status == CardStatus::Authenticated;
}

bool isSold(CardStatus status)
{
    return status == CardStatus::Capture || status == CardStatus::Sales;
}

bool isCancelled(CardStatus status)
{
    return status == CardStatus::Void || status == CardStatus::Return || status == CardStatus::Returnx;
}

QDate day(const QDateTime &instant)
{
    return japantime::dayOf(instant);
}

bool sameMonth(const QDate &one, const QDate &other)
{
    return one.year() == other.year() && one.month() == other.month();
}

QString refusalBeforeAnyRule(const CardTransaction &transaction, const QDateTime &now, const CardRules &rules)
{
    if (isUnsettled(transaction.status)) {
        return NotSettled;
    }
    return day(now) > day(transaction.processedAt).addDays(rules.changeDays) ? TooOldToChange : QString();
}

QString refusalOfSales(const CardTransaction &transaction, const CardJob &job, const QDateTime &now,
                       const CardRules &rules)
{
    if (transaction.status != CardStatus::Auth) {
        return JobNotAllowed;
    }
    if (job.amount + job.tax != transaction.total()) {
        return AmountDiffers;
    }
    return day(now) > day(transaction.authorizedAt).addDays(rules.captureDays) ? AuthorisationExpired
                                                                               : QString();
}

bool mayVoid(const CardTransaction &transaction, const QDate &today)
{
    switch (transaction.status) {
    case CardStatus::Auth:
    case CardStatus::Sauth:
    case CardStatus::Sales:
        return day(transaction.authorizedAt) == today;
    case CardStatus::Capture:
        return day(transaction.soldAt) == today;
    case CardStatus::Unprocessed:
    case CardStatus::Authenticated:
    case CardStatus::Check:
    case CardStatus::Void:
    case CardStatus::Return:
    case CardStatus::Returnx:
        return false;
    }
    return false;
}

/// RETURN is accepted on the day itself, as recorded for AUTH.
bool mayReturn(const CardTransaction &transaction, const QDate &today)
{
    return transaction.status == CardStatus::Auth ||
           (isSold(transaction.status) && sameMonth(day(transaction.soldAt), today));
}

bool mayReturnLater(const CardTransaction &transaction, const QDate &today)
{
    const QDate sold = day(transaction.soldAt);
    return isSold(transaction.status) && !sameMonth(sold, today) && today > sold;
}

bool mayAuthoriseAgain(const CardTransaction &transaction)
{
    return isCancelled(transaction.status) || transaction.status == CardStatus::Check;
}

QString refusalOfAlter(const CardTransaction &transaction, const CardJob &job, const QDateTime &now,
                       const CardRules &rules)
{
    const QDate today = day(now);
    const auto unless = [](bool allowed) { return allowed ? QString() : JobNotAllowed; };
    switch (job.job) {
    case CardStatus::Sales:
        return refusalOfSales(transaction, job, now, rules);
    case CardStatus::Void:
        return unless(mayVoid(transaction, today));
    case CardStatus::Return:
        return unless(mayReturn(transaction, today));
    case CardStatus::Returnx:
        return unless(mayReturnLater(transaction, today));
    case CardStatus::Auth:
    case CardStatus::Capture:
        return unless(mayAuthoriseAgain(transaction));
    case CardStatus::Unprocessed:
    case CardStatus::Authenticated:
    case CardStatus::Check:
    case CardStatus::Sauth:
        return JobNotAllowed;
    }
    return JobNotAllowed;
}

void process(CardTransaction &transaction, CardStatus job, const QDateTime &now)
{
    transaction.status = job;
    transaction.lastJob = job;
    transaction.processedAt = now;
}

void takeNumber(CardTransaction &transaction, int count, const QDateTime &now, TransactionNumbers &numbers)
{
    numbers.step(count);
    transaction.tranId = numbers.tranId(now);
    transaction.approve = numbers.approve();
}

/// A becomes now; S too when the job sells at once, else it is forgotten with the old authorisation.
void authorise(CardTransaction &transaction, CardStatus job, const QDateTime &now)
{
    process(transaction, job, now);
    transaction.authorizedAt = now;
    transaction.soldAt = job == CardStatus::Capture ? now : QDateTime();
}

} // namespace

QString execute(CardTransaction &transaction, const QDateTime &now, TransactionNumbers &numbers)
{
    if (!isUnsettled(transaction.status)) {
        return AlreadySettled;
    }
    transaction.forward = u"2a99662"_s;
    authorise(transaction, transaction.entryJob, now);
    takeNumber(transaction, 1, now, numbers);
    return {};
}

QString alter(CardTransaction &transaction, const CardJob &job, const QDateTime &now, const CardRules &rules,
              TransactionNumbers &numbers)
{
    QString refusal = refusalBeforeAnyRule(transaction, now, rules);
    if (refusal.isEmpty()) {
        refusal = refusalOfAlter(transaction, job, now, rules);
    }
    if (!refusal.isEmpty()) {
        return refusal;
    }
    if (job.job == CardStatus::Auth || job.job == CardStatus::Capture) {
        authorise(transaction, job.job, now);
        transaction.amount = job.amount;
        transaction.tax = job.tax;
        transaction.method = job.method;
        transaction.payTimes = job.payTimes;
        takeNumber(transaction, 1, now, numbers);
        return {};
    }
    process(transaction, job.job, now);
    if (job.job == CardStatus::Sales) {
        transaction.soldAt = now;
    } else {
        takeNumber(transaction, 1, now, numbers);
    }
    return {};
}

QString change(CardTransaction &transaction, const CardJob &job, const QDateTime &now, const CardRules &rules,
               TransactionNumbers &numbers)
{
    const QString refusal = refusalBeforeAnyRule(transaction, now, rules);
    if (!refusal.isEmpty()) {
        return refusal;
    }
    const bool open = transaction.status == CardStatus::Auth || transaction.status == CardStatus::Sauth ||
                      isSold(transaction.status);
    if (!open) {
        return JobNotAllowed;
    }
    authorise(transaction, job.job, now);
    transaction.amount = job.amount;
    transaction.tax = job.tax;
    takeNumber(transaction, 2, now, numbers);
    return {};
}

} // namespace kessai::simulator::cardrules
