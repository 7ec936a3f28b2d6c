#include "app/cli/exportorders.h"

#include "app/cli/exportsummaries.h"
#include "app/cli/orderfilteroptions.h"
#include "app/cli/ordertext.h"
#include "core/base/japantime.h"
#include "core/interchange/eccubeorderfile.h"
#include "core/storage/orderrows.h"

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

TableValue shippedCell(const OrderSummary &order)
{
    return order.shippedAt ? TableValue(japantime::dayOf(*order.shippedAt)) : TableValue(u"未出荷"_s);
}

QStringList titles()
{
    return {u"注文番号"_s,   u"受注日時"_s,         u"お名前"_s,       u"支払方法"_s,
            u"対応状況"_s,   u"購入金額"_s,         u"入金日"_s,       u"決済状況"_s,
            u"確認"_s,       u"決済金額"_s,         u"差異"_s,         u"売上期限"_s,
            u"お支払期限"_s, u"変更・取消の期限"_s, u"お問合せ"_s,     u"出荷状況"_s,
            u"お届け先"_s,   u"都道府県"_s,         u"お届け先の数"_s, u"お問い合わせ番号"_s,
            u"会社名"_s,     u"決済オーダーID"_s};
}

QList<TableValue> rowOf(const OrderSummary &order)
{
    return {order.orderNumber,
            cell(order.orderedAt),
            nameOf(order),
            order.methodName,
            labelOf(order.status),
            order.payableTotal,
            paidCell(order),
            paymentStatusText(order),
            checkText(order),
            cell(order.gatewayAmount),
            differenceCell(order),
            cell(order.captureBy),
            cell(order.payBy),
            cell(order.cancelBy),
            order.hasMessage ? TableValue(u"あり"_s) : TableValue(),
            shippedCell(order),
            order.recipientName,
            order.recipientPrefecture,
            qint64(order.shipmentCount),
            order.trackingNumber,
            order.companyName,
            order.gatewayOrderId};
}

/// Whole orders as the shop's system has them.
class ShopFileTable : public ExportTable
{
public:
    ShopFileTable(Database &database, QList<OrderId> ids, OrderFileColumns columns)
        : m_database(database), m_ids(std::move(ids)), m_columns(columns)
    {
    }

    [[nodiscard]] QStringList titles() const override
    {
        return isShipping() ? eccube4::shippingTitles() : eccube4::orderTitles();
    }
    [[nodiscard]] ValueStyle style() const override { return ValueStyle::Shop; }

    /// Goes on past orders that have no line.
    StorageResult<Rows> next() override
    {
        Rows rows;
        while (rows.isEmpty() && m_told < m_ids.size()) {
            const auto orders = readOrders(m_database, m_ids.mid(m_told, ExportedAtOnce));
            if (!orders) {
                return failure(orders.error());
            }
            m_told += ExportedAtOnce;
            for (const Order &order : *orders) {
                rows += isShipping() ? eccube4::shippingRows(order) : eccube4::orderRows(order);
            }
        }
        return rows;
    }

private:
    [[nodiscard]] bool isShipping() const { return m_columns == OrderFileColumns::Shipping; }

    Database &m_database;
    QList<OrderId> m_ids;
    OrderFileColumns m_columns;
    qsizetype m_told = 0;
};

} // namespace

Result<OrderFileColumns, QString> orderFileColumnsOf(const CommandLine &line)
{
    const QString name = line.value(u"columns"_s);
    if (!line.has(u"columns"_s) || name == u"list"_s) {
        return OrderFileColumns::List;
    }
    if (name == u"eccube4"_s) {
        return OrderFileColumns::Eccube4;
    }
    if (name == u"eccube4-shipping"_s) {
        return OrderFileColumns::Shipping;
    }
    return failure(
        u"--columns の「%1」はありません。list、eccube4、eccube4-shipping のどれかを指定してください。"_s.arg(
            name));
}

Result<std::unique_ptr<ExportTable>, CommandResult> exportOrders(const CommandLine &line,
                                                                 ShopContext &context)
{
    const auto columns = orderFileColumnsOf(line);
    const auto query = orderQueryOf(line);
    if (!columns || !query) {
        return failure(usageError(columns ? query.error() : columns.error()));
    }
    auto ids = context.orders.matching(query->filter, query->sort);
    if (!ids) {
        return failure(storeError(ids.error()));
    }
    if (*columns == OrderFileColumns::List) {
        return std::unique_ptr<ExportTable>(
            std::make_unique<ExportSummaries>(context.orders, std::move(*ids), titles(), rowOf));
    }
    return std::unique_ptr<ExportTable>(
        std::make_unique<ShopFileTable>(context.database, std::move(*ids), *columns));
}

} // namespace kessai::cli
