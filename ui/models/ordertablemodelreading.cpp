// OrderTableModel: rows that are needed at once, whether or not anybody has looked at them.
#include "ui/models/ordercells.h"
#include "ui/models/orderreading.h"
#include "ui/models/ordertablemodel.h"

namespace kessai {

OrderReading *OrderTableModel::readingOf(const QList<OrderId> &ids, QObject *parent)
{
    auto *reading = new OrderReading(m_source, ids, parent);
    connect(reading, &OrderReading::failed, this, &OrderTableModel::failed);
    return reading;
}

QString OrderTableModel::textOf(const OrderSummary &order, Column column) const
{
    return orderCell(order, column, Qt::AccessibleTextRole, m_source.today()).toString();
}

} // namespace kessai
