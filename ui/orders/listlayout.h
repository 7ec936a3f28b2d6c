#pragma once

#include "ui/models/ordertablemodel.h"

namespace kessai {

/// What makes one list out of the shared parts: 受注一覧 (S21–S42) or 決済状況一覧 (S87–S109).
struct ListLayout
{
    enum class Kind { Orders, Payments };

    Kind kind = Kind::Orders;
    QString settingsPrefix;                       ///< of the window's settings: `list`, `payments`
    QString namePrefix;                           ///< of objectNames: "", `payments_`
    QList<OrderTableModel::Column> columns;       ///< from left to right; others are never shown
    QList<OrderTableModel::Column> alwaysShown;   ///< cannot be hidden
    QList<OrderTableModel::Column> hiddenAtFirst; ///< until somebody asks for them
    OrderTableModel::Lines lines;                 ///< of rows of two lines; both forms are offered
    OrderFilter base;                             ///< what is there without any condition
    OrderSort sort;                               ///< before anybody has chosen one

    /// Stands in the second line of another column where rows have two.
    [[nodiscard]] bool isSecondLine(OrderTableModel::Column column) const;

    static ListLayout orders();
    static ListLayout payments();

    [[nodiscard]] QString name(const QString &part) const { return namePrefix + part; }
    [[nodiscard]] QString key(const QString &part) const { return settingsPrefix + u'/' + part; }
    /// A filter from anywhere, with what this list always asks for.
    [[nodiscard]] OrderFilter completed(OrderFilter filter) const;
};

} // namespace kessai
