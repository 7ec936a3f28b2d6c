// Titles of the columns, and what each of them means.
#include "ui/models/ordercells.h"

namespace kessai {

using Column = OrderTableModel::Column;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OrderCells)
};

/// 期限 while the list is sorted by one: which one it is.
QString titleOfDeadline(const QString &shown)
{
    return shown == u"captureBy"  ? Text::tr("期限（売上）")
           : shown == u"payBy"    ? Text::tr("期限（支払）")
           : shown == u"cancelBy" ? Text::tr("期限（取消）")
                                  : Text::tr("期限（変更）");
}

QString explanationOf(Column column, const QString &shown)
{
    if (column == Column::Deadline && !shown.isEmpty()) {
        return Text::tr(
            "並べ替えに選んだ期限だけを表示しています。ほかの項目で並べ替えると、いちばん近い期限を"
            "表示します。");
    }
    switch (column) {
    case Column::Orderer:
        return Text::tr("注文番号と注文者のお名前です。");
    case Column::OrderedAt:
    case Column::OrderedAtSecond:
        return Text::tr("注文を受けた日時（日本時間）です。");
    case Column::Method:
        return Text::tr("購入者が選んだ支払方法です。ショップでの名称を表示します。");
    case Column::Status:
        return Text::tr("対応状況は受注管理での状況です。GMOの決済の状況とは別のものです。");
    case Column::Amount:
        return Text::tr("受注のお支払い合計です。");
    case Column::PaidAt:
        return Text::tr("ショップで入金を記録した日です。なければ「未入金」です。");
    case Column::PaymentStatus:
        return Text::tr("決済状況はGMOでの決済の状態です。受注の対応状況とは別のものです。");
    case Column::Difference:
        return Text::tr("お支払い合計から決済金額を引いた差です。");
    case Column::Deadline:
        return Text::tr("いちばん近い期限です。仮売上済みの決済は売上期限（過ぎると売上処理ができません）、入"
                        "金待ちの決済は"
                        "お支払期限、売上の確定した決済は変更・取消の期限です。並べ替えは売上期限の順で、ほか"
                        "の期限の順はメニューから"
                        "選べます。");
    case Column::Message:
        return Text::tr("購入者の要望等か、ショップ用メモがある受注です。");
    case Column::Shipped:
        return Text::tr("商品を出荷した日です。なければ「未出荷」です。");
    case Column::Tracking:
        return Text::tr("配送のお問い合わせ番号です。");
    case Column::Recipient:
        return Text::tr("お届け先のお名前と都道府県です。");
    case Column::GatewayOrderId:
        return Text::tr("GMOがこの決済を見分ける番号です。");
    case Column::Number:
        return Text::tr("クリックすると、受注情報を開きます。");
    case Column::Customer:
        return Text::tr("注文者のお名前です。なければ会社名です。");
    case Column::GatewayAmount:
        return Text::tr("GMOでの決済の金額（税を含む）です。");
    case Column::LastOperation:
        return Text::tr("この決済に最後に行った操作とその結果です。");
    case Column::LastError:
        return Text::tr("最後にGMOから返ったエラーコードとその意味です。行のメニューでコピーできます。");
    case Column::Tick:
    case Column::Count:
        return {};
    }
    return {};
}

QString titleOf(Column column, const QString &shown)
{
    if (column == Column::Deadline && !shown.isEmpty()) {
        return titleOfDeadline(shown);
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
        return Text::tr("期限");
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

} // namespace

QVariant orderHeader(Column column, int role, const OrderTableModel::Lines &lines)
{
    const QString &shown = lines.deadlineField;
    const Column below = lines.belowOf(column);
    switch (role) {
    case Qt::TextAlignmentRole:
        return int(isRightAligned(column) ? Qt::AlignRight | Qt::AlignVCenter
                                          : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return below == Column::Count ? explanationOf(column, shown)
                                      : explanationOf(column, shown) + u'\n' + explanationOf(below, shown);
    case Qt::DisplayRole:
        return lines.bothTitles && below != Column::Count
                   ? titleOf(column, shown) + u'\n' + titleOf(below, shown)
                   : titleOf(column, shown);
    default:
        return {};
    }
}

} // namespace kessai
