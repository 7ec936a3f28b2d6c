#include "core/simulator/carrierrules.h"

#include "core/simulator/carrierlimits.h"
#include "core/simulator/japandates.h"

namespace kessai::simulator::carrierrules {

using namespace Qt::StringLiterals;

namespace {

const QString WrongState = u"M01054004"_s;
const QString WindowIsOver = u"M01057010"_s;
const QString TooSoon = u"M01058011"_s;
const QString AuthorisationExpired = u"M01060010"_s;
const QString TotalDiffers = u"M01055010"_s;
const QString TotalTooLarge = u"M01055011"_s;
const QString CancelDiffers = u"M01085010"_s;
const QString CancelTooLarge = u"M01085011"_s;
const QString CancelTaxDiffers = u"M01086010"_s;
const QString IncreaseFailed = u"DC1000011"_s;

/// What was paid by WebMoney cannot be given back (protocol.md §2); the modules refuse it themselves, so the
/// server's code is inferred.
bool isWebMoney(const MultiTransaction &transaction)
{
    return transaction.details.value(u"AuPayMethod"_s) == "03"_L1;
}

QString refusalByStateAndTime(const MultiTransaction &transaction, const QDateTime &now,
                              const MultiRules &rules)
{
    const bool isOpen = transaction.status == MultiStatus::Auth || transaction.isSold();
    if (!isOpen || isWebMoney(transaction)) {
        return WrongState;
    }
    const bool waits = transaction.payType == PayType::Docomo && rules.docomoFromNoon;
    if (waits && now < carrierlimits::firstCancel(transaction)) {
        return TooSoon;
    }
    return hasPassed(carrierlimits::lastCancel(transaction), now) ? WindowIsOver : QString();
}

QString refusalByAmount(const MultiTransaction &transaction, Yen amount, Yen tax)
{
    const Yen total = amount + tax;
    if (transaction.status == MultiStatus::Auth) {
        return total == transaction.total() ? QString() : CancelDiffers;
    }
    if (transaction.total() < total) {
        return CancelTooLarge;
    }
    if (total.value == 0) {
        return CancelDiffers;
    }
    const bool isWhole = total == transaction.total();
    return !isWhole && (transaction.amount < amount || transaction.tax < tax) ? CancelTaxDiffers : QString();
}

/// au says RETURN in a later month than that of the sale (the words are inferred).
MultiStatus cancelWord(const MultiTransaction &transaction, const QDateTime &now)
{
    const bool isLater = transaction.isSold() && !inSameMonth(transaction.soldAt, now);
    return transaction.payType == PayType::Au && isLater ? MultiStatus::Return : MultiStatus::Cancel;
}

} // namespace

QString sell(MultiTransaction &transaction, Yen total, const QDateTime &now)
{
    if (transaction.status != MultiStatus::Auth) {
        return WrongState;
    }
    if (total != transaction.total()) {
        return transaction.total() < total ? TotalTooLarge : TotalDiffers;
    }
    if (hasPassed(carrierlimits::lastSale(transaction), now)) {
        return AuthorisationExpired;
    }
    transaction.status = MultiStatus::Sales;
    transaction.lastJob = MultiStatus::Sales;
    transaction.processedAt = now;
    transaction.soldAt = now;
    ++transaction.counts.sales;
    return {};
}

QString cancel(MultiTransaction &transaction, Yen amount, Yen tax, const QDateTime &now,
               const MultiRules &rules)
{
    QString refusal = refusalByStateAndTime(transaction, now, rules);
    if (refusal.isEmpty()) {
        refusal = refusalByAmount(transaction, amount, tax);
    }
    if (!refusal.isEmpty()) {
        return refusal;
    }
    const bool isWhole = amount + tax == transaction.total();
    const Yen cancelledAmount = isWhole ? transaction.amount : amount;
    const Yen cancelledTax = isWhole ? transaction.tax : tax;
    transaction.amount = transaction.amount - cancelledAmount;
    transaction.tax = transaction.tax - cancelledTax;
    transaction.cancelledAmount += cancelledAmount;
    transaction.cancelledTax += cancelledTax;
    transaction.status = isWhole ? cancelWord(transaction, now) : transaction.status;
    transaction.processedAt = now;
    ++transaction.counts.cancels;
    return {};
}

QString increase(MultiTransaction &transaction, Yen amount, Yen tax, const QDateTime &now,
                 const MultiRules &rules)
{
    QString refusal = refusalByStateAndTime(transaction, now, rules);
    if (!refusal.isEmpty()) {
        return refusal;
    }
    const Yen more = amount + tax;
    if (more.value == 0 || limitsOf(transaction.payType).largest < transaction.total() + more) {
        return IncreaseFailed;
    }
    transaction.amount += amount;
    transaction.tax += tax;
    transaction.increasedAmount += amount;
    transaction.increasedTax += tax;
    transaction.processedAt = now;
    ++transaction.counts.changes;
    return {};
}

} // namespace kessai::simulator::carrierrules
