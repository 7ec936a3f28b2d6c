#include "core/simulator/multitransaction.h"

#include "core/simulator/wordtable.h"

#include <array>

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Words = std::to_array<Word<MultiStatus>>({
    {MultiStatus::Unprocessed, "UNPROCESSED"_L1},
    {MultiStatus::ReqSuccess, "REQSUCCESS"_L1},
    {MultiStatus::AuthProcess, "AUTHPROCESS"_L1},
    {MultiStatus::PayStart, "PAYSTART"_L1},
    {MultiStatus::PaySuccess, "PAYSUCCESS"_L1},
    {MultiStatus::PayFail, "PAYFAIL"_L1},
    {MultiStatus::Expired, "EXPIRED"_L1},
    {MultiStatus::Auth, "AUTH"_L1},
    {MultiStatus::Capture, "CAPTURE"_L1},
    {MultiStatus::ReqSales, "REQSALES"_L1},
    {MultiStatus::Sales, "SALES"_L1},
    {MultiStatus::ReqCancel, "REQCANCEL"_L1},
    {MultiStatus::Cancel, "CANCEL"_L1},
    {MultiStatus::ReqChange, "REQCHANGE"_L1},
    {MultiStatus::Return, "RETURN"_L1},
});

template <typename Transaction, typename Visit>
void eachStatus(Transaction &transaction, Visit visit)
{
    visit(u"status"_s, transaction.status);
    visit(u"entryJob"_s, transaction.entryJob);
    visit(u"lastJob"_s, transaction.lastJob);
    visit(u"statusBefore"_s, transaction.statusBefore);
}

template <typename Transaction, typename Visit>
void eachYen(Transaction &transaction, Visit visit)
{
    visit(u"cancelledAmount"_s, transaction.cancelledAmount);
    visit(u"cancelledTax"_s, transaction.cancelledTax);
    visit(u"wantedAmount"_s, transaction.wantedAmount);
    visit(u"wantedTax"_s, transaction.wantedTax);
    visit(u"increasedAmount"_s, transaction.increasedAmount);
    visit(u"increasedTax"_s, transaction.increasedTax);
}

template <typename Transaction, typename Visit>
void eachCount(Transaction &transaction, Visit visit)
{
    visit(u"sales"_s, transaction.counts.sales);
    visit(u"cancels"_s, transaction.counts.cancels);
    visit(u"changes"_s, transaction.counts.changes);
}

} // namespace

QString multiWord(MultiStatus status)
{
    return wordFor(Words, status);
}

std::optional<MultiStatus> multiStatusFromWord(const QString &word)
{
    return valueFor<MultiStatus>(Words, word);
}

QJsonObject toLedgerJson(const MultiTransaction &transaction)
{
    QJsonObject json = headJson(transaction);
    json.insert(u"payType"_s, payTypeNumber(transaction.payType));
    eachStatus(transaction,
               [&json](const QString &name, MultiStatus status) { json.insert(name, multiWord(status)); });
    eachYen(transaction, [&json](const QString &name, Yen yen) { json.insert(name, yen.value); });
    eachCount(transaction, [&json](const QString &name, int count) { json.insert(name, count); });
    json.insert(u"dueAt"_s, toLedgerTime(transaction.dueAt));
    json.insert(u"atTerminal"_s, transaction.atTerminal);
    QJsonObject details;
    for (auto detail = transaction.details.begin(); detail != transaction.details.end(); ++detail) {
        details.insert(detail.key(), detail.value());
    }
    json.insert(u"details"_s, details);
    return json;
}

std::optional<MultiTransaction> multiFromLedgerJson(const QJsonObject &json)
{
    MultiTransaction transaction;
    const auto payType = payTypeFromNumber(json.value(u"payType"_s).toString());
    if (!payType || *payType == PayType::Card || !readHead(json, transaction)) {
        return std::nullopt;
    }
    transaction.payType = *payType;
    bool known = true;
    eachStatus(transaction, [&json, &known](const QString &name, MultiStatus &status) {
        const auto read = multiStatusFromWord(json.value(name).toString());
        known &= read.has_value();
        status = read.value_or(MultiStatus::Unprocessed);
    });
    eachYen(transaction, [&json](const QString &name, Yen &yen) { yen = {json.value(name).toInteger()}; });
    eachCount(transaction, [&json](const QString &name, int &count) { count = json.value(name).toInt(); });
    transaction.dueAt = ledgerTimeFrom(json.value(u"dueAt"_s));
    transaction.atTerminal = json.value(u"atTerminal"_s).toBool();
    const QJsonObject details = json.value(u"details"_s).toObject();
    for (auto detail = details.begin(); detail != details.end(); ++detail) {
        transaction.details.insert(detail.key(), detail.value().toString());
    }
    return known ? std::optional(transaction) : std::nullopt;
}

} // namespace kessai::simulator
