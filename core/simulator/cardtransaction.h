#pragma once

#include "core/base/yen.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace kessai::simulator {

/// Where a card transaction stands (protocol.md §3.2). A JobCd is named by the status to which it leads.
enum class CardStatus {
    Unprocessed,
    Authenticated,
    Check,
    Auth,
    Capture,
    Sauth,
    Sales,
    Void,
    Return,
    Returnx
};

/// The gateway's word, `AUTH`.
QString cardWord(CardStatus status);
std::optional<CardStatus> cardStatusFromWord(const QString &word);

/// One card transaction as the gateway keeps it. No card number and no AccessPass is in it: the pass is
/// derived from the id and the shop's password (TransactionBook::accessPass), so nothing secret lies in the
/// ledger file.
struct CardTransaction
{
    QString orderId;
    QString accessId;
    CardStatus status = CardStatus::Unprocessed;
    CardStatus entryJob = CardStatus::Auth; ///< JobCd of EntryTran
    CardStatus lastJob = CardStatus::Auth;  ///< JobCd that SearchTrade shows
    Yen amount;
    Yen tax;
    QString itemCode = QStringLiteral("0000990");
    bool threeDSecure = false;
    bool returnsClientFields = false;
    QString siteId;
    QString memberId;
    QString maskedCardNumber; ///< `************1111`
    QString expire;           ///< YYMM
    QString method;
    QString payTimes; ///< kept for Method 2 and 4 only, as recorded
    QString forward;
    QString tranId;
    QString approve; ///< 7 characters, may start with a space
    QStringList clientFields{QString(), QString(), QString()};
    QDateTime processedAt;  ///< T, the last processing; ProcessDate
    QDateTime authorizedAt; ///< A
    QDateTime soldAt;       ///< S

    [[nodiscard]] Yen total() const { return amount + tax; }
};

/// The form in which the ledger file keeps a transaction whole.
QJsonObject toLedgerJson(const CardTransaction &transaction);
std::optional<CardTransaction> transactionFromLedgerJson(const QJsonObject &json);

} // namespace kessai::simulator
