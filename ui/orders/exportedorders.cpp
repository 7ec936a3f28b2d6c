#include "ui/orders/exportedorders.h"

#include "core/interchange/eccubeorderfile.h"
#include "core/storage/orderrepository.h"
#include "core/storage/orderrows.h"

namespace kessai {

StorageResult<qint64> ExportedOrders::open(Database &database)
{
    auto ids = m_wanted.ticks   ? tickedIds(database, *m_wanted.ticks, m_wanted.sort)
               : m_wanted.found ? StorageResult<QList<OrderId>>(*m_wanted.found)
                                : OrderRepository(database).matching(m_wanted.filter, m_wanted.sort);
    if (!ids) {
        return failure(ids.error());
    }
    m_ids = std::move(*ids);
    return qint64(m_ids.size());
}

StorageResult<ExportedTable::Piece> ExportedOrders::next(Database &database)
{
    constexpr qsizetype PieceOrders = 250; // lists wait for it
    const QList<OrderId> ids = m_ids.mid(m_told, PieceOrders);
    auto rows = rowsOf(database, ids);
    if (!rows) {
        return failure(rows.error());
    }
    m_told += ids.size();
    return Piece{std::move(*rows), ids.size()};
}

StorageResult<QList<QList<TableValue>>> ExportedList::rowsOf(Database &database, const QList<OrderId> &ids)
{
    const auto orders = OrderRepository(database).page(ids);
    if (!orders) {
        return failure(orders.error());
    }
    QList<QList<TableValue>> rows;
    rows.reserve(orders->size());
    for (const OrderSummary &order : *orders) {
        rows.append(m_values.of(order));
    }
    return rows;
}

QStringList ExportedShopFile::titles() const
{
    return m_file == File::Orders ? eccube4::orderTitles() : eccube4::shippingTitles();
}

StorageResult<QList<QList<TableValue>>> ExportedShopFile::rowsOf(Database &database,
                                                                 const QList<OrderId> &ids)
{
    const auto orders = readOrders(database, ids);
    if (!orders) {
        return failure(orders.error());
    }
    QList<QList<TableValue>> rows;
    for (const Order &order : *orders) {
        rows += m_file == File::Orders ? eccube4::orderRows(order) : eccube4::shippingRows(order);
    }
    return rows;
}

} // namespace kessai
