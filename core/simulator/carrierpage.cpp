#include "core/simulator/carrierpage.h"

#include "core/simulator/multicalls.h"

namespace kessai::simulator::carrierpage {

using namespace Qt::StringLiterals;

namespace {

const QString WrongState = u"M01054004"_s;
const QString AlreadyRequested = u"M01004014"_s;
const QString StartUrlExpired = u"M01074091"_s;

/// Rakuten ID has no REQSUCCESS: it stays UNPROCESSED until the shopper comes.
bool isRequested(const MultiTransaction &transaction)
{
    return transaction.status == MultiStatus::ReqSuccess ||
           (transaction.status == MultiStatus::Unprocessed && transaction.dueAt.isValid());
}

bool isBegun(const MultiTransaction &transaction)
{
    return transaction.status == MultiStatus::AuthProcess || transaction.status == MultiStatus::PayStart;
}

QString refusalOf(const MultiTransaction &transaction)
{
    if (isRequested(transaction) || isBegun(transaction)) {
        return {};
    }
    return transaction.status == MultiStatus::Expired ? StartUrlExpired : WrongState;
}

void process(MultiTransaction &transaction, MultiStatus status, const QDateTime &now)
{
    transaction.status = status;
    transaction.processedAt = now;
    transaction.dueAt = {};
}

/// GMO's list has no code for every carrier; then none is told.
struct FailureCodes
{
    QString gaveUp;
    QString refused;
};

FailureCodes failureCodes(PayType payType)
{
    static const QHash<PayType, FailureCodes> codes{{PayType::Au, {u"AU1000005"_s, {}}},
                                                    {PayType::Docomo, {u"DC1000003"_s, u"DC1000004"_s}},
                                                    {PayType::SoftBank, {u"SB1000003"_s, u"SB1000004"_s}}};
    return codes.value(payType);
}

QString fail(MultiTransaction &transaction, const QDateTime &now, const QString &errorInfo)
{
    QString refusal = refusalOf(transaction);
    if (refusal.isEmpty()) {
        process(transaction, MultiStatus::PayFail, now);
        transaction.details.insert(u"ErrInfo"_s, errorInfo);
    }
    return refusal;
}

/// The one number by which the carrier knows the payment (protocol.md §5.4; lengths §9).
void takeCarriersNumber(MultiTransaction &transaction, const QString &payMethod)
{
    if (transaction.payType == PayType::Au) {
        transaction.details.insert(u"AuPayInfoNo"_s, multicalls::digitsOf(transaction, "PayInfoNo", 16));
        transaction.details.insert(u"AuPayMethod"_s, payMethod.isEmpty() ? u"01"_s : payMethod);
    } else if (transaction.payType == PayType::Docomo) {
        transaction.details.insert(u"DocomoSettlementCode"_s,
                                   multicalls::digitsOf(transaction, "SettlementCode", 12));
    } else if (transaction.payType == PayType::SoftBank) {
        transaction.details.insert(u"SbTrackingId"_s, multicalls::digitsOf(transaction, "TrackingId", 14));
    }
}

} // namespace

QString request(MultiTransaction &transaction, const QDateTime &now, int startSeconds)
{
    if (transaction.status != MultiStatus::Unprocessed || transaction.dueAt.isValid()) {
        return AlreadyRequested;
    }
    const bool isWallet = transaction.payType == PayType::RakutenId;
    process(transaction, isWallet ? MultiStatus::Unprocessed : MultiStatus::ReqSuccess, now);
    transaction.dueAt = now.addSecs(startSeconds);
    return {};
}

QString begin(MultiTransaction &transaction, const QDateTime &now)
{
    if (!isRequested(transaction)) {
        return transaction.status == MultiStatus::Expired ? StartUrlExpired : WrongState;
    }
    const bool isWallet = transaction.payType == PayType::RakutenId;
    process(transaction, isWallet ? MultiStatus::PayStart : MultiStatus::AuthProcess, now);
    return {};
}

QString pay(MultiTransaction &transaction, const QDateTime &now, const QString &payMethod)
{
    QString refusal = refusalOf(transaction);
    if (!refusal.isEmpty()) {
        return refusal;
    }
    process(transaction, transaction.entryJob, now);
    transaction.authorizedAt = now;
    if (transaction.isSold()) {
        transaction.soldAt = now;
        ++transaction.counts.sales;
    }
    takeCarriersNumber(transaction, payMethod);
    return {};
}

QString giveUp(MultiTransaction &transaction, const QDateTime &now)
{
    return fail(transaction, now, failureCodes(transaction.payType).gaveUp);
}

QString refuse(MultiTransaction &transaction, const QDateTime &now)
{
    return fail(transaction, now, failureCodes(transaction.payType).refused);
}

QString expire(MultiTransaction &transaction, const QDateTime &now)
{
    QString refusal = refusalOf(transaction);
    if (refusal.isEmpty()) {
        process(transaction, transaction.payType == PayType::Au ? MultiStatus::PayFail : MultiStatus::Expired,
                now);
    }
    return refusal;
}

} // namespace kessai::simulator::carrierpage
