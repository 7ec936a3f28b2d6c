#pragma once

#include "ui/text/meaning.h"

#include <QColor>
#include <QPalette>

namespace kessai {

/// The palette's window is dark.
bool isDark(const QPalette &palette);

/// The colour of the meaning for light or dark surroundings.
QColor colourOf(Meaning meaning, const QPalette &palette);

/// The ground of a banner: a hint of the meaning's own colour.
QColor tintOf(Meaning meaning, const QPalette &palette);

/// Text that is there but not first: second lines, captions.
QColor quietText(const QPalette &palette);
/// Thin lines between regions.
QColor hairline(const QPalette &palette);

/// WCAG 2 contrast ratio, 1 … 21.
double contrastRatio(const QColor &one, const QColor &other);

/// `colour` moved towards black or white until it can be read on `ground` (WCAG AA: 4.5 for text).
QColor readableOn(const QColor &colour, const QColor &ground, double ratio = 4.5);

} // namespace kessai
