#pragma once

#include "core/domain/capturedue.h"
#include "core/domain/operation.h"
#include "core/domain/order.h"
#include "core/domain/paymentstatus.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace kessai {

/// An order that was cancelled after it was paid in cash is shown for so long from its 受注日 on.
constexpr int CancelledCashDays = 60;

/// One end of a range as staff write it: a day in Japan, with the time of day where they name one.
struct DayOrTime
{
    DayOrTime() = default;
    DayOrTime(const QDate &namedDay, const std::optional<QTime> &namedTime = {})
        : day(namedDay), time(namedTime)
    {
    }

    QDate day;
    std::optional<QTime> time; ///< whole minutes; none: the whole day

    bool operator==(const DayOrTime &) const = default;
};

/// The instant at which the day or the minute begins.
QDateTime firstInstantOf(const DayOrTime &moment);
/// The first instant behind it.
QDateTime instantAfter(const DayOrTime &moment);

/// Everything the lists can be narrowed by. Empty lists and texts mean "all".
struct OrderFilter
{
    QString query;                    ///< as typed; folded by the repository (S23)
    QList<OrderStatus> orderStatuses; ///< empty: all but 購入処理中 and 決済処理中 (S89)
    QList<PaymentStatus> paymentStatuses;
    QList<PaymentMethod> methods;
    QStringList shopMethodNames; ///< exact, the shop's own names (S31)
    // 詳細検索 (S28). Pieces of what is stored, folded as the query is, where nothing else is said.
    QString customerName; ///< 注文者名: 姓 and 名 together
    QString customerKana; ///< 注文者名(カナ)
    QString companyName;
    QString mailAddress;
    QString phoneNumber;     ///< its digits; hyphens do not matter on either side
    QString orderNumber;     ///< exact, in any width
    QString trackingNumber;  ///< お問い合わせ番号 of any parcel, exact, in any width
    QString productName;     ///< 購入商品名: of any goods of the order
    QStringList prefectures; ///< お届け先 of any parcel, exact
    // Both ends are included, here and below.
    std::optional<DayOrTime> orderedFrom; ///< 注文日
    std::optional<DayOrTime> orderedTo;
    std::optional<DayOrTime> paidFrom; ///< 入金日
    std::optional<DayOrTime> paidTo;
    std::optional<QDate> deliveryFrom; ///< お届け日 of any parcel, which has no time
    std::optional<QDate> deliveryTo;
    std::optional<Yen> totalFrom; ///< 購入金額: お支払い合計
    std::optional<Yen> totalTo;
    bool onlyDifference = false;     ///< 差異あり
    bool onlyUnlinked = false;       ///< 未連携
    bool onlyNeverRead = false;      ///< 未確認
    bool onlyAmbiguous = false;      ///< 二重決済の疑い
    bool onlyInDoubt = false;        ///< 結果確認中
    bool onlyConflict = false;       ///< 要確認: conflicts and open findings
    bool onlyImportConflict = false; ///< 取込と相違
    bool onlyUnreflected = false; ///< ショップ未反映: what we changed and the shop does not have yet
    /// 取消し済み注文で未取消の決済 (S68): 注文取消し or 返品 with 仮売上, 実売上 or 即時売上, or of a store
    /// or Pay-easy with 要求成功; 注文取消し with 支払い完了 too
    bool onlyCancelledWithOpenPayment = false;
    /// Of those with 支払い完了 only what was ordered on this day or later: nothing tells that the money was
    /// given back. askedAt() sets it CancelledCashDays before the day; none: all of them
    std::optional<QDate> cancelledCashFrom;
    std::optional<QDate> captureByFrom;  ///< 売上期限 on or after this day, still AUTH
    std::optional<QDate> captureByUntil; ///< 売上期限 on or before this day, still AUTH
    /// captureByFrom and captureByUntil are counted from the day on which it is asked, by these days (0: that
    /// day; negative: before it): askedAt() moves them
    std::optional<int> captureFromDays;
    std::optional<int> captureWithinDays;
    /// 要売上: 仮売上済み of an order that is neither 注文取消し nor 返品
    bool onlyCaptureNeeded = false;
    /// 入金された: 支払い完了 of an order that is 新規受付, the only one that can become 入金済み
    bool onlyPaidInCash = false;
    /// 楽天ペイ待ち: 注文確定受付, キャンセル受付 or 注文金額変更受付
    bool onlyWalletPending = false;
    std::optional<QDate> payByFrom;  ///< お支払期限 on or after this day, still 要求成功
    std::optional<QDate> payByUntil; ///< on or before it
    /// payByFrom and payByUntil are counted from the day, as captureFromDays
    std::optional<int> payFromDays;
    std::optional<int> payWithinDays;
    /// 決済処理中の滞留: 購入処理中 or 決済処理中, ordered before this instant
    std::optional<QDateTime> stuckBefore;
    /// stuckBefore lies these minutes before the instant at which it is asked: askedAt() moves it
    std::optional<int> stuckMinutes;
    /// 購入処理中 and 決済処理中 too, where no 対応状況 is asked for (S89)
    bool withUnfinished = false;
    /// Only orders of a payment method that goes through GMO (S88): the list of payments
    bool onlyGatewayMethods = false;

    /// The orders whose text to be searched has all that is looked for in it, where somebody has found them
    /// already (OrderSearch); they are asked instead of the texts. Never kept.
    std::optional<QList<OrderId>> textFound{};

    bool operator==(const OrderFilter &) const = default;
};

/// The same question asked at this instant: what is counted from the day or from the instant moves along, so
/// that a search of last week does not go on asking about last week. Named days stay.
OrderFilter askedAt(OrderFilter filter, const QDateTime &now);

/// Authorisations that stand so to their 売上期限, asked at this instant.
OrderFilter captureDueFilter(CaptureDue due, const QDateTime &now);

/// A JSON field name of design.md §8 `orders` and the direction.
struct OrderSort
{
    QString field = QStringLiteral("orderedAt");
    bool descending = true;
    bool exceptionsFirst = false; ///< 例外エラー pinned on top (S107)

    bool operator==(const OrderSort &) const = default;
};

/// One row of a list, read from maintained columns.
struct OrderSummary
{
    OrderId id;
    qint64 shopOrderId = 0;
    QString orderNumber;
    std::optional<QDateTime> orderedAt;
    QString customerName; ///< 姓 名
    QString companyName;
    PaymentMethod method = PaymentMethod::Other;
    QString methodName;
    OrderStatus status = OrderStatus::New;
    Yen payableTotal;
    std::optional<QDateTime> paidAt;
    bool hasMessage = false; ///< 要望, memo or 引き継ぎ (S36)
    QString
        messageExcerpt; ///< the beginnings of both, one above the other; longer than what is shown of them
    std::optional<QDateTime> shippedAt;
    QString trackingNumber;
    QString recipientName;
    QString recipientPrefecture;
    int shipmentCount = 0;
    bool importConflict = false;
    int unreflected = 0; ///< ショップ未反映: how many fields
    QString newestNote;  ///< 引き継ぎ; "" none

    std::optional<PaymentId> paymentId; ///< the one that commands act on; none: not linked
    int paymentCount = 0;
    bool ambiguous = false; ///< two or more open payments
    QString gatewayOrderId;
    std::optional<PaymentStatus> paymentStatus; ///< none: 未連携 or 未確認
    std::optional<Yen> gatewayAmount;
    std::optional<Yen> difference;
    std::optional<QDate> captureBy;
    std::optional<QDate> cancelBy;
    std::optional<QDate> changeBy;
    std::optional<QDate> payBy;          ///< お支払期限, while 要求成功 of a store or Pay-easy
    std::optional<OperationState> doubt; ///< InDoubt or Conflict
    QString lastOperation;               ///< kind code of the newest operation; ""
    QString lastOperationState;
    QString lastError; ///< ErrInfo codes joined by |; ""
};

} // namespace kessai
