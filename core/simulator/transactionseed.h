#pragma once

#include "core/base/result.h"
#include "core/simulator/multiseed.h"
#include "core/simulator/transaction.h"

#include <QJsonObject>

namespace kessai::simulator {

/// A card transaction that shall exist without having gone through the calls.
struct TransactionSeed
{
    QString orderId{};
    CardStatus status = CardStatus::Auth;
    Yen amount{};
    Yen tax{};
    QDateTime authorizedAt{}; ///< an instant; invalid: now
    QDateTime soldAt{};       ///< invalid: authorizedAt
    QString method = QStringLiteral("1");
    QString payTimes{};
};

/// Reads orderId, status, amount, tax, authorizedAt, soldAt, method, payTimes. Errors in words.
Result<TransactionSeed, QString> seedFromJson(const QJsonObject &json);

/// The transaction before it has AccessID, TranID and Approve.
CardTransaction transactionFrom(const TransactionSeed &seed, const QDateTime &now);

/// The transaction that a seed of any pay type asks for, before it has AccessID, TranID and Approve; without
/// payType a card's. Errors in words.
Result<Transaction, QString> draftFromJson(const QJsonObject &json, const QDateTime &now);

/// How the control port shows a transaction; it is the only place that tells the AccessPass.
QJsonObject toControlJson(const CardTransaction &transaction, const QString &accessPass);

} // namespace kessai::simulator
