#include "core/simulator/cashrules.h"

#include "core/base/japantime.h"
#include "core/simulator/japandates.h"

namespace kessai::simulator::cashrules {

using namespace Qt::StringLiterals;

namespace {

const QString WrongState = u"M01054004"_s;
const QString AlreadyRequested = u"M01004014"_s;
const QString TermIsOver = u"M01052011"_s;
constexpr int LongestDays = 180;

/// Only Lawson's code is known to mean the terminal; the other chains' codes say that their centre did not
/// take the cancel, and those without a code say nothing but "wrong state" (inferred, protocol.md §4.5).
QString refusalAtTerminal(const MultiTransaction &transaction)
{
    const QString chain = transaction.details.value(u"CvsCode"_s);
    if (chain == "00001"_L1 || chain == "10001"_L1 || chain == "00005"_L1 || chain == "10005"_L1) {
        return u"LW1310004"_s;
    }
    if (chain == "00002"_L1 || chain == "10002"_L1) {
        return u"FM1999002"_s;
    }
    return chain == "00007"_L1 ? u"SE1990002"_s : WrongState;
}

void process(MultiTransaction &transaction, MultiStatus status, const QDateTime &now)
{
    transaction.status = status;
    transaction.processedAt = now;
    transaction.dueAt = {};
    transaction.atTerminal = false;
}

} // namespace

QString request(MultiTransaction &transaction, const QDateTime &now, int termDays)
{
    if (transaction.status != MultiStatus::Unprocessed) {
        return AlreadyRequested;
    }
    process(transaction, MultiStatus::ReqSuccess, now);
    transaction.dueAt = endOfDayAfter(now, termDays);
    transaction.details.insert(u"PaymentTerm"_s, japantime::toGatewayText(transaction.dueAt));
    return {};
}

QString cancel(MultiTransaction &transaction, const QDateTime &now)
{
    if (hasPassed(endOfDayAfter(transaction.processedAt, LongestDays), now)) {
        return transaction.payType == PayType::PayEasy ? u"E11010014"_s : u"E11010011"_s;
    }
    if (transaction.status != MultiStatus::ReqSuccess) {
        return WrongState;
    }
    if (transaction.atTerminal) {
        return refusalAtTerminal(transaction);
    }
    process(transaction, MultiStatus::Cancel, now);
    ++transaction.counts.cancels;
    return {};
}

QString useTerminal(MultiTransaction &transaction, bool uses)
{
    if (transaction.status != MultiStatus::ReqSuccess) {
        return WrongState;
    }
    transaction.atTerminal = uses;
    return {};
}

QString pay(MultiTransaction &transaction, const QDateTime &now)
{
    if (transaction.status != MultiStatus::ReqSuccess) {
        return transaction.status == MultiStatus::Expired ? TermIsOver : WrongState;
    }
    process(transaction, MultiStatus::PaySuccess, now);
    transaction.soldAt = now;
    ++transaction.counts.sales;
    transaction.details.insert(u"FinishDate"_s, japantime::toGatewayText(now));
    transaction.details.insert(u"ReceiptDate"_s, japantime::toGatewayText(now));
    return {};
}

QString refuse(MultiTransaction &transaction, const QDateTime &now)
{
    if (transaction.status != MultiStatus::ReqSuccess) {
        return WrongState;
    }
    process(transaction, MultiStatus::PayFail, now);
    return {};
}

QString expire(MultiTransaction &transaction, const QDateTime &now)
{
    if (transaction.status != MultiStatus::ReqSuccess) {
        return WrongState;
    }
    process(transaction, MultiStatus::Expired, now);
    return {};
}

} // namespace kessai::simulator::cashrules
