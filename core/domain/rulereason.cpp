#include "core/domain/paymentrules.h"

namespace kessai {

using namespace Qt::StringLiterals;

QString reasonText(RuleReason reason)
{
    switch (reason) {
    case RuleReason::None:
        return {};
    case RuleReason::NotLinked:
        return u"決済オーダーIDが登録されていません（未連携）。先に紐付けてください。"_s;
    case RuleReason::NotGatewayMethod:
        return u"GMO決済の支払方法ではありません。"_s;
    case RuleReason::NeverRead:
        return u"決済状況は未確認です。実行前に確認します。"_s;
    case RuleReason::WrongState:
        return u"今の決済状況ではこの操作はできません。"_s;
    case RuleReason::AlreadyCaptured:
        return u"すでに実売上済みです。"_s;
    case RuleReason::ImmediateSale:
        return u"即時売上済みのため、売上処理は不要です。"_s;
    case RuleReason::CaptureDeadlineOver:
        return u"売上期限を過ぎています。取消(返品)のうえ、再オーソリをご検討ください。"_s;
    case RuleReason::CaptureTermOver:
        return u"売上期限を過ぎています。お客様にお支払いのやり直しをお願いするか、GMOにお問い合わせください。"_s;
    case RuleReason::ChangeDeadlineOver:
        return u"GMOでの処理可能期間を過ぎています。GMOに問い合わせるか、別の方法で返金してください。"_s;
    case RuleReason::DifferenceBlocksCapture:
        return u"決済金額とお支払い合計に差異があります。先に決済金額変更を行ってください。"
               u"できない支払方法では、決済金額のまま売上を確定するか取り消してください。"_s;
    case RuleReason::NoDifference:
        return u"決済金額はお支払い合計と同じです。"_s;
    case RuleReason::AmountOutOfRange:
        return u"金額は1円（楽天ペイは100円）から9,999,999円までです。0円にするには取消(返品)を行ってください。"_s;
    case RuleReason::OperationLive:
        return u"この決済では別の操作が処理中か、結果確認中です。"_s;
    case RuleReason::FindingOpen:
        return u"要確認の決済です。先に内容を確認し、解決してください。"_s;
    case RuleReason::WaitsInRun:
        return u"一括処理（一時停止中など）で順番を待っています。その一括処理を再開するか中止してください。"_s;
    case RuleReason::AmbiguousPayment:
        return u"有効な決済が複数あります（二重決済の疑い）。決済オーダーIDを指定してください。"_s;
    case RuleReason::OtherPaymentOpen:
        return u"この注文にはほかに有効な決済があるため、再オーソリはできません。"_s;
    case RuleReason::MidnightGuard:
        return u"日付が変わる前後（23:59:00～0:01:30）は取消できません。0:01:30以降にやり直してください。"_s;
    case RuleReason::NotOffered:
        return u"この支払方法にはこの操作がありません。"_s;
    case RuleReason::GatewayInWork:
        return u"楽天ペイの処理結果を待っています。結果が出てから操作してください。"_s;
    case RuleReason::PaidInCash:
        return u"支払い済みのコンビニ・Pay-easy決済はGMOでは返金できません。別の方法で返金してください。"_s;
    case RuleReason::PaidByWebMoney:
        return u"WebMoneyで支払われたauかんたん決済は返金できません。別の方法で返金してください。"_s;
    }
    return {};
}

} // namespace kessai
