#pragma once

#include "core/base/ids.h"
#include "core/base/yen.h"
#include "core/domain/paymentmethod.h"
#include "core/domain/paymentstatus.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace kessai {

/// What an inquiry says about a payment: the fields of which journal.md §8 compares all. Values are the
/// gateway's own, never trimmed (protocol.md §1.3).
struct Snapshot
{
    QString status; ///< the gateway's word, such as AUTH
    Yen amount;
    Yen tax;
    QString processDate; ///< yyyyMMddHHmmss, Japan time
    QString tranId;
    QString approve; ///< seven characters, may start with spaces
    /// The carriers' …CancelAmount and …CancelTax together, which may also have been taken back elsewhere;
    /// none where the method has no such field.
    std::optional<Yen> cancelledAmount{};

    /// 決済金額 = Amount + Tax (design.md §6).
    [[nodiscard]] Yen total() const { return amount + tax; }
    bool operator==(const Snapshot &) const = default;
};

/// What the gateway tells of a payment that is no card's (protocol.md §4.2) and the rules look at.
struct MethodFacts
{
    std::optional<QDateTime> payBy;     ///< PaymentTerm: store, Pay-easy
    std::optional<QDateTime> paidAt;    ///< FinishDate: paid at the store or bank
    std::optional<QDateTime> orderedAt; ///< OrderDate: 楽天ペイ
    std::optional<QDate> completedOn;   ///< CompletionDate: 楽天ペイ
    QString auPayMethod;                ///< AuPayMethod: 01 carrier bill, 02 card, 03 WebMoney

    bool operator==(const MethodFacts &) const = default;
};

/// One gateway transaction, addressed by shop and OrderID (journal.md §4, table payment).
struct Payment
{
    PaymentId id;
    OrderId orderId;
    QString shop;           ///< ShopID
    QString gatewayOrderId; ///< 決済オーダーID
    PaymentMethod method = PaymentMethod::Card;
    QString methodCode; ///< Method of the protocol: 1 一括 …; "" unknown
    QString payTimes;
    QString forward;                       ///< 仕向け先
    QString maskedCardNumber;              ///< as the gateway masks it, last digits only; never a full number
    std::optional<QDateTime> authorizedAt; ///< A (journal.md §9)
    QString authorizedTranId;              ///< the TranID that A belongs to
    std::optional<QDateTime> soldAt;       ///< S
    std::optional<Snapshot> known;         ///< last trusted snapshot; none = never read (未確認)
    std::optional<QDateTime> knownAt;      ///< when it was read
    MethodFacts facts;
    qint64 fence = 0;
    qint64 rowVersion = 0;
    QString unlinkedReason; ///< not "" when staff took the link off the order again
};

} // namespace kessai
