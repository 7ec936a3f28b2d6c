#pragma once

#include "app/cli/exporttables.h"
#include "core/storage/orderrepository.h"

namespace kessai::cli {

/// One row per order, as the lists have it.
class ExportSummaries : public ExportTable
{
public:
    using RowOf = QList<TableValue> (*)(const OrderSummary &order);
    ExportSummaries(OrderRepository &orders, QList<OrderId> ids, QStringList titles, RowOf rowOf)
        : m_orders(orders), m_ids(std::move(ids)), m_titles(std::move(titles)), m_rowOf(rowOf)
    {
    }

    [[nodiscard]] QStringList titles() const override { return m_titles; }
    StorageResult<Rows> next() override;

private:
    OrderRepository &m_orders;
    QList<OrderId> m_ids;
    QStringList m_titles;
    RowOf m_rowOf;
    qsizetype m_told = 0;
};

/// Of the company where there is no person.
QString nameOf(const OrderSummary &order);
/// What the list shows in place of 決済状況, which stands beside it in a file: 結果確認中, 要確認 …
QString checkText(const OrderSummary &order);
/// The day, or 未入金.
TableValue paidCell(const OrderSummary &order);
/// Empty where there is none.
TableValue differenceCell(const OrderSummary &order);

} // namespace kessai::cli
