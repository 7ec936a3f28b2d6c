#include "ui/widgets/twolinedelegate.h"

#include "ui/models/cellroles.h"
#include "ui/widgets/badgepainting.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace kessai {

namespace {

constexpr int LineGapPx = 3;
constexpr int IconPx = 16;
constexpr int IconGapPx = 6;

QColor blended(const QColor &ground, const QColor &colour, double share)
{
    const auto mix = [share](float one, float other) { return float(one * (1 - share) + other * share); };
    return QColor::fromRgbF(mix(ground.redF(), colour.redF()), mix(ground.greenF(), colour.greenF()),
                            mix(ground.blueF(), colour.blueF()));
}

QColor groundOf(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (option.state & QStyle::State_Selected) {
        return option.palette.color(QPalette::Highlight);
    }
    const QColor base = option.palette.color(QPalette::Base);
    const QColor accent = colourOf(Meaning::Accent, option.palette);
    if (index.data(GlowRole).toBool()) {
        return blended(base, accent, 0.14);
    }
    return option.state & QStyle::State_MouseOver ? blended(base, accent, 0.05) : base;
}

void paintSkeleton(QPainter &painter, const QRect &place, const QPalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(hairline(palette));
    const int height = qMax(6, painter.fontMetrics().xHeight());
    const QRect bar(place.left(), place.center().y() - height / 2,
                    qMin(place.width(), place.width() / 2 + 20), height);
    painter.drawRoundedRect(bar, height / 2.0, height / 2.0);
    painter.restore();
}

} // namespace

int TwoLineDelegate::rowHeight(const QFontMetrics &metrics) const
{
    return m_twoLines ? 2 * metrics.height() + LineGapPx + 14 : metrics.height() + 14;
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    int width = 0;
    for (const bool second : {false, true}) {
        const auto badge = index.data(second ? SecondBadgeRole : BadgeRole);
        const QString text = index.data(second ? int(SecondLineRole) : int(Qt::DisplayRole)).toString();
        const int line = badge.canConvert<Badge>() ? badgeWidth(badge.value<Badge>(), option.fontMetrics)
                                                   : option.fontMetrics.horizontalAdvance(text);
        const bool hasIcon = !second && !index.data(IconRole).toString().isEmpty();
        width = qMax(width, !second || m_twoLines ? line + (hasIcon ? IconPx + IconGapPx : 0) : 0);
    }
    // A pixel more: widths are rounded, and a text that is a third of one wider is cut.
    return {width + 1 + 2 * MarginPx, rowHeight(option.fontMetrics)};
}

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    painter->save();
    painter->setFont(option.font);
    const QColor ground = groundOf(option, index);
    paintGround(*painter, option, index, ground);
    const QRect inner = option.rect.adjusted(MarginPx, 0, -MarginPx, 0);
    if (!m_twoLines) {
        paintLine(*painter, inner, option, index, false, ground);
    } else {
        const int line = option.fontMetrics.height();
        const int top = inner.top() + (inner.height() - 2 * line - LineGapPx) / 2;
        paintLine(*painter, QRect(inner.left(), top, inner.width(), line), option, index, false, ground);
        QFont plain = option.font;
        plain.setUnderline(false); // a link is the first line
        painter->setFont(plain);
        paintLine(*painter, QRect(inner.left(), top + line + LineGapPx, inner.width(), line), option, index,
                  true, ground);
    }
    painter->restore();
}

void TwoLineDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index, const QColor &ground) const
{
    painter.fillRect(option.rect, ground);
    painter.setPen(hairline(option.palette));
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state & QStyle::State_HasFocus && index.isValid()) {
        painter.setPen(QPen(colourOf(Meaning::Accent, option.palette), 1));
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

void TwoLineDelegate::paintLine(QPainter &painter, const QRect &place, const QStyleOptionViewItem &option,
                                const QModelIndex &index, bool second, const QColor &ground) const
{
    if (index.data(LoadingRole).toBool()) {
        if (!second) {
            paintSkeleton(painter, place, option.palette);
        }
        return;
    }
    const QVariant badge = index.data(second ? SecondBadgeRole : BadgeRole);
    if (badge.canConvert<Badge>()) {
        paintBadge(painter, place, badge.value<Badge>(), option.palette, ground);
        return;
    }
    const QString icon = second ? QString() : index.data(IconRole).toString();
    QRect textPlace = place;
    if (!icon.isEmpty()) {
        const QRect iconPlace(place.left(), place.center().y() - IconPx / 2, IconPx, IconPx);
        themedIcon(icon, option.palette).paint(&painter, iconPlace);
        textPlace.setLeft(iconPlace.right() + IconGapPx);
    }
    const QString text = index.data(second ? int(SecondLineRole) : int(Qt::DisplayRole)).toString();
    const QVariant meaning = index.data(second ? SecondMeaningRole : MeaningRole);
    QColor colour = second ? quietText(option.palette) : option.palette.color(QPalette::Text);
    if (meaning.isValid()) {
        colour = colourOf(Meaning(meaning.toInt()), option.palette);
    }
    painter.setPen(readableOn(colour, ground));
    const auto alignment =
        Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()) & Qt::AlignHorizontal_Mask;
    painter.drawText(textPlace, int(alignment | Qt::AlignVCenter),
                     option.fontMetrics.elidedText(text, Qt::ElideRight, textPlace.width()));
}

} // namespace kessai
