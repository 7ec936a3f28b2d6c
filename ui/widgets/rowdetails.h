#pragma once

#include <QPlainTextEdit>

class QAbstractItemView;

namespace kessai {

/// QString: all that a model has to say of a row, in lines; its columns have no room for it.
constexpr int DetailsRole = Qt::UserRole + 200;

/// All there is to say of a table's current row, below the table: to read by eye and by keyboard, to select
/// and to copy. Always as high, so that nothing jumps.
class RowDetails : public QPlainTextEdit
{
    Q_OBJECT

public:
    RowDetails(const QString &objectName, QWidget *parent = nullptr);

    /// Follows the current row of this table, whose model it has by now.
    void follow(QAbstractItemView &table);
    /// Only this one's rows from now on, of those that it follows.
    void showRowOf(QAbstractItemView &table);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitHeight();
    void showRow();

    QAbstractItemView *m_table = nullptr;
    QString m_shown;
};

} // namespace kessai
