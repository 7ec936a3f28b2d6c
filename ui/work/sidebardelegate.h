#pragma once

#include <QStyledItemDelegate>

namespace kessai {

/// What the rows of the side bar tell its delegate.
enum SideBarRole {
    SideBarCountRole = Qt::UserRole + 50, ///< qint64 at the right; none: no number
    SideBarUrgentRole,                    ///< bool: a number above 0 is red
};

/// Room at both sides of a row.
constexpr int SideBarMarginPx = 16;

/// Title at the left, count at the right; the chosen one has a bar of the accent colour. Rows that cannot be
/// chosen are headings.
class SideBarDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    static void paintTexts(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                           const QColor &ground);
};

} // namespace kessai
