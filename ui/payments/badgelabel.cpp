#include "ui/payments/badgelabel.h"

#include "ui/widgets/badgepainting.h"

namespace kessai {

void BadgeLabel::setBadge(const Badge &badge)
{
    m_badge = badge;
    setAccessibleName(badge.word);
    updateGeometry();
    update();
}

QSize BadgeLabel::sizeHint() const
{
    return {badgeWidth(m_badge, fontMetrics()) + 2, fontMetrics().height() + 8};
}

void BadgeLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBadge(painter, rect(), m_badge, palette(), palette().color(QPalette::Base));
}

} // namespace kessai
