#pragma once

#include "ui/models/badge.h"

#include <QWidget>

namespace kessai {

/// A badge by itself, outside a list.
class BadgeLabel : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    void setBadge(const Badge &badge);
    [[nodiscard]] const Badge &badge() const { return m_badge; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Badge m_badge;
};

} // namespace kessai
