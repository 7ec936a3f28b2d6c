#pragma once

#include "ui/papers/papertext.h"

#include <QLineF>
#include <QList>
#include <QRectF>
#include <QStringList>

namespace kessai {

/// What stands together on one page. Places are from its top left corner.
struct PaperBlock
{
    struct Piece
    {
        std::shared_ptr<PaperText> text;
        QPointF place;
    };
    qreal height = 0;
    QList<Piece> texts{};
    QList<QLineF> lines{};   ///< hair lines
    QList<QRectF> grounds{}; ///< shaded
    bool isRow = false;      ///< of the table: the row of titles stands above the first one of each page

    /// Adds a text and gives the height from the block's top to its end.
    qreal add(std::shared_ptr<PaperText> text, const QPointF &place);
};

/// Blocks from top to bottom over as many pages as they need.
class PaperSheet
{
public:
    /// @param page where the device can paint, in its units
    PaperSheet(QStringList fontFamilies, QPaintDevice *device, const QRectF &page);

    [[nodiscard]] qreal mm(qreal millimetres) const { return millimetres * m_unitsPerMm; }
    [[nodiscard]] qreal width() const { return m_page.width(); }
    struct Font
    {
        qreal points = 9;
        bool bold = false;
    };
    [[nodiscard]] std::shared_ptr<PaperText> text(const QString &text, const Font &font,
                                                  const PaperText::Place &place) const;

    void add(PaperBlock block) { m_blocks.append(std::move(block)); }
    void setRowTitles(PaperBlock block) { m_rowTitles = std::move(block); }
    /// On top of all pages but the first.
    void setContinuedHead(PaperBlock block) { m_continuedHead = std::move(block); }
    void layOut();
    [[nodiscard]] int pageCount() const { return int(m_pages.size()); }
    /// How many rows of the table stand on a page. @param page from 0
    [[nodiscard]] int rowsOn(int page) const;
    /// @param foot left and right at the foot
    void paint(QPainter &painter, int page, const std::pair<QString, QString> &foot) const;

private:
    struct Placed
    {
        const PaperBlock *block;
        qreal top;
    };
    void paintBlock(QPainter &painter, const Placed &placed) const;

    QStringList m_families;
    QPaintDevice *m_device;
    QRectF m_page;
    qreal m_unitsPerMm;
    QList<PaperBlock> m_blocks;
    PaperBlock m_rowTitles;
    PaperBlock m_continuedHead;
    QList<QList<Placed>> m_pages;
};

} // namespace kessai
