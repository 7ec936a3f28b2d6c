#include "core/simulator/cardtransaction.h"

#include "core/simulator/wordtable.h"

#include <array>

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Words = std::to_array<Word<CardStatus>>({
    {CardStatus::Unprocessed, "UNPROCESSED"_L1},
    {CardStatus::Authenticated, "AUTHENTICATED"_L1},
    {CardStatus::Check, "CHECK"_L1},
    {CardStatus::Auth, "AUTH"_L1},
    {CardStatus::Capture, "CAPTURE"_L1},
    {CardStatus::Sauth, "SAUTH"_L1},
    {CardStatus::Sales, "SALES"_L1},
    {CardStatus::Void, "VOID"_L1},
    {CardStatus::Return, "RETURN"_L1},
    {CardStatus::Returnx, "RETURNX"_L1},
});

/// Each text member of its own with the name under which the ledger file keeps it.
template <typename Transaction, typename Visit>
void eachText(Transaction &transaction, Visit visit)
{
    visit(u"itemCode"_s, transaction.itemCode);
    visit(u"siteId"_s, transaction.siteId);
    visit(u"memberId"_s, transaction.memberId);
    visit(u"maskedCardNumber"_s, transaction.maskedCardNumber);
    visit(u"expire"_s, transaction.expire);
    visit(u"method"_s, transaction.method);
    visit(u"payTimes"_s, transaction.payTimes);
    visit(u"forward"_s, transaction.forward);
    visit(u"tranId"_s, transaction.tranId);
    visit(u"approve"_s, transaction.approve);
}

} // namespace

QString cardWord(CardStatus status)
{
    return wordFor(Words, status);
}

std::optional<CardStatus> cardStatusFromWord(const QString &word)
{
    return valueFor<CardStatus>(Words, word);
}

QJsonObject toLedgerJson(const CardTransaction &transaction)
{
    QJsonObject json = headJson(transaction);
    eachText(transaction, [&json](const QString &name, const QString &text) { json.insert(name, text); });
    json.insert(u"status"_s, cardWord(transaction.status));
    json.insert(u"entryJob"_s, cardWord(transaction.entryJob));
    json.insert(u"lastJob"_s, cardWord(transaction.lastJob));
    json.insert(u"threeDSecure"_s, transaction.threeDSecure);
    return json;
}

std::optional<CardTransaction> cardFromLedgerJson(const QJsonObject &json)
{
    const auto status = cardStatusFromWord(json.value(u"status"_s).toString());
    const auto entryJob = cardStatusFromWord(json.value(u"entryJob"_s).toString());
    const auto lastJob = cardStatusFromWord(json.value(u"lastJob"_s).toString());
    CardTransaction transaction;
    if (!status || !entryJob || !lastJob || !readHead(json, transaction)) {
        return std::nullopt;
    }
    eachText(transaction,
             [&json](const QString &name, QString &text) { text = json.value(name).toString(); });
    transaction.status = *status;
    transaction.entryJob = *entryJob;
    transaction.lastJob = *lastJob;
    transaction.threeDSecure = json.value(u"threeDSecure"_s).toBool();
    return transaction;
}

} // namespace kessai::simulator
