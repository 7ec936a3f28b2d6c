#include "ui/papers/papersheet.h"

#include <algorithm>

namespace kessai {
namespace {

constexpr qreal MmPerInch = 25.4;
constexpr qreal FootMm = 8;
constexpr QColor LineColour(0x9a, 0x9a, 0x9a);
constexpr QColor GroundColour(0xee, 0xee, 0xee);

} // namespace

qreal PaperBlock::add(std::shared_ptr<PaperText> text, const QPointF &place)
{
    const qreal end = place.y() + text->height();
    height = qMax(height, end);
    texts.append({std::move(text), place});
    return end;
}

PaperSheet::PaperSheet(QStringList fontFamilies, QPaintDevice *device, const QRectF &page)
    : m_families(std::move(fontFamilies))
    , m_device(device)
    , m_page(page)
    , m_unitsPerMm(device->logicalDpiX() / MmPerInch)
{
}

/// The font is made anew: one that another thread has used is not for this one.
std::shared_ptr<PaperText> PaperSheet::text(const QString &text, const Font &font,
                                            const PaperText::Place &place) const
{
    QFont made;
    made.setFamilies(m_families);
    made.setPointSizeF(font.points);
    made.setBold(font.bold);
    made.setHintingPreference(QFont::PreferNoHinting);
    return std::make_shared<PaperText>(text, made, m_device, place);
}

void PaperSheet::layOut()
{
    const qreal bottom = m_page.height() - mm(FootMm);
    m_pages = {{}};
    qreal top = 0;
    bool afterRow = false;
    const auto place = [this, &top](const PaperBlock &block) {
        m_pages.last().append({&block, top});
        top += block.height;
    };
    for (const PaperBlock &block : std::as_const(m_blocks)) {
        const qreal titles = block.isRow && !afterRow ? m_rowTitles.height : 0;
        if (top + titles + block.height > bottom && top > 0) {
            m_pages.append(QList<Placed>());
            top = 0;
            afterRow = false;
            place(m_continuedHead);
        }
        if (block.isRow && !afterRow) {
            place(m_rowTitles);
        }
        place(block);
        afterRow = block.isRow;
    }
}

int PaperSheet::rowsOn(int page) const
{
    const QList<Placed> &placed = m_pages.at(page);
    return int(
        std::count_if(placed.cbegin(), placed.cend(), [](const Placed &each) { return each.block->isRow; }));
}

void PaperSheet::paint(QPainter &painter, int page, const std::pair<QString, QString> &foot) const
{
    painter.save();
    painter.translate(m_page.topLeft());
    for (const Placed &placed : m_pages.at(page)) {
        paintBlock(painter, placed);
    }
    painter.setPen(Qt::black);
    const auto left = text(foot.first, {7.5}, {width() * 0.7, Qt::AlignLeft, 1});
    const auto right = text(foot.second, {7.5}, {width() * 0.3, Qt::AlignRight, 1});
    left->draw(painter, QPointF(0, m_page.height() - left->height()));
    right->draw(painter, QPointF(width() * 0.7, m_page.height() - right->height()));
    painter.restore();
}

void PaperSheet::paintBlock(QPainter &painter, const Placed &placed) const
{
    const QPointF origin(0, placed.top);
    for (const QRectF &ground : placed.block->grounds) {
        painter.fillRect(ground.translated(origin), GroundColour);
    }
    painter.setPen(QPen(LineColour, mm(0.15)));
    for (const QLineF &line : placed.block->lines) {
        painter.drawLine(line.translated(origin));
    }
    painter.setPen(Qt::black);
    for (const PaperBlock::Piece &piece : placed.block->texts) {
        piece.text->draw(painter, origin + piece.place);
    }
}

} // namespace kessai
