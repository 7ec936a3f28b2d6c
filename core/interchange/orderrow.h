#pragma once

#include "core/domain/order.h"
#include "core/interchange/rowreader.h"

#include <QHash>
#include <QVarLengthArray>

namespace kessai {

/// The three things a line of an order file holds: the order, one item, one shipment.
class OrderRow
{
public:
    /// @param rounding how taxes of the file's items are rounded; the file does not say (design.md §6)
    OrderRow(const OrderColumns &columns, TextEncoding encoding, CsvDialect dialect, Rounding rounding);

    void turnTo(const CsvRecord &record) { m_row.turnTo(record); }
    /// The order's own values; the columns that the file lacks stay as they are.
    void readOrder(Order &order);
    /// False where every column of an item is empty, and of a shipment.
    [[nodiscard]] bool hasItem() const { return hasAny(m_itemColumns); }
    [[nodiscard]] bool hasShipment() const { return hasAny(m_shipmentColumns); }
    OrderItem readItem();
    Shipment readShipment();
    [[nodiscard]] QByteArrayView raw(OrderColumn column) const { return m_row.raw(column); }
    /// What was wrong since the last call.
    QList<ImportProblem> takeProblems() { return m_row.takeProblems(); }

    /// Remembers the order's own values as they stand in this line.
    void keepOrderBytes();
    /// Whether they stand alike in this line: all lines of one order repeat them.
    [[nodiscard]] bool sameOrderBytes() const;

private:
    void readPerson(Order &order);
    void readTotals(OrderTotals &totals);
    OrderStatus readStatus();
    PaymentMethod methodNamed(const QString &name);
    OrderItemType readItemType();
    [[nodiscard]] bool hasAny(const QList<OrderColumn> &columns) const;
    [[nodiscard]] const QString &text(OrderColumn column) const { return m_row.text(column); }

    const OrderColumns &m_columns;
    RowReader m_row;
    Rounding m_rounding;
    QList<OrderColumn> m_orderColumns; ///< the kept columns that belong to the order itself
    QByteArray m_orderBytes;           ///< what they held in the line kept, one behind the other
    QVarLengthArray<qsizetype, 64> m_orderSizes;
    QList<OrderColumn> m_orderTexts;
    QList<OrderColumn> m_itemColumns; ///< all of an item, its texts first
    QList<OrderColumn> m_itemTexts;
    QList<OrderColumn> m_shipmentColumns;
    QList<OrderColumn> m_shipmentTexts;
    QHash<QString, PaymentMethod> m_methods; ///< by the shop's name of each, as far as they came up
};

} // namespace kessai
