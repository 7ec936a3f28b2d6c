// OrderTableModel: rows that are needed at once, whether or not anybody has looked at them, and how columns
// are sorted.
#include "ui/models/ordercells.h"
#include "ui/models/orderreading.h"
#include "ui/models/ordertablemodel.h"
#include "ui/models/ordertexts.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

OrderSummary captured(const QDate &cancelBy)
{
    OrderSummary order;
    order.paymentStatus = PaymentStatus::Captured;
    order.cancelBy = cancelBy;
    return order;
}

} // namespace

OrderReading *OrderTableModel::readingOf(const QList<OrderId> &ids, QObject *parent)
{
    auto *reading = new OrderReading(m_source, ids, parent);
    connect(reading, &OrderReading::failed, this, &OrderTableModel::failed);
    return reading;
}

QStringList OrderTableModel::textsOf(const OrderSummary &order, Column column) const
{
    Lines single = m_lines;
    single.two = false;
    QStringList texts;
    for (const Column part : {column, m_lines.belowOf(column)}) {
        if (part != Column::Count) {
            texts.append(orderCell(order, part, Qt::AccessibleTextRole, m_source.today(), single).toString());
        }
    }
    return texts;
}

QString OrderTableModel::titleOf(Column column) const
{
    return orderHeader(column, Qt::DisplayRole, m_lines).toString().replace(u'\n', tr("・"));
}

QString OrderTableModel::longestDaysLeft()
{
    const QDate day(2020, 1, 1);
    return orderText(captured(day.addDays(188)), Column::Deadline, day).second;
}

QString OrderTableModel::sortFieldOf(Column column)
{
    switch (column) {
    case Column::Orderer:
        return u"customer"_s;
    case Column::OrderedAt:
        return u"orderedAt"_s;
    case Column::Method:
        return u"methodName"_s;
    case Column::Status:
        return u"orderStatus"_s;
    case Column::Amount:
        return u"total"_s;
    case Column::PaidAt:
        return u"paidAt"_s;
    case Column::PaymentStatus:
        return u"paymentStatus"_s;
    case Column::Difference:
        return u"difference"_s;
    case Column::Deadline:
        return u"captureBy"_s;
    case Column::GatewayOrderId:
        return u"gatewayOrderId"_s;
    case Column::Shipped:
        return u"shippedAt"_s;
    case Column::Tracking:
        return u"trackingNumber"_s;
    case Column::Recipient:
        return u"recipientName"_s;
    case Column::Number:
        return u"number"_s;
    case Column::OrderedAtSecond:
        return u"orderedAt"_s;
    case Column::Customer:
        return u"customer"_s;
    case Column::GatewayAmount:
        return u"gatewayAmount"_s;
    case Column::LastOperation:
    case Column::LastError:
    case Column::Tick:
    case Column::Message:
    case Column::Count:
        return {};
    }
    return {};
}

} // namespace kessai
