#pragma once

#include "ui/orders/listfilterpanel.h"

#include <QSettings>

class QCheckBox;
class QComboBox;
class QVBoxLayout;

namespace kessai {

class FilterGroup;

/// What 決済状況一覧 is narrowed by (S88–S91): a column at the left with three groups,
/// and by the deadlines.
class PaymentFilterPanel : public ListFilterPanel
{
    Q_OBJECT

public:
    /// @param settings which groups are folded is kept there
    explicit PaymentFilterPanel(QSettings &settings, QWidget *parent = nullptr);

    [[nodiscard]] OrderFilter filter() const override;
    void setFilter(const OrderFilter &filter) override;
    void setCounts(const ListCounts &counts) override;

private:
    void buildMethods();
    void buildOrderStatuses();
    void buildPaymentStatuses();
    void buildDeadlines();
    void buildGroups(QVBoxLayout &column);
    void showCounts();
    void keepFold(FilterGroup &group, const QString &key);

    QSettings &m_settings;
    OrderFilter m_rest;                    ///< what has no widget here
    std::optional<GatewayCounts> m_counts; ///< none: not known yet
    QWidget *m_groups = nullptr;
    FilterGroup *m_methods = nullptr;
    FilterGroup *m_orderStatuses = nullptr;
    FilterGroup *m_paymentStatuses = nullptr;
    QCheckBox *m_withUnfinished = nullptr;
    QComboBox *m_deadlines = nullptr; ///< only one of them can be asked for: a payment waits for one thing
};

} // namespace kessai
