#include "core/simulator/multiseed.h"

#include "core/base/japantime.h"
#include "core/simulator/carrierpage.h"
#include "core/simulator/cashrules.h"
#include "core/simulator/conveniencestorecalls.h"
#include "core/simulator/payeasycalls.h"
#include "core/simulator/seedjson.h"

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int TermDays = 10;
constexpr int StartSeconds = 120;

bool isCash(PayType payType)
{
    return payType == PayType::ConvenienceStore || payType == PayType::PayEasy;
}

/// protocol.md §3.2.
bool knows(PayType payType, MultiStatus status)
{
    switch (status) {
    case MultiStatus::Unprocessed:
    case MultiStatus::PayFail:
    case MultiStatus::Cancel:
        return true;
    case MultiStatus::ReqSuccess:
        return payType != PayType::RakutenId;
    case MultiStatus::PaySuccess:
        return isCash(payType);
    case MultiStatus::AuthProcess:
        return !isCash(payType) && payType != PayType::RakutenId;
    case MultiStatus::Auth:
    case MultiStatus::Capture:
    case MultiStatus::Sales:
        return !isCash(payType);
    case MultiStatus::Expired:
        return payType != PayType::Au;
    case MultiStatus::Return:
        return payType == PayType::Au;
    case MultiStatus::PayStart:
    case MultiStatus::ReqSales:
    case MultiStatus::ReqCancel:
    case MultiStatus::ReqChange:
        return payType == PayType::RakutenId;
    }
    return false;
}

void issueNumbers(MultiTransaction &transaction, const MultiSeed &seed)
{
    if (seed.payType == PayType::ConvenienceStore) {
        issueStoreNumbers(transaction, seed.convenience);
    } else {
        issuePayEasyNumbers(transaction, seed.netBank);
    }
    if (seed.paymentTerm.isValid()) {
        transaction.dueAt = seed.paymentTerm;
        transaction.details.insert(u"PaymentTerm"_s, japantime::toGatewayText(seed.paymentTerm));
    }
}

void liveInCash(MultiTransaction &transaction, const MultiSeed &seed, const QDateTime &requestedAt,
                const QDateTime &soldAt)
{
    cashrules::request(transaction, requestedAt, TermDays);
    issueNumbers(transaction, seed);
    if (seed.status == MultiStatus::PaySuccess) {
        cashrules::pay(transaction, soldAt);
    } else if (seed.status == MultiStatus::PayFail) {
        cashrules::refuse(transaction, soldAt);
    } else if (seed.status == MultiStatus::Expired) {
        cashrules::expire(transaction, transaction.dueAt.addSecs(1));
    } else if (seed.status == MultiStatus::Cancel) {
        cashrules::cancel(transaction, soldAt);
    }
}

void sellSeed(MultiTransaction &transaction, const QDateTime &soldAt)
{
    transaction.lastJob = MultiStatus::Sales;
    transaction.soldAt = soldAt;
    transaction.processedAt = soldAt;
    ++transaction.counts.sales;
}

void cancelSeed(MultiTransaction &transaction, Yen amount, Yen tax)
{
    transaction.cancelledAmount = amount;
    transaction.cancelledTax = tax;
    transaction.amount = transaction.amount - amount;
    transaction.tax = transaction.tax - tax;
    ++transaction.counts.cancels;
}

void livePaid(MultiTransaction &transaction, const MultiSeed &seed, const QDateTime &soldAt)
{
    const bool wasSold = seed.status == MultiStatus::Sales || seed.soldAt.isValid();
    if (wasSold && seed.status != MultiStatus::Capture) {
        sellSeed(transaction, soldAt);
    }
    if (seed.status == MultiStatus::Cancel || seed.status == MultiStatus::Return) {
        cancelSeed(transaction, seed.amount, seed.tax);
    } else if (seed.cancelledAmount + seed.cancelledTax > Yen{}) {
        cancelSeed(transaction, seed.cancelledAmount, seed.cancelledTax);
    }
    transaction.status = seed.status;
    transaction.statusBefore = wasSold ? MultiStatus::Sales : MultiStatus::Auth;
    transaction.wantedAmount = transaction.amount;
    transaction.wantedTax = transaction.tax;
}

void liveOnPage(MultiTransaction &transaction, const MultiSeed &seed, const QDateTime &requestedAt,
                const QDateTime &soldAt)
{
    carrierpage::request(transaction, requestedAt, StartSeconds);
    if (seed.status == MultiStatus::AuthProcess || seed.status == MultiStatus::PayStart) {
        carrierpage::begin(transaction, requestedAt);
    } else if (seed.status == MultiStatus::PayFail) {
        carrierpage::refuse(transaction, requestedAt);
    } else if (seed.status == MultiStatus::Expired) {
        carrierpage::expire(transaction, requestedAt);
    } else if (seed.status != MultiStatus::ReqSuccess) {
        carrierpage::pay(transaction, requestedAt, seed.payMethod);
        livePaid(transaction, seed, soldAt);
    }
}

QString wrongIn(const MultiSeed &seed)
{
    if (!knows(seed.payType, seed.status)) {
        return u"%1: status %2 is not one of pay type %3."_s.arg(seed.orderId, multiWord(seed.status),
                                                                 payTypeNumber(seed.payType));
    }
    if (seed.amount < seed.cancelledAmount || seed.tax < seed.cancelledTax) {
        return u"%1: more is cancelled than there is."_s.arg(seed.orderId);
    }
    const bool mayBePartly = seed.status == MultiStatus::Sales || seed.status == MultiStatus::Capture;
    if (!mayBePartly && seed.cancelledAmount + seed.cancelledTax > Yen{}) {
        return u"%1: only of what is sold a part can be cancelled."_s.arg(seed.orderId);
    }
    return {};
}

} // namespace

Result<MultiSeed, QString> multiSeedFromJson(const QJsonObject &json)
{
    SeedReader reader(json);
    MultiSeed seed;
    seed.orderId = reader.orderId();
    seed.payType = reader.payType();
    const QString word = isCash(seed.payType) ? u"REQSUCCESS"_s : u"AUTH"_s;
    const auto status = multiStatusFromWord(reader.text(u"status"_s, word));
    seed.amount = reader.yen(u"amount"_s);
    seed.tax = reader.yen(u"tax"_s, Yen{});
    seed.cancelledAmount = reader.yen(u"cancelledAmount"_s, Yen{});
    seed.cancelledTax = reader.yen(u"cancelledTax"_s, Yen{});
    seed.authorizedAt = reader.time(u"authorizedAt"_s);
    seed.soldAt = reader.time(u"soldAt"_s);
    seed.paymentTerm = reader.time(u"paymentTerm"_s);
    seed.convenience = reader.text(u"convenience"_s, seed.convenience);
    seed.payMethod = reader.text(u"payMethod"_s, seed.payMethod);
    seed.netBank = json.value(u"netBank"_s).toBool();
    if (!status) {
        reader.refuse(u"status is not a word of the gateway."_s);
    }
    seed.status = status.value_or(MultiStatus::Unprocessed);
    const QString wrong = reader.wrong().isEmpty() ? wrongIn(seed) : reader.wrong();
    if (!wrong.isEmpty()) {
        return failure(wrong);
    }
    return seed;
}

MultiTransaction transactionFrom(const MultiSeed &seed, const QDateTime &now)
{
    MultiTransaction transaction;
    transaction.orderId = seed.orderId;
    transaction.payType = seed.payType;
    transaction.amount = seed.amount;
    transaction.tax = seed.tax;
    const QDateTime requestedAt = seed.authorizedAt.isValid() ? seed.authorizedAt : now;
    const QDateTime soldAt = seed.soldAt.isValid() ? seed.soldAt : requestedAt;
    transaction.processedAt = requestedAt;
    if (!isCash(seed.payType)) {
        transaction.entryJob = seed.status == MultiStatus::Capture ? MultiStatus::Capture : MultiStatus::Auth;
        transaction.lastJob = transaction.entryJob;
    }
    if (seed.status != MultiStatus::Unprocessed) {
        const auto live = isCash(seed.payType) ? liveInCash : liveOnPage;
        live(transaction, seed, requestedAt, soldAt);
    }
    return transaction;
}

} // namespace kessai::simulator
