#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace kessai::simulator {

/// What a second delivery of the same request inside the gateway did.
struct Redelivery
{
    std::optional<QJsonObject> effect; ///< as in LedgerEntry
    QStringList errors;
};

/// One request that arrived at the gateway, and what became of it.
struct LedgerEntry
{
    qint64 sequence = 0; ///< from 1, in order of arrival; also the count of requests so far
    QString call;        ///< without `.idPass`
    QString orderId;     ///< of the transaction that the request means, also where the request has no OrderID
    QString jobCd;
    QString amount;        ///< as sent
    QString tax;           ///< as sent
    QJsonObject fields;    ///< without secrets
    QString digest;        ///< requestDigest()
    QDateTime arrivedAt;   ///< by the simulator's clock
    QDateTime machineTime; ///< by the machine's, to compare with what a client wrote down before it sent
    std::optional<QJsonObject>
        effect;         ///< status, amount, tax, tranId, approve, processDate of the changed transaction
    QStringList errors; ///< ErrInfo codes of the outcome
    QString fault;      ///< names of the faults that struck, joined by `+`
    std::optional<Redelivery> again; ///< effect and errors of the entry are those of the first delivery
    bool settled = false;            ///< false while a delay is running, or when the simulator died in it
};

/// The form of `GET /ledger` and of the file.
QJsonObject toJson(const LedgerEntry &entry);
LedgerEntry ledgerEntryFromJson(const QJsonObject &json);

} // namespace kessai::simulator
