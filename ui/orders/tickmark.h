#pragma once

#include <QPainter>
#include <QPalette>

namespace kessai {

/// The side of a check box in lists.
constexpr int TickMarkPx = 16;

/// A check box, centred in `place`; partly: a bar instead of the hook.
void paintTickMark(QPainter &painter, const QRect &place, Qt::CheckState state, const QPalette &palette,
                   bool hasFocus);

} // namespace kessai
