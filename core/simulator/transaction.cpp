#include "core/simulator/transaction.h"

#include "core/base/japantime.h"

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

QJsonObject commonEffect(const TransactionHead &head, const QString &word)
{
    return {{u"status"_s, word},
            {u"amount"_s, head.amount.value},
            {u"tax"_s, head.tax.value},
            {u"processDate"_s, japantime::toGatewayText(head.processedAt)}};
}

QJsonObject effectOf(const CardTransaction &transaction)
{
    QJsonObject json = commonEffect(transaction, cardWord(transaction.status));
    json.insert(u"tranId"_s, transaction.tranId);
    json.insert(u"approve"_s, transaction.approve);
    return json;
}

QJsonObject effectOf(const MultiTransaction &transaction)
{
    QJsonObject json = commonEffect(transaction, multiWord(transaction.status));
    json.insert(u"payType"_s, payTypeNumber(transaction.payType));
    json.insert(u"cancelledAmount"_s, transaction.cancelledAmount.value);
    json.insert(u"cancelledTax"_s, transaction.cancelledTax.value);
    json.insert(u"sales"_s, transaction.counts.sales);
    json.insert(u"cancels"_s, transaction.counts.cancels);
    json.insert(u"changes"_s, transaction.counts.changes);
    return json;
}

} // namespace

const TransactionHead &headOf(const Transaction &transaction)
{
    return std::visit([](const auto &kind) -> const TransactionHead & { return kind; }, transaction);
}

TransactionHead &headOf(Transaction &transaction)
{
    return std::visit([](auto &kind) -> TransactionHead & { return kind; }, transaction);
}

QJsonObject anyToLedgerJson(const Transaction &transaction)
{
    return std::visit([](const auto &kind) { return toLedgerJson(kind); }, transaction);
}

std::optional<Transaction> transactionFromLedgerJson(const QJsonObject &json)
{
    if (json.contains(u"payType"_s)) {
        return multiFromLedgerJson(json);
    }
    return cardFromLedgerJson(json);
}

QJsonObject effectJson(const Transaction &transaction)
{
    return std::visit([](const auto &kind) { return effectOf(kind); }, transaction);
}

} // namespace kessai::simulator
