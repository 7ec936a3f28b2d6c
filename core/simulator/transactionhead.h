#pragma once

#include "core/base/yen.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace kessai::simulator {

/// What the gateway keeps of a transaction whatever its pay type. Neither card number nor AccessPass is in
/// it: the pass is derived from the id and the shop's password (TransactionBook::accessPass), so nothing
/// secret lies in the ledger file.
struct TransactionHead
{
    QString orderId;
    QString accessId;
    Yen amount;
    Yen tax;
    bool returnsClientFields = false;
    QStringList clientFields{QString(), QString(), QString()};
    QDateTime processedAt;  ///< T, the last processing; ProcessDate
    QDateTime authorizedAt; ///< A
    QDateTime soldAt;       ///< S

    [[nodiscard]] Yen total() const { return amount + tax; }
};

/// The head's part of the form in which the ledger file keeps a transaction.
QJsonObject headJson(const TransactionHead &head);
/// False when the object is not a transaction of ours.
bool readHead(const QJsonObject &json, TransactionHead &head);

/// An instant as the ledger file has it; empty for an invalid one, and back.
QString toLedgerTime(const QDateTime &instant);
QDateTime ledgerTimeFrom(const QJsonValue &value);

} // namespace kessai::simulator
