#pragma once

#include <QTableView>

namespace kessai {

/// Rows of one line to read, open and copy, as many as there are: in a preview, a run, a report.
class RowTable : public QTableView
{
    Q_OBJECT

public:
    RowTable(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);

    /// As wide as `characters` of full width.
    void setColumnCharacters(int column, int characters);

signals:
    /// Enter or double click.
    void opened(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void copySelected() const;
    void fitRows();
};

} // namespace kessai
