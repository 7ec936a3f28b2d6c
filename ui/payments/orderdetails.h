#pragma once

#include "core/domain/order.h"

#include <QWidget>

class QGridLayout;
class QTableWidget;
class QHBoxLayout;
class QVBoxLayout;

namespace kessai {

/// 注文者, お届け先, 明細 with its totals, 要望 and メモ of one order, to read.
class OrderDetails : public QWidget
{
    Q_OBJECT

public:
    explicit OrderDetails(QWidget *parent = nullptr);

    void setOrder(const Order &order);

private:
    void addPeople(QVBoxLayout *column, const Order &order);
    void addItems(QVBoxLayout *column, const Order &order);
    void addTotals(QHBoxLayout *row, const Order &order);
    void addNotes(QHBoxLayout *row, const Order &order);

    Order m_shown;
    QWidget *m_content = nullptr;
};

} // namespace kessai
