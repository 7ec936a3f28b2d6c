#pragma once

#include <QWidget>

namespace kessai {

class OrderDraft;

/// The totals while an order is edited (S73–S76): the order's figures, and beside them what its lines give,
/// at every change.
class TotalsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit TotalsPanel(OrderDraft &draft, QWidget *parent = nullptr);

private:
    void showFigures();

    OrderDraft &m_draft;
    QWidget *m_content = nullptr;
};

} // namespace kessai
