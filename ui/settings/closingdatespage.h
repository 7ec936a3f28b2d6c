#pragma once

#include "core/storage/closingdates.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace kessai {

/// 締め日 of each card company, as the shop was told them (S86): a table to edit. It keeps nothing by itself,
/// so that the dialog's キャンセル undoes all.
class ClosingDatesPage : public QWidget
{
    Q_OBJECT

public:
    explicit ClosingDatesPage(QWidget *parent = nullptr);

    void setDates(const QList<ClosingDate> &dates);
    /// As they stand in the table; rows in which nothing was written are left out.
    [[nodiscard]] QList<ClosingDate> dates() const;
    /// Shows what is wrong at its row. @returns false where something is
    bool check();

private:
    void buildTable();
    void addRow(const ClosingDate &date);
    void removeRow();
    [[nodiscard]] QString textAt(int row, int column) const;
    [[nodiscard]] QComboBox *dayAt(int row) const;

    QTableWidget *m_table;
    QPushButton *m_remove;
    QLabel *m_problem;
};

} // namespace kessai
