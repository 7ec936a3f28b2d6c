#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace kessai {

class OrderTableModel;

/// 表示件数 and the way through the pages, where there are any (S92).
class Pager : public QWidget
{
    Q_OBJECT

public:
    /// @param namePrefix of objectNames
    Pager(OrderTableModel &model, const QString &namePrefix, QWidget *parent = nullptr);

    /// 0: すべて. Numbers that are not offered are the nearest larger one.
    void setRowsPerPage(int rows);

signals:
    void rowsPerPageChosen(int rows);

private:
    QToolButton *addArrow(const QString &icon, const QString &name, const QString &objectName, int step);
    void showPlace();

    OrderTableModel &m_model;
    QString m_namePrefix;
    QComboBox *m_rows;
    QToolButton *m_back;
    QLabel *m_place;
    QToolButton *m_forward;
};

} // namespace kessai
