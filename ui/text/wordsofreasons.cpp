#include "ui/text/words.h"

namespace kessai {

QString Words::of(EndReason reason)
{
    switch (reason) {
    case EndReason::None:
        return {};
    case EndReason::AlreadyDone:
        return tr("すでにその状態になっています。");
    case EndReason::WrongState:
        return tr("GMOでの取引状態がこの操作に合いません。");
    case EndReason::AmountMoved:
        return tr("金額が確認したときから変わっています。今の金額を確かめてください。");
    case EndReason::Difference:
        return tr("決済金額とお支払い合計に差異があります。");
    case EndReason::NoPayment:
        return tr("操作できる決済がありません。");
    case EndReason::AmbiguousPayment:
        return tr("有効な決済が2件以上あります。どれに対する操作かを選んでください。");
    case EndReason::DeadlineOver:
        return tr("操作できる期限を過ぎています。");
    case EndReason::Midnight:
        return tr("日付が変わる前後は取消を行いません。0時2分以降にもう一度操作してください。");
    case EndReason::NoGatewayDate:
        return tr("GMOの日付がわからないため、取消の種類を決められません。");
    case EndReason::Held:
        return tr("この決済には確認の済んでいない操作があります。");
    case EndReason::Unreadable:
        return tr("GMOの回答を読み取れませんでした。何も送信していません。");
    case EndReason::NotSent:
        return tr("何も送信していません。注文の今の状態を確かめてから、もう一度操作できます。");
    case EndReason::Withdrawn:
        return tr("実行する前に取りやめました。");
    case EndReason::RefusedByGateway:
        return tr("GMOが受け付けませんでした。請求に変化はありません。");
    case EndReason::Declined:
        return tr("カード会社の承認が得られませんでした。");
    case EndReason::NoEffect:
        return tr("GMOの状態は変わっていません。");
    case EndReason::NoAnswer:
        return tr("GMOの回答がありませんでした。");
    case EndReason::Contradiction:
        return tr("GMOの回答が矛盾しています。");
    case EndReason::UnexpectedState:
        return tr("GMOでの状態が予想と違います。");
    case EndReason::UnknownOrder:
        return tr("GMOにこの決済オーダーIDがありません。");
    }
    return {};
}

QString Words::afterDecline(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Capture:
        return tr("請求は確定せず、取引状態は元のままです。商品を発送する前に、別の支払方法を購入者に相談して"
                  "ください。");
    case OperationKind::Cancel:
        return tr("取消は行われず、決済は元のままです。GMOにお問い合わせください。");
    case OperationKind::Change:
        return tr("決済金額と取引状態は変更前のままです。別の支払方法を購入者に相談してください。");
    case OperationKind::Reauthorize:
        return tr("決済は取り消されたままです。別のカードか別の支払方法を購入者に依頼してください。");
    }
    return {};
}

QString Words::of(RuleReason reason)
{
    switch (reason) {
    case RuleReason::None:
        return {};
    case RuleReason::NotLinked:
        return tr("決済オーダーIDが連携されていません。");
    case RuleReason::NotGatewayMethod:
        return tr("GMO決済の注文ではありません。");
    case RuleReason::NeverRead:
        return tr("GMOの状態はまだ確認していません。実行の前に確認します。");
    case RuleReason::WrongState:
        return tr("今の取引状態では操作できません。");
    case RuleReason::AlreadyCaptured:
        return tr("すでに実売上済みです。");
    case RuleReason::ImmediateSale:
        return tr("即時売上のため、売上処理は必要ありません。");
    case RuleReason::CaptureDeadlineOver:
        return tr("売上期限を過ぎています。再オーソリが必要です。");
    case RuleReason::CaptureTermOver:
        return tr("売上期限を過ぎています。お支払いのやり直しを購入者に依頼してください。");
    case RuleReason::ChangeDeadlineOver:
        return tr("GMOでの操作期限を過ぎています。GMOにお問い合わせください。");
    case RuleReason::DifferenceBlocksCapture:
        return tr("差異があります。先に決済金額変更を行ってください。できない支払方法では、決済金額のまま売上"
                  "を確定するか取り消してください。");
    case RuleReason::NoDifference:
        return tr("お支払い合計と同じ金額です。");
    case RuleReason::AmountOutOfRange:
        return tr("決済金額は1円（楽天ペイは100円）から9,999,999円までです。");
    case RuleReason::OperationLive:
        return tr("この決済には確認の済んでいない操作があります。");
    case RuleReason::FindingOpen:
        return tr("要確認の内容を先に確認してください。");
    case RuleReason::WaitsInRun:
        return tr("一括処理（一時停止中など）で順番を待っています。");
    case RuleReason::AmbiguousPayment:
        return tr("有効な決済が2件以上あります。どれに対する操作かを選んでください。");
    case RuleReason::OtherPaymentOpen:
        return tr("この注文には、有効な決済か確認の済んでいない決済がほかにあります。");
    case RuleReason::MidnightGuard:
        return tr("日付が変わる前後は取消を行いません。0時2分以降に操作してください。");
    case RuleReason::NotOffered:
        return tr("この支払方法にはこの操作がありません。");
    case RuleReason::GatewayInWork:
        return tr("楽天ペイの結果を待っています。結果が出るまで操作できません。");
    case RuleReason::PaidInCash:
        return tr(
            "支払い済みのコンビニ・Pay-easy決済は、GMOでは返金できません。別の方法で返金してください。");
    case RuleReason::PaidByWebMoney:
        return tr("WebMoneyで支払われたauかんたん決済は返金できません。別の方法で返金してください。");
    }
    return {};
}

QString Words::explanationOf(PaymentStatus status)
{
    switch (status) {
    case PaymentStatus::Unsettled:
        return tr("決済の手続きの途中か、途中で終わったものです。与信を得ていません。請求はありません。");
    case PaymentStatus::RequestSucceeded:
        return tr("決済の要求を行いました。結果がエラーだったものも含みます。コンビニとPay-"
                  "easyでは入金待ち、キャリア決済では購入者の手続き待ちです。");
    case PaymentStatus::Paid:
        return tr("購入者の支払いが済みました（コンビニ・銀行ATM・ネットバンク）。");
    case PaymentStatus::Expired:
        return tr("期限までに支払いがありませんでした。請求はありません。");
    case PaymentStatus::Cancelled:
        return tr("決済がキャンセルされました（カード以外。契約によりカードも）。請求はありません。");
    case PaymentStatus::Authorized:
        return tr("与信枠を確保しています。売上処理をするまで請求されません。");
    case PaymentStatus::Captured:
        return tr("売上が確定しました。購入者に請求されます。");
    case PaymentStatus::ImmediatelyCaptured:
        return tr("与信と同時に売上が確定しました。");
    case PaymentStatus::Voided:
        return tr("当日のうちに取り消されました（カード）。請求はありません。");
    case PaymentStatus::Returned:
        return tr("カードでは、翌日以降に取り消されました。仮売上済みからの取消は、月を跨いでも返品済みです。"
                  "auかんたん決済では、売上の翌月以降に取り消されました。");
    case PaymentStatus::ReturnedInLaterMonth:
        return tr("実売上または即時売上の翌月以降に取り消されました（カード）。");
    case PaymentStatus::SimplyAuthorized:
        return tr("簡易オーソリの済んだ決済です（カード）。売上にはできません。");
    case PaymentStatus::Checked:
        return tr("カードの有効性だけを確認しました。請求はありません。");
    case PaymentStatus::Exception:
        return tr("どの状態にも当てはまらない回答です。GMOの管理画面で確認してください。");
    case PaymentStatus::PaymentStarted:
        return tr("購入者が決済の手続きを始めました（楽天ペイ）。");
    case PaymentStatus::CaptureAccepted:
        return tr("楽天ペイが売上の要求を受け付けました。結果を待っています。");
    case PaymentStatus::CancelAccepted:
        return tr("楽天ペイが取消の要求を受け付けました。結果を待っています。");
    case PaymentStatus::ChangeAccepted:
        return tr("楽天ペイが金額変更の要求を受け付けました。結果を待っています。");
    case PaymentStatus::Failed:
        return tr("決済のときにエラーになり、成立しませんでした（カード以外）。");
    }
    return {};
}

} // namespace kessai
