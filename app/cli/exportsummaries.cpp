#include "app/cli/exportsummaries.h"

#include "app/cli/operationtext.h"
#include "core/base/japantime.h"

using namespace Qt::StringLiterals;

namespace kessai::cli {

StorageResult<ExportTable::Rows> ExportSummaries::next()
{
    const auto page = m_orders.page(m_ids.mid(m_told, ExportedAtOnce));
    if (!page) {
        return failure(page.error());
    }
    m_told += ExportedAtOnce;
    Rows rows;
    for (const OrderSummary &order : *page) {
        rows.append(m_rowOf(order));
    }
    return rows;
}

QString nameOf(const OrderSummary &order)
{
    return order.customerName.isEmpty() ? order.companyName : order.customerName;
}

QString checkText(const OrderSummary &order)
{
    if (order.doubt) {
        return stateText(*order.doubt);
    }
    return order.ambiguous ? u"二重決済の疑い"_s : QString();
}

TableValue paidCell(const OrderSummary &order)
{
    return order.paidAt ? TableValue(japantime::dayOf(*order.paidAt)) : TableValue(u"未入金"_s);
}

TableValue differenceCell(const OrderSummary &order)
{
    return order.difference && order.difference->value != 0 ? TableValue(*order.difference) : TableValue();
}

} // namespace kessai::cli
