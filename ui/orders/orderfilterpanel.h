#pragma once

#include "ui/orders/listfilterpanel.h"

class QCheckBox;
class QDateEdit;
class QVBoxLayout;

namespace kessai {

class ChoiceButton;

/// What 受注一覧 is narrowed by (S23–S29).
class OrderFilterPanel : public ListFilterPanel
{
    Q_OBJECT

public:
    explicit OrderFilterPanel(QWidget *parent = nullptr);

    [[nodiscard]] OrderFilter filter() const override;
    void setFilter(const OrderFilter &filter) override;
    void setCounts(const ListCounts &counts) override;

private:
    void buildStatusRow(QVBoxLayout &column);
    void buildDetailRow(QVBoxLayout &column);

    OrderFilter m_rest; ///< what has no widget here
    QList<std::pair<OrderStatus, QCheckBox *>> m_statuses;
    ChoiceButton *m_paymentStatuses = nullptr;
    ChoiceButton *m_methods = nullptr;
    QCheckBox *m_ordered = nullptr;
    QDateEdit *m_orderedFrom = nullptr;
    QDateEdit *m_orderedTo = nullptr;
};

} // namespace kessai
