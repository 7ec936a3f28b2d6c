#include "core/simulator/rakutenidrules.h"

#include "core/base/japantime.h"
#include "core/simulator/japandates.h"

namespace kessai::simulator::rakutenidrules {

using namespace Qt::StringLiterals;

namespace {

const QString WrongState = u"M01054004"_s;
const QString InWork = u"RI1000001"_s; // or RI1000008, protocol.md §6.6 leaves it open
const QString AlreadySold = u"RI1000003"_s;
const QString OrderTooOld = u"M01126011"_s;
const QString SaleTooOld = u"M01127011"_s;

/// An order until the end of the fifth month after it, a sale until the end of the month after it.
QString refusalByTime(const MultiTransaction &transaction, const QDateTime &now)
{
    if (transaction.isSold()) {
        const QDateTime last = japantime::lastSecondOf(lastDayOfMonthAfter(transaction.soldAt, 1));
        return hasPassed(last, now) ? SaleTooOld : QString();
    }
    const QDateTime last = japantime::lastSecondOf(lastDayOfMonthAfter(transaction.authorizedAt, 5));
    return hasPassed(last, now) ? OrderTooOld : QString();
}

QString refusalOfTakingBack(const MultiTransaction &transaction, const QDateTime &now)
{
    if (isInWork(transaction)) {
        return InWork;
    }
    if (transaction.status != MultiStatus::Auth && !transaction.isSold()) {
        return WrongState;
    }
    return refusalByTime(transaction, now);
}

void accept(MultiTransaction &transaction, MultiStatus request, const QDateTime &now, const MultiRules &rules)
{
    transaction.statusBefore = transaction.status;
    transaction.status = request;
    transaction.processedAt = now;
    transaction.dueAt = rules.walletSeconds ? now.addSecs(*rules.walletSeconds) : QDateTime();
}

void answer(MultiTransaction &transaction, MultiStatus word, const QDateTime &now)
{
    transaction.status = word;
    transaction.processedAt = now;
    transaction.dueAt = {};
}

MultiStatus wordAskedFor(const MultiTransaction &transaction)
{
    if (transaction.status == MultiStatus::ReqSales) {
        return MultiStatus::Sales;
    }
    return transaction.status == MultiStatus::ReqCancel ? MultiStatus::Cancel : transaction.statusBefore;
}

bool meansSold(MultiStatus status)
{
    return status == MultiStatus::Sales || status == MultiStatus::Capture;
}

/// The money follows the word that was said, which need not be the one asked for.
void moveMoney(MultiTransaction &transaction, MultiStatus word, const QDateTime &now)
{
    if (word == MultiStatus::Cancel) {
        transaction.cancelledAmount += transaction.amount;
        transaction.cancelledTax += transaction.tax;
        transaction.amount = {};
        transaction.tax = {};
        ++transaction.counts.cancels;
    } else if (meansSold(word) && !meansSold(transaction.statusBefore)) {
        transaction.soldAt = now;
        transaction.lastJob = word;
        ++transaction.counts.sales;
    } else if (transaction.status == MultiStatus::ReqChange && word == transaction.statusBefore) {
        transaction.amount = transaction.wantedAmount;
        transaction.tax = transaction.wantedTax;
        ++transaction.counts.changes;
    }
}

} // namespace

bool isInWork(const MultiTransaction &transaction)
{
    return transaction.status == MultiStatus::ReqSales || transaction.status == MultiStatus::ReqCancel ||
           transaction.status == MultiStatus::ReqChange;
}

QString requestSale(MultiTransaction &transaction, const QDateTime &now, const MultiRules &rules)
{
    if (isInWork(transaction)) {
        return InWork;
    }
    if (transaction.status != MultiStatus::Auth) {
        return transaction.isSold() ? AlreadySold : WrongState;
    }
    QString refusal = refusalByTime(transaction, now);
    if (refusal.isEmpty()) {
        accept(transaction, MultiStatus::ReqSales, now, rules);
    }
    return refusal;
}

QString requestCancel(MultiTransaction &transaction, const QDateTime &now, const MultiRules &rules)
{
    QString refusal = refusalOfTakingBack(transaction, now);
    if (refusal.isEmpty()) {
        accept(transaction, MultiStatus::ReqCancel, now, rules);
    }
    return refusal;
}

QString requestChange(MultiTransaction &transaction, Yen amount, Yen tax, const QDateTime &now,
                      const MultiRules &rules)
{
    QString refusal = refusalOfTakingBack(transaction, now);
    if (refusal.isEmpty()) {
        accept(transaction, MultiStatus::ReqChange, now, rules);
        transaction.wantedAmount = amount;
        transaction.wantedTax = tax;
    }
    return refusal;
}

QString finish(MultiTransaction &transaction, std::optional<MultiStatus> another, const QDateTime &now)
{
    if (!isInWork(transaction)) {
        return WrongState;
    }
    const MultiStatus word = another.value_or(wordAskedFor(transaction));
    moveMoney(transaction, word, now);
    answer(transaction, word, now);
    return {};
}

QString refuse(MultiTransaction &transaction, const QDateTime &now)
{
    if (!isInWork(transaction)) {
        return WrongState;
    }
    answer(transaction, transaction.statusBefore, now);
    return {};
}

} // namespace kessai::simulator::rakutenidrules
