#pragma once

#include "core/simulator/paytype.h"
#include "core/simulator/transactionhead.h"

#include <QMap>

#include <optional>

namespace kessai::simulator {

/// Where a transaction of another pay type than card stands (protocol.md §3.2). "Multi" is GMO's own word
/// for these: SearchTradeMulti, the M01 codes. A JobCd is named by the status to which it leads.
enum class MultiStatus {
    Unprocessed,
    ReqSuccess,
    AuthProcess,
    PayStart,
    PaySuccess,
    PayFail,
    Expired,
    Auth,
    Capture,
    ReqSales,
    Sales,
    ReqCancel,
    Cancel,
    ReqChange,
    Return
};

/// The gateway's word, `REQSUCCESS`.
QString multiWord(MultiStatus status);
std::optional<MultiStatus> multiStatusFromWord(const QString &word);

/// How often something happened to a transaction that moves money, whoever asked for it, so that a test can
/// say "sold exactly once".
struct EffectCounts
{
    int sales = 0; ///< paid at the store, captured, or sold
    int cancels = 0;
    int changes = 0; ///< of the amount
};

/// One transaction of another pay type as the gateway keeps it. At every time amount and tax are what is
/// left, and together with the cancelled part what was agreed (inferred, protocol.md §4.6, §7).
struct MultiTransaction : TransactionHead
{
    PayType payType = PayType::ConvenienceStore;
    MultiStatus status = MultiStatus::Unprocessed;
    /// AUTH or CAPTURE; Unprocessed where the entry has no JobCd.
    MultiStatus entryJob = MultiStatus::Unprocessed;
    MultiStatus lastJob = MultiStatus::Unprocessed;      ///< JobCd that SearchTradeMulti shows
    MultiStatus statusBefore = MultiStatus::Unprocessed; ///< of a REQ… word, to which a refusal leads back
    Yen cancelledAmount;
    Yen cancelledTax;
    Yen wantedAmount; ///< of an accepted RakutenIdChange
    Yen wantedTax;
    Yen increasedAmount; ///< by DocomoIncrease
    Yen increasedTax;
    QDateTime dueAt;         ///< the last second before the gateway goes on by itself; invalid: it never does
    bool atTerminal = false; ///< the customer is at the store's terminal
    /// Numbers and dates by their names in SearchTradeMulti, `CvsConfNo`; absent is empty.
    QMap<QString, QString> details;
    EffectCounts counts;

    [[nodiscard]] bool isSold() const
    {
        return status == MultiStatus::Sales || status == MultiStatus::Capture;
    }
};

/// The form in which the ledger file keeps a transaction whole.
QJsonObject toLedgerJson(const MultiTransaction &transaction);
std::optional<MultiTransaction> multiFromLedgerJson(const QJsonObject &json);

} // namespace kessai::simulator
