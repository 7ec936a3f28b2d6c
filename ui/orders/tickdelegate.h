#pragma once

#include "ui/widgets/twolinedelegate.h"

namespace kessai {

/// The check boxes of a list, on the ground that its other cells have.
class TickDelegate : public TwoLineDelegate
{
    Q_OBJECT

public:
    using TwoLineDelegate::TwoLineDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace kessai
