#include "core/simulator/shopper.h"

#include "core/simulator/cardrules.h"
#include "core/simulator/carrierpage.h"
#include "core/simulator/cashrules.h"
#include "core/simulator/rakutenidrules.h"

namespace kessai::simulator::shopper {

using namespace Qt::StringLiterals;

namespace {

const QString UnknownVerb = u"does is one of begin, pay, giveUp, expire, finish, refuse, useTerminal."_s;

Result<Transaction, QString> actWith(CardTransaction transaction, const ShopperAct &act, const QDateTime &now,
                                     TransactionNumbers &numbers)
{
    if (act.does == "pay"_L1 || act.does == "finish"_L1) {
        const QString refusal = cardrules::execute(transaction, now, numbers);
        if (!refusal.isEmpty()) {
            return failure(u"The card payment of %1 is finished already (%2)."_s.arg(act.orderId, refusal));
        }
    } else if (act.does == "giveUp"_L1 || act.does == "refuse"_L1) {
        if (transaction.status != CardStatus::Authenticated) {
            return failure(u"The shopper of %1 is not in 3-D Secure."_s.arg(act.orderId));
        }
        transaction.status = CardStatus::Unprocessed;
        transaction.processedAt = now;
    } else if (act.does == "expire"_L1) {
        return failure(u"A card payment does not expire by the shopper; set the clock instead."_s);
    } else {
        return failure(UnknownVerb);
    }
    return Transaction(transaction);
}

QString actInCash(MultiTransaction &transaction, const ShopperAct &act, const QDateTime &now)
{
    if (act.does == "useTerminal"_L1 && transaction.payType == PayType::ConvenienceStore) {
        return cashrules::useTerminal(transaction, true);
    }
    if (act.does == "giveUp"_L1) {
        return cashrules::useTerminal(transaction, false);
    }
    if (act.does == "pay"_L1) {
        return cashrules::pay(transaction, now);
    }
    if (act.does == "refuse"_L1) {
        return cashrules::refuse(transaction, now);
    }
    return act.does == "expire"_L1 ? cashrules::expire(transaction, now) : UnknownVerb;
}

QString answerRequest(MultiTransaction &transaction, const ShopperAct &act, const QDateTime &now)
{
    if (act.does == "refuse"_L1) {
        return rakutenidrules::refuse(transaction, now);
    }
    if (act.does != "finish"_L1) {
        return u"A request of the wallet is finished or refused."_s;
    }
    const auto word = multiStatusFromWord(act.status);
    if (!word && !act.status.isEmpty()) {
        return u"status is a word of the gateway."_s;
    }
    return rakutenidrules::finish(transaction, word, now);
}

QString actOnPage(MultiTransaction &transaction, const ShopperAct &act, const QDateTime &now)
{
    if (act.does == "begin"_L1) {
        return carrierpage::begin(transaction, now);
    }
    if (act.does == "pay"_L1 || act.does == "finish"_L1) {
        return carrierpage::pay(transaction, now, act.payMethod);
    }
    if (act.does == "giveUp"_L1) {
        return carrierpage::giveUp(transaction, now);
    }
    if (act.does == "refuse"_L1) {
        return carrierpage::refuse(transaction, now);
    }
    return act.does == "expire"_L1 ? carrierpage::expire(transaction, now) : UnknownVerb;
}

bool isCash(const MultiTransaction &transaction)
{
    return transaction.payType == PayType::ConvenienceStore || transaction.payType == PayType::PayEasy;
}

Result<Transaction, QString> actWith(MultiTransaction transaction, const ShopperAct &act,
                                     const QDateTime &now, const TransactionNumbers & /*numbers*/)
{
    const auto rule = isCash(transaction)                     ? actInCash
                      : rakutenidrules::isInWork(transaction) ? answerRequest
                                                              : actOnPage;
    const QString refusal = rule(transaction, act, now);
    if (!refusal.isEmpty()) {
        return failure(refusal);
    }
    return Transaction(transaction);
}

} // namespace

Result<Transaction, QString> act(const Transaction &transaction, const ShopperAct &act, const QDateTime &now,
                                 TransactionNumbers &numbers)
{
    return std::visit([&](const auto &kind) { return actWith(kind, act, now, numbers); }, transaction);
}

void letTimePass(MultiTransaction &transaction)
{
    const QDateTime then = transaction.dueAt.addSecs(1);
    if (isCash(transaction)) {
        cashrules::expire(transaction, then);
    } else if (rakutenidrules::isInWork(transaction)) {
        rakutenidrules::finish(transaction, {}, then);
    } else {
        carrierpage::expire(transaction, then);
    }
    transaction.dueAt = {};
}

} // namespace kessai::simulator::shopper
