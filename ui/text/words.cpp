#include "ui/text/words.h"

namespace kessai {

using namespace Qt::StringLiterals;

QString Words::of(OrderStatus status)
{
    switch (status) {
    case OrderStatus::New:
        return tr("新規受付");
    case OrderStatus::Cancelled:
        return tr("注文取消し");
    case OrderStatus::InProgress:
        return tr("対応中");
    case OrderStatus::Delivered:
        return tr("発送済み");
    case OrderStatus::Paid:
        return tr("入金済み");
    case OrderStatus::Pending:
        return tr("決済処理中");
    case OrderStatus::Processing:
        return tr("購入処理中");
    case OrderStatus::Returned:
        return tr("返品");
    }
    return {};
}

QString Words::of(PaymentStatus status)
{
    switch (status) {
    case PaymentStatus::Unsettled:
        return tr("未決済");
    case PaymentStatus::RequestSucceeded:
        return tr("要求成功");
    case PaymentStatus::Paid:
        return tr("支払い完了");
    case PaymentStatus::Expired:
        return tr("期限切れ");
    case PaymentStatus::Cancelled:
        return tr("キャンセル");
    case PaymentStatus::Authorized:
        return tr("仮売上済み");
    case PaymentStatus::Captured:
        return tr("実売上済み");
    case PaymentStatus::ImmediatelyCaptured:
        return tr("即時売上済み");
    case PaymentStatus::Voided:
        return tr("取消済み");
    case PaymentStatus::Returned:
        return tr("返品済み");
    case PaymentStatus::ReturnedInLaterMonth:
        return tr("月跨ぎ返品済み");
    case PaymentStatus::SimplyAuthorized:
        return tr("簡易オーソリ済み");
    case PaymentStatus::Checked:
        return tr("有効性チェック済み");
    case PaymentStatus::Exception:
        return tr("例外エラー");
    case PaymentStatus::PaymentStarted:
        return tr("決済開始");
    case PaymentStatus::CaptureAccepted:
        return tr("注文確定受付");
    case PaymentStatus::CancelAccepted:
        return tr("キャンセル受付");
    case PaymentStatus::ChangeAccepted:
        return tr("注文金額変更受付");
    case PaymentStatus::Failed:
        return tr("決済失敗");
    }
    return {};
}

QString Words::of(PaymentMethod method)
{
    switch (method) {
    case PaymentMethod::Card:
        return tr("クレジット決済");
    case PaymentMethod::ConvenienceStore:
        return tr("コンビニ決済");
    case PaymentMethod::PayEasyAtm:
        return tr("Pay-easy決済(銀行ATM)");
    case PaymentMethod::PayEasyNet:
        return tr("Pay-easy決済(ネットバンク)");
    case PaymentMethod::Au:
        return tr("auかんたん決済");
    case PaymentMethod::Docomo:
        return tr("ドコモケータイ払い");
    case PaymentMethod::SoftBank:
        return tr("ソフトバンクまとめて支払い");
    case PaymentMethod::Rakuten:
        return tr("楽天ペイ");
    case PaymentMethod::Other:
        return tr("GMO決済以外");
    }
    return {};
}

QString Words::of(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Capture:
        return tr("売上確定(実売上)");
    case OperationKind::Cancel:
        return tr("取消(返品)");
    case OperationKind::Change:
        return tr("決済金額変更");
    case OperationKind::Reauthorize:
        return tr("再オーソリ");
    }
    return {};
}

QString Words::of(RunKind kind)
{
    switch (kind) {
    case RunKind::Capture:
        return tr("一括売上");
    case RunKind::Cancel:
        return tr("一括取消");
    case RunKind::Change:
        return tr("一括決済金額変更");
    case RunKind::Reauthorize:
        return tr("一括再オーソリ");
    case RunKind::Refresh:
        return tr("状態一括確認");
    case RunKind::Status:
        return tr("対応状況の変更");
    }
    return {};
}

QString Words::of(RunKind kind, const std::optional<OrderStatus> &wanted)
{
    return wanted ? tr("%1（%2）").arg(of(kind), of(*wanted)) : of(kind);
}

QString Words::of(OperationState state)
{
    switch (state) {
    case OperationState::Planned:
        return tr("待機中");
    case OperationState::Claimed:
    case OperationState::Armed:
        return tr("処理中");
    case OperationState::InDoubt:
        return tr("結果確認中");
    case OperationState::Conflict:
        return tr("要確認");
    case OperationState::Done:
        return tr("完了");
    case OperationState::Refused:
        return tr("不成立（影響なし）");
    case OperationState::Cancelled:
        return tr("取りやめ");
    }
    return {};
}

QString Words::unlinked()
{
    return tr("未連携");
}

QString Words::neverRead()
{
    return tr("未確認");
}

QString Words::ofImportedField(const QString &field)
{
    const QHash<QString, QString> words{
        {u"orderNumber"_s, tr("注文番号")},
        {u"shopCustomerId"_s, tr("会員ID")},
        {u"customer"_s, tr("注文者")},
        {u"mailAddress"_s, tr("メールアドレス")},
        {u"message"_s, tr("要望等")},
        {u"note"_s, tr("ショップ用メモ欄")},
        {u"status"_s, tr("対応状況")},
        {u"method"_s, tr("支払方法")},
        {u"orderedAt"_s, tr("受注日時")},
        {u"paidAt"_s, tr("入金日")},
        {u"lines"_s, tr("明細と金額")},
        {u"shipments"_s, tr("配送先")},
        {u"trackingNumber"_s, tr("出荷伝票番号")},
        {u"shippedAt"_s, tr("発送日")},
    };
    return words.value(field, field);
}

} // namespace kessai
