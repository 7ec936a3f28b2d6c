#pragma once

#include "ui/models/badge.h"

#include <QPainter>

namespace kessai {

/// How wide the badge is with this font, mark included.
int badgeWidth(const Badge &badge, const QFontMetrics &metrics);
/// Draws mark and word, left aligned and vertically centred in `place`; the word is elided where it must be.
void paintBadge(QPainter &painter, const QRect &place, const Badge &badge, const QPalette &palette,
                const QColor &ground);
/// The mark alone: a shape per meaning, so that colour is never the only sign.
void paintMark(QPainter &painter, const QRectF &place, Meaning meaning, const QColor &colour,
               const QColor &ground);

} // namespace kessai
