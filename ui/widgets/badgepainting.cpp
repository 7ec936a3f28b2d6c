#include "ui/widgets/badgepainting.h"

#include "ui/widgets/colours.h"

#include <QPainterPath>

namespace kessai {

namespace {

constexpr int MarkSpacePx = 6;

int markSize(const QFontMetrics &metrics)
{
    return qMax(10, int(metrics.ascent() * 0.95));
}

void strokeTick(QPainter &painter, const QRectF &place)
{
    QPainterPath tick;
    tick.moveTo(place.left() + place.width() * 0.27, place.center().y() + place.height() * 0.02);
    tick.lineTo(place.left() + place.width() * 0.44, place.bottom() - place.height() * 0.3);
    tick.lineTo(place.right() - place.width() * 0.25, place.top() + place.height() * 0.32);
    painter.drawPath(tick);
}

void fillTriangle(QPainter &painter, const QRectF &place)
{
    QPainterPath triangle;
    triangle.moveTo(place.center().x(), place.top());
    triangle.lineTo(place.right() + 0.5, place.bottom());
    triangle.lineTo(place.left() - 0.5, place.bottom());
    triangle.closeSubpath();
    painter.fillPath(triangle, painter.pen().color());
}

void drawLetter(QPainter &painter, const QRectF &place, QChar letter, const QColor &colour)
{
    QFont font = painter.font();
    font.setPixelSize(qMax(8, int(place.height() * 0.78)));
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(place, Qt::AlignCenter, QString(letter));
}

} // namespace

int badgeWidth(const Badge &badge, const QFontMetrics &metrics)
{
    return markSize(metrics) + MarkSpacePx + metrics.horizontalAdvance(badge.word) + 2;
}

void paintMark(QPainter &painter, const QRectF &place, Meaning meaning, const QColor &colour,
               const QColor &ground)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal width = qMax(1.4, place.width() / 8);
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QRectF ring = place.adjusted(width / 2, width / 2, -width / 2, -width / 2);
    switch (meaning) {
    case Meaning::Good:
        painter.setBrush(colour);
        painter.drawEllipse(ring);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ground, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        strokeTick(painter, place);
        break;
    case Meaning::NeedsWork: // half full: something is still to be done
        painter.drawEllipse(ring);
        painter.setBrush(colour);
        painter.drawPie(ring, 90 * 16, 180 * 16);
        break;
    case Meaning::Motion:
        painter.drawEllipse(ring);
        painter.setBrush(colour);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(place.center(), place.width() * 0.19, place.height() * 0.19);
        break;
    case Meaning::Closed:
        painter.drawEllipse(ring);
        painter.drawLine(QPointF(place.left() + place.width() * 0.3, place.center().y()),
                         QPointF(place.right() - place.width() * 0.3, place.center().y()));
        break;
    case Meaning::Doubt:
        painter.setBrush(colour);
        painter.drawEllipse(ring);
        drawLetter(painter, place, u'?', ground);
        break;
    case Meaning::NeedsPerson:
        fillTriangle(painter, place);
        drawLetter(painter, place.adjusted(0, place.height() * 0.22, 0, place.height() * 0.08), u'!', ground);
        break;
    case Meaning::Accent:
        painter.setBrush(colour);
        painter.drawEllipse(ring);
        break;
    }
    painter.restore();
}

void paintBadge(QPainter &painter, const QRect &place, const Badge &badge, const QPalette &palette,
                const QColor &ground)
{
    if (badge.word.isEmpty()) {
        return;
    }
    const QFontMetrics metrics = painter.fontMetrics();
    const int size = markSize(metrics);
    const QColor wanted = badge.colour.isValid() ? badge.colour : colourOf(badge.meaning, palette);
    const QColor colour = readableOn(wanted, ground);
    const QRect mark(place.left(), place.top() + (place.height() - size) / 2, size, size);
    paintMark(painter, mark, badge.meaning, colour, ground);
    const QRect text = place.adjusted(size + MarkSpacePx, 0, 0, 0);
    painter.save();
    painter.setPen(colour);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(badge.word, Qt::ElideRight, text.width()));
    painter.restore();
}

} // namespace kessai
