#include "ui/work/orderview.h"

#include "ui/models/sessionordersource.h"

namespace kessai {

const QList<OrderView::Kind> &OrderView::all()
{
    static const QList<Kind> kinds{Kind::All,        Kind::CaptureNeeded,
                                   Kind::DueSoon,    Kind::Lapsed,
                                   Kind::Difference, Kind::CancelledWithOpenPayment,
                                   Kind::InDoubt,    Kind::Conflict,
                                   Kind::Ambiguous,  Kind::StuckInPayment,
                                   Kind::Unlinked,   Kind::ImportConflict,
                                   Kind::Unreflected};
    return kinds;
}

QString OrderView::titleOf(Kind kind)
{
    switch (kind) {
    case Kind::All:
        return tr("受注一覧");
    case Kind::DueSoon:
        return tr("売上期限が%n日以内", nullptr, CaptureDueSoonDays);
    case Kind::Lapsed:
        return tr("売上期限超過");
    case Kind::Difference:
        return tr("差異あり");
    case Kind::CancelledWithOpenPayment:
        return tr("取消し済み注文で未取消の決済");
    case Kind::InDoubt:
        return tr("結果確認中");
    case Kind::Conflict:
        return tr("要確認");
    case Kind::Ambiguous:
        return tr("二重決済の疑い");
    case Kind::Unlinked:
        return tr("未連携");
    case Kind::ImportConflict:
        return tr("取込と相違");
    case Kind::Unreflected:
        return tr("ショップ未反映");
    case Kind::CaptureNeeded:
        return tr("要売上");
    case Kind::StuckInPayment:
        return tr("決済処理中の滞留");
    }
    return {};
}

QString OrderView::shortTitleOf(Kind kind)
{
    return kind == Kind::CancelledWithOpenPayment ? tr("取消し済みで未取消") : titleOf(kind);
}

QString OrderView::explanationOf(Kind kind)
{
    switch (kind) {
    case Kind::All:
        return tr("購入処理中と決済処理中を除く、すべての受注です。");
    case Kind::DueSoon:
        return tr("仮売上済みのままで、売上期限まで%n日以内の受注です。期限の日も含みます。", nullptr,
                  CaptureDueSoonDays);
    case Kind::Lapsed:
        return tr("仮売上済みのまま、売上期限を過ぎた受注です。もう売上を確定できません。");
    case Kind::Difference:
        return tr("お支払い合計と決済金額が違う受注です。");
    case Kind::CancelledWithOpenPayment:
        return tr(
            "注文取消しか返品になったのに、決済が残っている受注です。取り消さないと、お客様に請求されたり、"
            "お店や銀行で支払われたりします。すでに支払われた分は、別の方法で返金します。");
    case Kind::InDoubt:
        return tr("GMOの回答がなく、結果を確認している受注です。もう一度操作する必要はありません。");
    case Kind::Conflict:
        return tr("GMOの状態が予想と違い、担当者の確認が必要な受注です。");
    case Kind::Ambiguous:
        return tr("有効な決済が2件以上ある受注です。");
    case Kind::Unlinked:
        return tr("GMO決済の受注で、決済オーダーIDがまだわからないものです。");
    case Kind::ImportConflict:
        return tr("取り込んだ値と、ここで変えた値が違う受注です。");
    case Kind::Unreflected:
        return tr("ここで変えた値が、まだショップの受注データにない受注です。同じ値のファイルを取り込むと外れ"
                  "ます。");
    case Kind::CaptureNeeded:
        return tr("仮売上済みで、まだ売上を確定していない受注です。注文取消しと返品は含みません。");
    case Kind::StuckInPayment:
        return tr(
            "購入処理中か決済処理中のまま%n分以上たった受注です。決済の途中で止まっているおそれがあります。",
            nullptr, StuckInPaymentMinutes);
    }
    return {};
}

OrderFilter OrderView::filterOf(Kind kind, const QDateTime &now)
{
    OrderFilter filter;
    switch (kind) {
    case Kind::All:
        break;
    case Kind::DueSoon:
        return captureDueFilter(CaptureDue::Soon, now);
    case Kind::Lapsed:
        return captureDueFilter(CaptureDue::Lapsed, now);
    case Kind::Difference:
        filter.onlyDifference = true;
        break;
    case Kind::CancelledWithOpenPayment:
        filter.onlyCancelledWithOpenPayment = true;
        break;
    case Kind::InDoubt:
        filter.onlyInDoubt = true;
        break;
    case Kind::Conflict:
        filter.onlyConflict = true;
        break;
    case Kind::Ambiguous:
        filter.onlyAmbiguous = true;
        break;
    case Kind::Unlinked:
        filter.onlyUnlinked = true;
        break;
    case Kind::ImportConflict:
        filter.onlyImportConflict = true;
        break;
    case Kind::Unreflected:
        filter.onlyUnreflected = true;
        break;
    case Kind::CaptureNeeded:
        filter.onlyCaptureNeeded = true;
        break;
    case Kind::StuckInPayment:
        filter.stuckMinutes = StuckInPaymentMinutes;
        break;
    }
    return askedAt(filter, now);
}

qint64 OrderView::countOf(Kind kind, const ListCounts &counts)
{
    switch (kind) {
    case Kind::All:
        return counts.orders;
    case Kind::DueSoon:
        return counts.captureDueSoon;
    case Kind::Lapsed:
        return counts.captureLapsed;
    case Kind::Difference:
        return counts.counts.difference;
    case Kind::CancelledWithOpenPayment:
        return counts.counts.cancelledWithOpenPayment;
    case Kind::InDoubt:
        return counts.counts.inDoubt;
    case Kind::Conflict:
        return counts.counts.conflict;
    case Kind::Ambiguous:
        return counts.counts.ambiguous;
    case Kind::Unlinked:
        return counts.counts.unlinked;
    case Kind::ImportConflict:
        return counts.counts.importConflict;
    case Kind::Unreflected:
        return counts.counts.unreflected;
    case Kind::CaptureNeeded:
        return counts.captureNeeded;
    case Kind::StuckInPayment:
        return counts.stuckInPayment;
    }
    return 0;
}

OrderView::Kind OrderView::of(const OrderFilter &filter, const QDateTime &now)
{
    const OrderFilter asked = askedAt(filter, now); // whenever it was asked before
    for (const Kind kind : all()) {
        if (filterOf(kind, now) == asked) {
            return kind;
        }
    }
    return Kind::All;
}

} // namespace kessai
