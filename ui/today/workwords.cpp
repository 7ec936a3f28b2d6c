#include "ui/today/workwords.h"

#include "core/domain/capturedue.h"

namespace kessai {

QString WorkWords::titleOf(WorkKind kind)
{
    switch (kind) {
    case WorkKind::CaptureNeeded:
        return tr("要売上");
    case WorkKind::DueSoon:
        return tr("期限が近い");
    case WorkKind::Lapsed:
        return tr("売上期限超過");
    case WorkKind::Difference:
        return tr("差異あり");
    case WorkKind::PaidInCash:
        return tr("入金された");
    case WorkKind::InDoubt:
        return tr("結果確認中");
    case WorkKind::Conflict:
        return tr("要確認");
    case WorkKind::CancelledWithOpenPayment:
        return tr("取消し済み注文で未取消");
    case WorkKind::Stuck:
        return tr("決済処理中の滞留");
    case WorkKind::WalletPending:
        return tr("楽天ペイ待ち");
    }
    return {};
}

QString WorkWords::sentenceOf(WorkKind kind)
{
    switch (kind) {
    case WorkKind::CaptureNeeded:
        return tr("仮売上済みで請求がまだ確定していない受注を、発送したものから一括売上で確定します。");
    case WorkKind::DueSoon:
        return tr("売上期限まで%n日以内の受注を、期限が切れる前に一括売上で確定するか、取り消します。",
                  nullptr, CaptureDueSoonDays);
    case WorkKind::Lapsed:
        return tr("期限を過ぎて売上を確定できない受注を、クレジット決済なら取り消して再オーソリし、ほかは購入"
                  "者に連絡します。");
    case WorkKind::Difference:
        return tr(
            "お支払い合計と決済金額が違う受注を、売上を確定する前に、できるものは決済金額変更でそろえます。");
    case WorkKind::PaidInCash:
        return tr("コンビニかPay-easyで入金があった受注を、対応状況の変更でまとめて入金済みにします。");
    case WorkKind::InDoubt:
        return tr("GMOの回答がなく結果を自動で確認している受注なので、もう一度操作せずに待ちます。");
    case WorkKind::Conflict:
        return tr("GMOの状態が予想と違う受注を、一件ずつ開いて確かめ、どう扱うかを決めます。");
    case WorkKind::CancelledWithOpenPayment:
        return tr(
            "注文取消しか返品なのに決済が残っている受注を、請求や支払いの前に一括取消で取り消し、すでに支払"
            "われた分は別の方法で返金します。");
    case WorkKind::Stuck:
        return tr("決済の途中で止まっている受注を、状態一括確認でGMOの状態を確かめてから処理します。");
    case WorkKind::WalletPending:
        return tr("楽天ペイの最終結果を待っている受注で、急ぐときは状態一括確認で確かめます。");
    }
    return {};
}

Badge WorkWords::urgencyOf(WorkKind kind)
{
    switch (kind) {
    case WorkKind::Lapsed:
    case WorkKind::Difference:
    case WorkKind::Conflict:
    case WorkKind::CancelledWithOpenPayment:
        return {tr("至急"), Meaning::NeedsPerson, {}, {}};
    case WorkKind::DueSoon:
        return {tr("お早めに"), Meaning::NeedsWork, {}, {}};
    case WorkKind::CaptureNeeded:
    case WorkKind::PaidInCash:
    case WorkKind::Stuck:
        return {tr("要対応"), Meaning::NeedsWork, {}, {}};
    case WorkKind::InDoubt:
        return {tr("自動で確認中"), Meaning::Doubt, {}, {}};
    case WorkKind::WalletPending:
        return {tr("結果待ち"), Meaning::Motion, {}, {}};
    }
    return {};
}

} // namespace kessai
