#include "ui/work/sidebardelegate.h"

#include "ui/text/formats.h"
#include "ui/widgets/colours.h"

#include <QPainter>

namespace kessai {

namespace {

constexpr int RowPx = 32;

} // namespace

QSize SideBarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.horizontalAdvance(u'あ') * 12, qMax(RowPx, option.fontMetrics.height() + 14)};
}

void SideBarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    painter->save();
    const bool chosen = option.state & QStyle::State_Selected;
    const QColor ground = option.palette.color(chosen ? QPalette::Highlight : QPalette::Window);
    painter->fillRect(option.rect, ground);
    const QColor accent = colourOf(Meaning::Accent, option.palette);
    if (chosen) {
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), accent);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(accent);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    paintTexts(*painter, option, index, ground);
    painter->restore();
}

void SideBarDelegate::paintTexts(QPainter &painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index, const QColor &ground)
{
    const bool heading = !(index.flags() & Qt::ItemIsEnabled);
    const QVariant known = index.data(SideBarCountRole);
    const qint64 count = known.toLongLong();
    QFont font = option.font;
    font.setBold(!heading && option.state & QStyle::State_Selected);
    painter.setFont(font);
    const QRect place = option.rect.adjusted(SideBarMarginPx, 0, -SideBarMarginPx, 0);
    const QString number = known.isValid() ? Formats::count(count) : QString();
    const int numberWidth = QFontMetrics(font).horizontalAdvance(number);
    const QColor quiet = quietText(option.palette);
    const bool urgent = count > 0 && index.data(SideBarUrgentRole).toBool();
    painter.setPen(readableOn(urgent ? colourOf(Meaning::NeedsPerson, option.palette) : quiet, ground));
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignRight, number);
    painter.setPen(readableOn(heading ? quiet : option.palette.color(QPalette::Text), ground));
    const QRect textPlace = place.adjusted(0, 0, -numberWidth - 8, 0);
    painter.drawText(textPlace, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(font).elidedText(option.text, Qt::ElideRight, textPlace.width()));
}

} // namespace kessai
