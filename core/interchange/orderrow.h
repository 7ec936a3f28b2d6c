#pragma once

#include "core/domain/order.h"
#include "core/interchange/rowreader.h"

namespace kessai {

/// The three things a line of an order file holds: the order, one item, one shipment.
class OrderRow
{
public:
    /// @param rounding how taxes of the file's items are rounded; the file does not say (design.md §6)
    OrderRow(const OrderColumns &columns, TextEncoding encoding, Rounding rounding);

    void turnTo(const CsvRecord &record) { m_row.turnTo(record); }
    /// The order's own values; the columns that the file lacks stay as they are.
    void readOrder(Order &order);
    OrderItem readItem();
    Shipment readShipment();
    [[nodiscard]] QByteArrayView raw(OrderColumn column) const { return m_row.raw(column); }
    /// What was wrong since the last call.
    QList<ImportProblem> takeProblems() { return m_row.takeProblems(); }

    /// The kept columns of the file that belong to the order itself and stand alike in all its lines.
    [[nodiscard]] const QList<OrderColumn> &orderColumns() const { return m_orderColumns; }

private:
    void readPerson(Order &order);
    void readTotals(OrderTotals &totals);
    OrderStatus readStatus();
    PaymentMethod methodNamed(const QString &name);
    OrderItemType readItemType();
    QString text(OrderColumn column) const { return m_row.text(column); }

    const OrderColumns &m_columns;
    RowReader m_row;
    Rounding m_rounding;
    QList<OrderColumn> m_orderColumns;
    QList<OrderColumn> m_orderTexts;
    QList<OrderColumn> m_itemTexts;
    QList<OrderColumn> m_shipmentTexts;
    QString m_lastMethodName;
    PaymentMethod m_lastMethod = PaymentMethod::Other;
};

} // namespace kessai
