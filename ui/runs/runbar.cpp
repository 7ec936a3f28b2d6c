#include "ui/runs/runbar.h"

#include "ui/text/formats.h"
#include "ui/widgets/colours.h"

#include <QPainter>
#include <QPainterPath>

namespace kessai {

namespace {

constexpr int GapPx = 2;
constexpr int SmallestPartPx = 4; ///< one of a hundred thousand can be seen too

void fillPart(QPainter &painter, const QRectF &place, const RunPart &part, const QPalette &palette)
{
    const QColor colour = colourOf(part.meaning, palette);
    const QColor ground = part.brush == Qt::NoBrush ? hairline(palette) : tintOf(part.meaning, palette);
    painter.fillRect(place, part.brush == Qt::SolidPattern ? colour : ground);
    if (part.brush != Qt::SolidPattern && part.brush != Qt::NoBrush) {
        painter.fillRect(place, QBrush(colour, part.brush));
    }
}

/// Widths that fill the bar: in proportion, and none that is too thin to be seen.
QList<double> widthsOf(const QList<RunPart> &parts, double width)
{
    qint64 total = 0;
    int shown = 0;
    for (const RunPart &part : parts) {
        total += part.count;
        shown += part.count > 0 ? 1 : 0;
    }
    QList<double> widths;
    const double free = width - shown * SmallestPartPx - qMax(0, shown - 1) * GapPx;
    for (const RunPart &part : parts) {
        widths.append(part.count == 0 ? 0 : SmallestPartPx + free * double(part.count) / double(total));
    }
    return widths;
}

} // namespace

RunBar::RunBar(int heightPx, QWidget *parent) : QWidget(parent), m_heightPx(heightPx)
{
    setFixedHeight(heightPx);
    setMinimumWidth(60);
}

QSize RunBar::sizeHint() const
{
    return {120, m_heightPx};
}

void RunBar::setParts(const QList<RunPart> &parts)
{
    m_parts = parts;
    QStringList words;
    for (const RunPart &part : parts) {
        if (part.count > 0) {
            words.append(tr("%1 %2件").arg(part.word, Formats::count(part.count)));
        }
    }
    setAccessibleName(words.join(tr("、")));
    setToolTip(Formats::plainTooltip(accessibleName()));
    update();
}

void RunBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()), m_heightPx / 3.0, m_heightPx / 3.0);
    painter.setClipPath(shape);
    const QList<double> widths = widthsOf(m_parts, width());
    double left = 0;
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        if (widths.at(i) > 0) {
            fillPart(painter, QRectF(left, 0, widths.at(i), height()), m_parts.at(i), palette());
            left += widths.at(i) + GapPx;
        }
    }
    if (left == 0) {
        painter.fillRect(rect(), hairline(palette()));
    }
}

QPixmap runPartPixmap(const RunPart &part, int sizePx, const QWidget &on)
{
    const qreal ratio = on.devicePixelRatioF();
    QPixmap pixmap(QSize(sizePx, sizePx) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(0, 0, sizePx, sizePx), 3, 3);
    painter.setClipPath(shape);
    fillPart(painter, QRectF(0, 0, sizePx, sizePx), part, on.palette());
    return pixmap;
}

} // namespace kessai
