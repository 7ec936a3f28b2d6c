#include "core/simulator/console.h"

#include "core/simulator/carrierrules.h"
#include "core/simulator/cashrules.h"
#include "core/simulator/rakutenidrules.h"

#include <algorithm>

namespace kessai::simulator::console {

using namespace Qt::StringLiterals;

namespace {

const QString UnknownWord = u"jobCd is SALES, CANCEL or, for Rakuten ID, CHANGE."_s;

bool isOpen(CardStatus status)
{
    return status == CardStatus::Auth || status == CardStatus::Sauth || status == CardStatus::Sales ||
           status == CardStatus::Capture;
}

Result<Transaction, QString> operateOn(CardTransaction transaction, const ConsoleWork &work,
                                       const QDateTime &now, const GatewayContract &contract,
                                       TransactionNumbers &numbers)
{
    const auto job = cardStatusFromWord(work.jobCd);
    if (!job) {
        return failure(u"jobCd is not a word of AlterTran."_s);
    }
    const bool authorises = *job == CardStatus::Auth || *job == CardStatus::Capture;
    const auto rule = authorises && isOpen(transaction.status) ? cardrules::change : cardrules::alter;
    const CardJob wish{*job, work.amount ? *work.amount : transaction.amount,
                       work.amount ? Yen{} : transaction.tax, transaction.method, transaction.payTimes};
    const QString refusal = rule(transaction, wish, now, contract.rules, numbers);
    if (!refusal.isEmpty()) {
        return failure(refusal);
    }
    return Transaction(transaction);
}

QString operateCarrier(MultiTransaction &transaction, const ConsoleWork &work, const QDateTime &now,
                       const MultiRules &rules)
{
    const Yen total = work.amount.value_or(transaction.total());
    if (work.jobCd == "SALES"_L1) {
        return carrierrules::sell(transaction, total, now);
    }
    if (work.jobCd == "CANCEL"_L1) {
        const Yen amount = std::min(total, transaction.amount);
        return carrierrules::cancel(transaction, amount, total - amount, now, rules);
    }
    return UnknownWord;
}

QString operateWallet(MultiTransaction &transaction, const ConsoleWork &work, const QDateTime &now,
                      const MultiRules &rules)
{
    if (work.jobCd == "SALES"_L1) {
        return rakutenidrules::requestSale(transaction, now, rules);
    }
    if (work.jobCd == "CANCEL"_L1) {
        return rakutenidrules::requestCancel(transaction, now, rules);
    }
    if (work.jobCd == "CHANGE"_L1 && work.amount) {
        return rakutenidrules::requestChange(transaction, *work.amount, {}, now, rules);
    }
    return UnknownWord;
}

QString operateMulti(MultiTransaction &transaction, const ConsoleWork &work, const QDateTime &now,
                     const MultiRules &rules)
{
    switch (transaction.payType) {
    case PayType::ConvenienceStore:
    case PayType::PayEasy:
        return work.jobCd == "CANCEL"_L1 ? cashrules::cancel(transaction, now) : UnknownWord;
    case PayType::Au:
    case PayType::Docomo:
    case PayType::SoftBank:
        return operateCarrier(transaction, work, now, rules);
    case PayType::RakutenId:
        return operateWallet(transaction, work, now, rules);
    case PayType::Card:
        break;
    }
    return UnknownWord;
}

Result<Transaction, QString> operateOn(MultiTransaction transaction, const ConsoleWork &work,
                                       const QDateTime &now, const GatewayContract &contract,
                                       const TransactionNumbers & /*numbers*/)
{
    const QString refusal = operateMulti(transaction, work, now, contract.multiRules);
    if (!refusal.isEmpty()) {
        return failure(refusal);
    }
    return Transaction(transaction);
}

} // namespace

Result<Transaction, QString> operate(const Transaction &transaction, const ConsoleWork &work,
                                     const QDateTime &now, const GatewayContract &contract,
                                     TransactionNumbers &numbers)
{
    return std::visit([&](const auto &kind) { return operateOn(kind, work, now, contract, numbers); },
                      transaction);
}

} // namespace kessai::simulator::console
