#pragma once

#include "ui/orders/listfilterpanel.h"

#include <QSettings>

class QCheckBox;
class QHBoxLayout;
class QVBoxLayout;

namespace kessai {

class DetailFilter;

/// What 受注一覧 is narrowed by (S23–S29): the search box, 対応状況, and 詳細検索, which opens below them.
class OrderFilterPanel : public ListFilterPanel
{
    Q_OBJECT

public:
    /// @param settings whether 詳細検索 is open is kept there
    explicit OrderFilterPanel(QSettings &settings, QWidget *parent = nullptr);

    [[nodiscard]] OrderFilter filter() const override;
    void setFilter(const OrderFilter &filter) override;
    void setCounts(const ListCounts &counts) override;
    [[nodiscard]] bool isDetailShown() const;

protected:
    [[nodiscard]] bool fits() const override;
    void tellProblems() override;
    void changeEvent(QEvent *event) override;

private:
    void buildStatusRow(QVBoxLayout &column);
    void buildDetail(QHBoxLayout &searchRow, QVBoxLayout &column);
    void setDetailShown(bool shown);
    void showDetailButton();
    void showMarks();

    QSettings &m_settings;
    OrderFilter m_rest; ///< what has no widget here
    QList<std::pair<OrderStatus, QCheckBox *>> m_statuses;
    QToolButton *m_detailButton = nullptr;
    DetailFilter *m_detail = nullptr;
};

} // namespace kessai
