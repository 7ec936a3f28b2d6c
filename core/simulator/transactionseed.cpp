#include "core/simulator/transactionseed.h"

#include "core/base/japantime.h"
#include "core/simulator/cardcalls.h"
#include "core/simulator/simulatorclock.h"

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

/// A number or a text of digits, not negative.
std::optional<qint64> yenFrom(const QJsonValue &value)
{
    if (value.isString()) {
        const auto yen = yenFromDigits(value.toString());
        return yen ? std::optional(yen->value) : std::nullopt;
    }
    const qint64 amount = value.toInteger(-1);
    return amount < 0 ? std::nullopt : std::optional(amount);
}

QString textFrom(const QJsonValue &value, const QString &otherwise)
{
    if (value.isDouble()) {
        return QString::number(value.toInteger());
    }
    return value.isString() ? value.toString() : otherwise;
}

/// An absent time is an invalid instant; nothing when the text is not a time.
std::optional<QDateTime> timeFrom(const QJsonValue &value)
{
    if (!value.isString() || value.toString().isEmpty()) {
        return QDateTime();
    }
    const QDateTime instant = fromClockText(value.toString());
    return instant.isValid() ? std::optional(instant) : std::nullopt;
}

} // namespace

Result<TransactionSeed, QString> seedFromJson(const QJsonObject &json)
{
    TransactionSeed seed;
    seed.orderId = textFrom(json.value(u"orderId"_s), {});
    if (seed.orderId.isEmpty() || seed.orderId.size() > 27) {
        return failure(u"orderId has 1 to 27 characters."_s);
    }
    const QString payType = textFrom(json.value(u"payType"_s), u"0"_s);
    if (payType != "0"_L1) {
        return failure(
            u"%1: payType %2 is not simulated; card payments have 0."_s.arg(seed.orderId, payType));
    }
    const auto status = cardStatusFromWord(textFrom(json.value(u"status"_s), u"AUTH"_s));
    const auto amount = yenFrom(json.value(u"amount"_s));
    const auto tax = json.contains(u"tax"_s) ? yenFrom(json.value(u"tax"_s)) : std::optional<qint64>(0);
    const auto authorizedAt = timeFrom(json.value(u"authorizedAt"_s));
    const auto soldAt = timeFrom(json.value(u"soldAt"_s));
    if (!status) {
        return failure(u"%1: status is not a card status."_s.arg(seed.orderId));
    }
    if (!amount || !tax) {
        return failure(u"%1: amount and tax are whole yen."_s.arg(seed.orderId));
    }
    if (!authorizedAt || !soldAt) {
        return failure(u"%1: times are written yyyy-MM-dd HH:mm:ss."_s.arg(seed.orderId));
    }
    seed.status = *status;
    seed.amount = {*amount};
    seed.tax = {*tax};
    seed.authorizedAt = *authorizedAt;
    seed.soldAt = *soldAt;
    seed.method = textFrom(json.value(u"method"_s), seed.method);
    seed.payTimes = textFrom(json.value(u"payTimes"_s), {});
    return seed;
}

CardTransaction transactionFrom(const TransactionSeed &seed, const QDateTime &now)
{
    CardTransaction transaction;
    transaction.orderId = seed.orderId;
    transaction.status = seed.status;
    transaction.amount = seed.amount;
    transaction.tax = seed.tax;
    const QDateTime authorizedAt = seed.authorizedAt.isValid() ? seed.authorizedAt : now;
    if (seed.status == CardStatus::Unprocessed || seed.status == CardStatus::Authenticated) {
        transaction.processedAt = authorizedAt;
        return transaction;
    }
    transaction.entryJob = seed.status == CardStatus::Capture || seed.status == CardStatus::Check ||
                                   seed.status == CardStatus::Sauth
                               ? seed.status
                               : CardStatus::Auth;
    transaction.lastJob = seed.status;
    transaction.forward = u"2a99662"_s;
    transaction.maskedCardNumber = u"************1111"_s;
    transaction.expire = u"3012"_s;
    transaction.method = seed.method;
    transaction.payTimes = cardcalls::keptPayTimes(seed.method, seed.payTimes);
    transaction.authorizedAt = authorizedAt;
    if (seed.status != CardStatus::Auth && seed.status != CardStatus::Sauth &&
        seed.status != CardStatus::Check) {
        transaction.soldAt = seed.soldAt.isValid() ? seed.soldAt : authorizedAt;
    }
    transaction.processedAt = transaction.soldAt.isValid() ? transaction.soldAt : authorizedAt;
    return transaction;
}

QJsonObject toControlJson(const CardTransaction &transaction, const QString &accessPass)
{
    return {
        {u"orderId"_s, transaction.orderId},
        {u"payType"_s, u"0"_s},
        {u"accessId"_s, transaction.accessId},
        {u"accessPass"_s, accessPass},
        {u"status"_s, cardWord(transaction.status)},
        {u"jobCd"_s, cardWord(transaction.lastJob)},
        {u"amount"_s, transaction.amount.value},
        {u"tax"_s, transaction.tax.value},
        {u"method"_s, transaction.method},
        {u"payTimes"_s, transaction.payTimes},
        {u"forward"_s, transaction.forward},
        {u"tranId"_s, transaction.tranId},
        {u"approve"_s, transaction.approve},
        {u"processDate"_s, toClockText(transaction.processedAt)},
        {u"authorizedAt"_s, toClockText(transaction.authorizedAt)},
        {u"soldAt"_s, toClockText(transaction.soldAt)},
    };
}

} // namespace kessai::simulator
