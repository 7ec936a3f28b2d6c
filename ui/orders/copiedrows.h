#pragma once

#include "ui/models/ordertablemodel.h"

#include <memory>

class QMimeData;

namespace kessai {

/// Rows of a list for the clipboard, with their titles: tab separated, and as an HTML table, which
/// spreadsheets take first. What stands in a cell stays in it, and does nothing there: no markup, no formula.
class CopiedRows
{
public:
    struct Cell
    {
        QString text;
        /// A number, a day: a spreadsheet may read what it is. Anything else stays a text, 0012 too.
        bool plain = false;
    };

    explicit CopiedRows(const QStringList &titles);
    void add(const QList<Cell> &cells);
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] std::unique_ptr<QMimeData> take();

private:
    QString m_text;
    QString m_html;
    int m_count = 0;
};

/// What spreadsheets may read as what it is: amounts and times.
bool isPlainValue(OrderTableModel::Column column);

} // namespace kessai
