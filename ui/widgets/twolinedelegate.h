#pragma once

#include <QStyledItemDelegate>

namespace kessai {

/// Draws the cells of a list from the roles of cellroles.h: badges, a quiet second line, skeletons of rows
/// that are still being read, and a short glow on rows that have changed.
class TwoLineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// At the left and at the right of what a cell says; titles of columns have the same by the style sheet.
    static constexpr int MarginPx = 8;

    void setTwoLines(bool twoLines) { m_twoLines = twoLines; }
    [[nodiscard]] bool twoLines() const { return m_twoLines; }
    /// Height of a row in this font.
    [[nodiscard]] int rowHeight(const QFontMetrics &metrics) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                     const QColor &ground) const;
    void paintLine(QPainter &painter, const QRect &place, const QStyleOptionViewItem &option,
                   const QModelIndex &index, bool second, const QColor &ground) const;

    bool m_twoLines = true;
};

} // namespace kessai
