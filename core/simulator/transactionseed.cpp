#include "core/simulator/transactionseed.h"

#include "core/simulator/cardcalls.h"
#include "core/simulator/seedjson.h"
#include "core/simulator/simulatorclock.h"

namespace kessai::simulator {

using namespace Qt::StringLiterals;

Result<TransactionSeed, QString> seedFromJson(const QJsonObject &json)
{
    SeedReader reader(json);
    TransactionSeed seed;
    seed.orderId = reader.orderId();
    const auto status = cardStatusFromWord(reader.text(u"status"_s, u"AUTH"_s));
    if (!status) {
        reader.refuse(u"status is not a card status."_s);
    }
    seed.status = status.value_or(CardStatus::Auth);
    seed.amount = reader.yen(u"amount"_s);
    seed.tax = reader.yen(u"tax"_s, Yen{});
    seed.authorizedAt = reader.time(u"authorizedAt"_s);
    seed.soldAt = reader.time(u"soldAt"_s);
    seed.method = reader.text(u"method"_s, seed.method);
    seed.payTimes = reader.text(u"payTimes"_s, {});
    if (!reader.wrong().isEmpty()) {
        return failure(reader.wrong());
    }
    return seed;
}

Result<Transaction, QString> draftFromJson(const QJsonObject &json, const QDateTime &now)
{
    SeedReader reader(json);
    reader.orderId();
    const PayType payType = reader.payType();
    if (!reader.wrong().isEmpty()) {
        return failure(reader.wrong());
    }
    if (payType == PayType::Card) {
        const auto seed = seedFromJson(json);
        return seed ? Result<Transaction, QString>(transactionFrom(*seed, now)) : failure(seed.error());
    }
    const auto seed = multiSeedFromJson(json);
    return seed ? Result<Transaction, QString>(transactionFrom(*seed, now)) : failure(seed.error());
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
