#pragma once

#include "ui/models/ordersource.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QDateEdit;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace kessai {

class ChoiceButton;

/// What the list is narrowed by (S23–S29): one value in, one value out. Knows no model.
class OrderFilterPanel : public QWidget
{
    Q_OBJECT

public:
    explicit OrderFilterPanel(QWidget *parent = nullptr);

    [[nodiscard]] OrderFilter filter() const;
    /// Tells nobody. Conditions that have no widget here (views of the side bar) are kept and given back by
    /// filter().
    void setFilter(const OrderFilter &filter);
    void setCounts(const ListCounts &counts);
    void focusSearch();

signals:
    /// 200 ms after the last change; at once with 検索 and Enter.
    void filterChanged(const kessai::OrderFilter &filter);
    /// ↓ in the search box: on to what was found.
    void wentDown();

private:
    void buildSearchRow(QVBoxLayout &column);
    void buildStatusRow(QVBoxLayout &column);
    void buildDetailRow(QVBoxLayout &column);
    void changedSoon();
    void changedNow();

    OrderFilter m_rest; ///< what has no widget here
    QLineEdit *m_query = nullptr;
    QPushButton *m_search = nullptr;
    QList<std::pair<OrderStatus, QCheckBox *>> m_statuses;
    ChoiceButton *m_paymentStatuses = nullptr;
    ChoiceButton *m_methods = nullptr;
    QCheckBox *m_ordered = nullptr;
    QDateEdit *m_orderedFrom = nullptr;
    QDateEdit *m_orderedTo = nullptr;
    QTimer m_pause;
};

} // namespace kessai
