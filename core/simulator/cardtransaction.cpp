#include "core/simulator/cardtransaction.h"

#include "core/base/japantime.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

struct Word
{
    CardStatus status;
    QLatin1StringView text;
};

constexpr std::array Words{
    Word{CardStatus::Unprocessed, "UNPROCESSED"_L1},
    Word{CardStatus::Authenticated, "AUTHENTICATED"_L1},
    Word{CardStatus::Check, "CHECK"_L1},
    Word{CardStatus::Auth, "AUTH"_L1},
    Word{CardStatus::Capture, "CAPTURE"_L1},
    Word{CardStatus::Sauth, "SAUTH"_L1},
    Word{CardStatus::Sales, "SALES"_L1},
    Word{CardStatus::Void, "VOID"_L1},
    Word{CardStatus::Return, "RETURN"_L1},
    Word{CardStatus::Returnx, "RETURNX"_L1},
};

QString storedTime(const QDateTime &instant)
{
    return instant.isValid() ? japantime::toStoredText(instant) : QString();
}

QDateTime timeFrom(const QJsonValue &value)
{
    return japantime::fromStoredText(value.toString()).value_or(QDateTime());
}

/// Each text member with the name under which the ledger file keeps it.
template <typename Transaction, typename Visit>
void eachText(Transaction &transaction, Visit visit)
{
    visit(u"orderId"_s, transaction.orderId);
    visit(u"accessId"_s, transaction.accessId);
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
    const auto found = std::find_if(Words.begin(), Words.end(),
                                    [status](const Word &word) { return word.status == status; });
    return QString(found->text);
}

std::optional<CardStatus> cardStatusFromWord(const QString &word)
{
    const auto found =
        std::find_if(Words.begin(), Words.end(), [&word](const Word &entry) { return word == entry.text; });
    return found == Words.end() ? std::nullopt : std::optional(found->status);
}

QJsonObject toLedgerJson(const CardTransaction &transaction)
{
    QJsonObject json;
    eachText(transaction, [&json](const QString &name, const QString &text) { json.insert(name, text); });
    json.insert(u"status"_s, cardWord(transaction.status));
    json.insert(u"entryJob"_s, cardWord(transaction.entryJob));
    json.insert(u"lastJob"_s, cardWord(transaction.lastJob));
    json.insert(u"amount"_s, transaction.amount.value);
    json.insert(u"tax"_s, transaction.tax.value);
    json.insert(u"threeDSecure"_s, transaction.threeDSecure);
    json.insert(u"returnsClientFields"_s, transaction.returnsClientFields);
    json.insert(u"clientFields"_s, QJsonArray::fromStringList(transaction.clientFields));
    json.insert(u"processedAt"_s, storedTime(transaction.processedAt));
    json.insert(u"authorizedAt"_s, storedTime(transaction.authorizedAt));
    json.insert(u"soldAt"_s, storedTime(transaction.soldAt));
    return json;
}

std::optional<CardTransaction> transactionFromLedgerJson(const QJsonObject &json)
{
    const auto status = cardStatusFromWord(json.value(u"status"_s).toString());
    const auto entryJob = cardStatusFromWord(json.value(u"entryJob"_s).toString());
    const auto lastJob = cardStatusFromWord(json.value(u"lastJob"_s).toString());
    const QJsonArray clientFields = json.value(u"clientFields"_s).toArray();
    if (!status || !entryJob || !lastJob || clientFields.size() != 3) {
        return std::nullopt;
    }
    CardTransaction transaction;
    eachText(transaction,
             [&json](const QString &name, QString &text) { text = json.value(name).toString(); });
    transaction.status = *status;
    transaction.entryJob = *entryJob;
    transaction.lastJob = *lastJob;
    transaction.amount = {json.value(u"amount"_s).toInteger()};
    transaction.tax = {json.value(u"tax"_s).toInteger()};
    transaction.threeDSecure = json.value(u"threeDSecure"_s).toBool();
    transaction.returnsClientFields = json.value(u"returnsClientFields"_s).toBool();
    for (int index = 0; index < 3; ++index) {
        transaction.clientFields[index] = clientFields.at(index).toString();
    }
    transaction.processedAt = timeFrom(json.value(u"processedAt"_s));
    transaction.authorizedAt = timeFrom(json.value(u"authorizedAt"_s));
    transaction.soldAt = timeFrom(json.value(u"soldAt"_s));
    return transaction.orderId.isEmpty() || transaction.accessId.isEmpty() ? std::nullopt
                                                                           : std::optional(transaction);
}

} // namespace kessai::simulator
