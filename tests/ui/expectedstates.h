#pragma once

#include "core/domain/paymentmethod.h"
#include "core/domain/paymentstatus.h"

#include <QStringView>

namespace kessai {

/// Of the orders of the practice shop that have this state: the newest one, the oldest one, or the newest
/// whose total is not what was authorised.
enum class Which { Youngest, Oldest, Differing };

/// By hand, not by the rules: what the list says of a payment, and what the panel offers beside
/// 決済状態確認・反映.
struct ExpectedState
{
    PaymentStatus status;
    PaymentMethod method;
    Which which;
    QStringView word;
    QStringView commands;
};

// clang-format off
constexpr ExpectedState ExpectedStates[]{
    {PaymentStatus::Unsettled, PaymentMethod::Card, Which::Youngest, u"未決済", u""},
    {PaymentStatus::Unsettled, PaymentMethod::Au, Which::Youngest, u"未決済", u""},
    {PaymentStatus::Unsettled, PaymentMethod::SoftBank, Which::Youngest, u"未決済", u""},
    {PaymentStatus::RequestSucceeded, PaymentMethod::ConvenienceStore, Which::Youngest, u"要求成功", u"cancel"},
    {PaymentStatus::RequestSucceeded, PaymentMethod::PayEasyAtm, Which::Youngest, u"要求成功", u"cancel"},
    {PaymentStatus::RequestSucceeded, PaymentMethod::PayEasyNet, Which::Youngest, u"要求成功", u"cancel"},
    {PaymentStatus::CaptureAccepted, PaymentMethod::Rakuten, Which::Youngest, u"注文確定受付", u""},
    {PaymentStatus::CancelAccepted, PaymentMethod::Rakuten, Which::Youngest, u"キャンセル受付", u""},
    {PaymentStatus::ChangeAccepted, PaymentMethod::Rakuten, Which::Youngest, u"注文金額変更受付", u""},
    {PaymentStatus::Paid, PaymentMethod::ConvenienceStore, Which::Youngest, u"支払い完了", u""},
    {PaymentStatus::Paid, PaymentMethod::PayEasyAtm, Which::Youngest, u"支払い完了", u""},
    {PaymentStatus::Paid, PaymentMethod::PayEasyNet, Which::Youngest, u"支払い完了", u""},
    {PaymentStatus::PaymentStarted, PaymentMethod::Rakuten, Which::Youngest, u"決済開始", u""},
    {PaymentStatus::Expired, PaymentMethod::ConvenienceStore, Which::Youngest, u"期限切れ", u""},
    {PaymentStatus::Expired, PaymentMethod::PayEasyAtm, Which::Youngest, u"期限切れ", u""},
    {PaymentStatus::Expired, PaymentMethod::Docomo, Which::Youngest, u"期限切れ", u""},
    {PaymentStatus::Expired, PaymentMethod::Rakuten, Which::Youngest, u"期限切れ", u""},
    {PaymentStatus::Cancelled, PaymentMethod::ConvenienceStore, Which::Youngest, u"キャンセル", u""},
    {PaymentStatus::Cancelled, PaymentMethod::PayEasyNet, Which::Youngest, u"キャンセル", u""},
    {PaymentStatus::Cancelled, PaymentMethod::Au, Which::Youngest, u"キャンセル", u""},
    {PaymentStatus::Cancelled, PaymentMethod::Docomo, Which::Youngest, u"キャンセル", u""},
    {PaymentStatus::Cancelled, PaymentMethod::SoftBank, Which::Youngest, u"キャンセル", u""},
    {PaymentStatus::Cancelled, PaymentMethod::Rakuten, Which::Youngest, u"キャンセル", u""},
    {PaymentStatus::Failed, PaymentMethod::ConvenienceStore, Which::Youngest, u"決済失敗", u""},
    {PaymentStatus::Failed, PaymentMethod::Au, Which::Youngest, u"決済失敗", u""},
    {PaymentStatus::Failed, PaymentMethod::SoftBank, Which::Youngest, u"決済失敗", u""},
    {PaymentStatus::Authorized, PaymentMethod::Card, Which::Youngest, u"仮売上済み", u"capture cancel"},
    {PaymentStatus::Authorized, PaymentMethod::Card, Which::Oldest, u"仮売上済み", u"cancel"}, // 90 days are over
    {PaymentStatus::Authorized, PaymentMethod::Card, Which::Differing, u"仮売上済み", u"cancel changeAmount captureOldAmount"},
    {PaymentStatus::Authorized, PaymentMethod::Au, Which::Youngest, u"仮売上済み", u"capture cancel"},
    {PaymentStatus::Authorized, PaymentMethod::Au, Which::Oldest, u"仮売上済み", u""},
    {PaymentStatus::Authorized, PaymentMethod::Docomo, Which::Youngest, u"仮売上済み", u"capture cancel"},
    {PaymentStatus::Authorized, PaymentMethod::Docomo, Which::Oldest, u"仮売上済み", u"capture"}, // its cancel ends first
    {PaymentStatus::Authorized, PaymentMethod::SoftBank, Which::Youngest, u"仮売上済み", u"capture cancel"},
    {PaymentStatus::Authorized, PaymentMethod::SoftBank, Which::Differing, u"仮売上済み", u"cancel captureOldAmount"},
    {PaymentStatus::Authorized, PaymentMethod::Rakuten, Which::Youngest, u"仮売上済み", u"capture cancel"},
    {PaymentStatus::Authorized, PaymentMethod::Rakuten, Which::Differing, u"仮売上済み", u"cancel changeAmount captureOldAmount"},
    {PaymentStatus::Captured, PaymentMethod::Card, Which::Youngest, u"実売上済み", u"cancel"},
    {PaymentStatus::Captured, PaymentMethod::Au, Which::Youngest, u"実売上済み", u"cancel"},
    {PaymentStatus::Captured, PaymentMethod::Docomo, Which::Youngest, u"実売上済み", u"cancel"},
    {PaymentStatus::Captured, PaymentMethod::Docomo, Which::Oldest, u"実売上済み", u""},
    {PaymentStatus::Captured, PaymentMethod::SoftBank, Which::Youngest, u"実売上済み", u"cancel"},
    {PaymentStatus::Captured, PaymentMethod::Rakuten, Which::Youngest, u"実売上済み", u"cancel"},
    {PaymentStatus::ImmediatelyCaptured, PaymentMethod::Card, Which::Youngest, u"即時売上済み", u"cancel"},
    {PaymentStatus::ImmediatelyCaptured, PaymentMethod::Au, Which::Youngest, u"即時売上済み", u""}, // WebMoney is never given back
    {PaymentStatus::ImmediatelyCaptured, PaymentMethod::Docomo, Which::Youngest, u"即時売上済み", u"cancel"},
    {PaymentStatus::ImmediatelyCaptured, PaymentMethod::SoftBank, Which::Youngest, u"即時売上済み", u"cancel"},
    {PaymentStatus::ImmediatelyCaptured, PaymentMethod::Rakuten, Which::Youngest, u"即時売上済み", u"cancel"},
    {PaymentStatus::Voided, PaymentMethod::Card, Which::Youngest, u"取消済み", u"reauthorize"},
    {PaymentStatus::Returned, PaymentMethod::Card, Which::Youngest, u"返品済み", u"reauthorize"},
    {PaymentStatus::Returned, PaymentMethod::Au, Which::Youngest, u"返品済み", u""},
    {PaymentStatus::ReturnedInLaterMonth, PaymentMethod::Card, Which::Youngest, u"月跨ぎ返品済み", u"reauthorize"},
    {PaymentStatus::SimplyAuthorized, PaymentMethod::Card, Which::Youngest, u"簡易オーソリ済み", u""},
    {PaymentStatus::Checked, PaymentMethod::Card, Which::Youngest, u"有効性チェック済み", u""},
    {PaymentStatus::Exception, PaymentMethod::Card, Which::Youngest, u"例外エラー", u""},
};
// clang-format on

} // namespace kessai
