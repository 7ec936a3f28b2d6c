#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace kessai {

/// The nineteen 決済状況 that staff know (S90); the value is the code the web admin's database keeps
/// (protocol.md §3.1, schema.md A.4).
enum class PaymentStatus {
    Unsettled = 0,             ///< 未決済
    RequestSucceeded = 1,      ///< 要求成功
    Paid = 2,                  ///< 支払い完了
    Expired = 3,               ///< 期限切れ
    Cancelled = 4,             ///< キャンセル
    Authorized = 11,           ///< 仮売上済み (AUTH)
    Captured = 12,             ///< 実売上済み (SALES)
    ImmediatelyCaptured = 13,  ///< 即時売上済み (CAPTURE)
    Voided = 14,               ///< 取消済み
    Returned = 15,             ///< 返品済み
    ReturnedInLaterMonth = 16, ///< 月跨ぎ返品済み
    SimplyAuthorized = 17,     ///< 簡易オーソリ済み
    Checked = 18,              ///< 有効性チェック済み
    Exception = 19,            ///< 例外エラー: any other word
    PaymentStarted = 21,       ///< 決済開始
    CaptureAccepted = 22,      ///< 注文確定受付
    CancelAccepted = 23,       ///< キャンセル受付
    ChangeAccepted = 24,       ///< 注文金額変更受付
    Failed = 99,               ///< 決済失敗
};

/// All of them in the order of the guide's filter (S90).
const QList<PaymentStatus> &allPaymentStatuses();

/// The label of the guide, in Japanese; it is also what `kessai --json` prints.
QString labelOf(PaymentStatus status);

/// From a label or a gateway word (`--payment-status`); nothing when neither.
std::optional<PaymentStatus> paymentStatusFromText(const QString &text);

std::optional<PaymentStatus> paymentStatusFromCode(int code);

/// The label of a gateway Status word; an unknown word is Exception (protocol.md §3.1).
PaymentStatus paymentStatusOfWord(const QString &gatewayWord);

/// No money is held or taken any more: VOID RETURN RETURNX CANCEL EXPIRED PAYFAIL UNPROCESSED (design.md §6,
/// "Which payment").
bool isClosed(const QString &gatewayWord);

/// VOID, RETURN, RETURNX or CANCEL: what a cancel reaches and a re-authorisation starts from.
bool isCancelledWord(const QString &gatewayWord);

/// REQSALES, REQCANCEL, REQCHANGE: 楽天ペイ has accepted a request and not said its final word (protocol.md
/// §4.9).
bool isRequestWord(const QString &gatewayWord);

} // namespace kessai
