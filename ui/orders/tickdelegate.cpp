#include "ui/orders/tickdelegate.h"

#include "ui/orders/tickmark.h"

namespace kessai {

void TickDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    TwoLineDelegate::paint(painter, option, index);
    const auto state = Qt::CheckState(index.data(Qt::CheckStateRole).toInt());
    paintTickMark(*painter, option.rect, state, option.palette, option.state & QStyle::State_HasFocus);
}

} // namespace kessai
