#pragma once

#include "core/interchange/tablewriter.h"
#include "ui/models/ordertablemodel.h"

namespace kessai {

/// The columns of a list as values of a file: amounts are numbers, days are days, and what a list puts into
/// one cell stands in columns of its own.
struct OrderValues
{
    QList<OrderTableModel::Column> columns; ///< as they stand, without check boxes
    QString deadlineField;                  ///< as OrderTableModel::Lines has it
    QDate today;                            ///< in Japan

    [[nodiscard]] QStringList titles() const;
    [[nodiscard]] QList<TableValue> of(const OrderSummary &order) const;
};

} // namespace kessai
