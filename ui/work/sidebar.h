#pragma once

#include "ui/work/orderview.h"

#include <QListWidget>

namespace kessai {

/// 受注管理 and its views with live counts (S21).
class SideBar : public QListWidget
{
    Q_OBJECT

public:
    explicit SideBar(QWidget *parent = nullptr);

    void setCounts(const ListCounts &counts);
    /// Marks the view without asking for it.
    void mark(OrderView::Kind kind);
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void viewChosen(kessai::OrderView::Kind kind);

private:
    void choose(const QListWidgetItem *item);
};

} // namespace kessai
