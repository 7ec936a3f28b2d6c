#pragma once

#include <QTableView>

#include <functional>

namespace kessai {

/// Rows of one line to read, open and copy, as many as there are: in a preview, a run, a report.
class RowTable : public QTableView
{
    Q_OBJECT

public:
    RowTable(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);

    /// As wide as `characters` of full width.
    void setColumnCharacters(int column, int characters);
    /// Takes the lines to copy, cells parted by tabs.
    using Copy = std::function<void(const QStringList &lines)>;
    /// Of a model that reads its rows when they are looked at: gives the lines of all that are selected.
    using Lines = std::function<void(const QList<int> &rows, const QList<int> &columns, const Copy &copy)>;
    void setLines(Lines lines) { m_lines = std::move(lines); }

signals:
    /// Enter or double click.
    void opened(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void copySelected() const;
    void fitRows();

    Lines m_lines;
};

} // namespace kessai
