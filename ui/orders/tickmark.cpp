#include "ui/orders/tickmark.h"

#include "ui/widgets/colours.h"

#include <QPainterPath>

namespace kessai {

void paintTickMark(QPainter &painter, const QRect &place, Qt::CheckState state, const QPalette &palette,
                   bool hasFocus)
{
    const QRectF box(place.center().x() - TickMarkPx / 2 + 0.5, place.center().y() - TickMarkPx / 2 + 0.5,
                     TickMarkPx - 1, TickMarkPx - 1);
    const QColor accent = colourOf(Meaning::Accent, palette);
    const QColor base = palette.color(QPalette::Base);
    const bool empty = state == Qt::Unchecked;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(empty && !hasFocus ? quietText(palette) : accent);
    painter.setBrush(empty ? base : accent);
    painter.drawRoundedRect(box, 3, 3);
    if (!empty) {
        painter.setPen(QPen(readableOn(base, accent), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        QPainterPath mark;
        if (state == Qt::Checked) {
            mark.moveTo(box.left() + 3.5, box.center().y() + 0.5);
            mark.lineTo(box.left() + 6.5, box.bottom() - 4);
            mark.lineTo(box.right() - 3.5, box.top() + 4.5);
        } else {
            mark.moveTo(box.left() + 4, box.center().y());
            mark.lineTo(box.right() - 4, box.center().y());
        }
        painter.drawPath(mark);
    }
    painter.restore();
}

} // namespace kessai
