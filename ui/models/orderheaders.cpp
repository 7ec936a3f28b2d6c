// Titles of the columns, and what each of them means.
#include "ui/models/ordercells.h"

namespace kessai {

using Column = OrderTableModel::Column;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OrderCells)
};

QString headerExplanation(Column column)
{
    if (column == Column::Method || column == Column::Status) {
        return Text::tr("対応状況は受注管理での状況です。GMOの決済の状況とは別のものです。");
    }
    if (column == Column::PaymentStatus) {
        return Text::tr("決済状況はGMOでの決済の状態です。受注の対応状況とは別のものです。");
    }
    if (column == Column::Difference) {
        return Text::tr("お支払い合計から決済金額を引いた差です。");
    }
    switch (column) {
    case Column::Deadline:
        return Text::tr("仮売上済みの決済を売上確定できる最後の日です。");
    case Column::GatewayAmount:
        return Text::tr("GMOでの決済の金額（税を含む）です。");
    case Column::LastOperation:
        return Text::tr("この決済に最後に行った操作とその結果です。");
    case Column::LastError:
        return Text::tr("最後にGMOから返ったエラーコードです。意味は受注情報の決済ログで確認できます。");
    case Column::Orderer:
    case Column::OrderedAt:
    case Column::Method:
    case Column::Status:
    case Column::Amount:
    case Column::PaidAt:
    case Column::PaymentStatus:
    case Column::Difference:
    case Column::Message:
    case Column::Shipped:
    case Column::Tracking:
    case Column::Recipient:
    case Column::GatewayOrderId:
    case Column::Tick:
    case Column::Number:
    case Column::OrderedAtSecond:
    case Column::Customer:
    case Column::Count:
        return {};
    }
    return {};
}

} // namespace

QVariant orderHeader(Column column, int role)
{
    if (role == Qt::TextAlignmentRole) {
        return int(isRightAligned(column) ? Qt::AlignRight | Qt::AlignVCenter
                                          : Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole) {
        return headerExplanation(column);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case Column::Orderer:
        return Text::tr("注文者");
    case Column::OrderedAt:
        return Text::tr("受注日時");
    case Column::Method:
        return Text::tr("支払方法");
    case Column::Status:
        return Text::tr("対応状況");
    case Column::Amount:
        return Text::tr("購入金額");
    case Column::PaidAt:
        return Text::tr("入金日");
    case Column::PaymentStatus:
        return Text::tr("決済状況");
    case Column::Difference:
        return Text::tr("差異");
    case Column::Deadline:
        return Text::tr("売上期限");
    case Column::Message:
        return Text::tr("お問合せ");
    case Column::Shipped:
        return Text::tr("出荷状況");
    case Column::Tracking:
        return Text::tr("お問い合わせ番号");
    case Column::Recipient:
        return Text::tr("お届け先");
    case Column::GatewayOrderId:
        return Text::tr("決済オーダーID");
    case Column::Number:
        return Text::tr("注文番号");
    case Column::OrderedAtSecond:
        return Text::tr("受注日時");
    case Column::Customer:
        return Text::tr("お名前");
    case Column::GatewayAmount:
        return Text::tr("決済金額");
    case Column::LastOperation:
        return Text::tr("最終操作");
    case Column::LastError:
        return Text::tr("最終エラー");
    case Column::Tick:
    case Column::Count:
        return {};
    }
    return {};
}

} // namespace kessai
