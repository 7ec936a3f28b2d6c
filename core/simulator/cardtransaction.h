#pragma once

#include "core/simulator/transactionhead.h"

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

/// One card transaction as the gateway keeps it.
struct CardTransaction : TransactionHead
{
    CardStatus status = CardStatus::Unprocessed;
    CardStatus entryJob = CardStatus::Auth; ///< JobCd of EntryTran
    CardStatus lastJob = CardStatus::Auth;  ///< JobCd that SearchTrade shows
    QString itemCode = QStringLiteral("0000990");
    bool threeDSecure = false;
    QString siteId;
    QString memberId;
    QString maskedCardNumber; ///< `************1111`
    QString expire;           ///< YYMM
    QString method;
    QString payTimes; ///< kept for Method 2 and 4 only, as recorded
    QString forward;
    QString tranId;
    QString approve; ///< 7 characters, may start with a space
};

/// The form in which the ledger file keeps a transaction whole.
QJsonObject toLedgerJson(const CardTransaction &transaction);
std::optional<CardTransaction> cardFromLedgerJson(const QJsonObject &json);

} // namespace kessai::simulator
