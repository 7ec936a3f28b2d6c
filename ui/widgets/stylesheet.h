#pragma once

#include <QPalette>
#include <QString>

class QWidget;

namespace kessai {

/// What Fusion does not do by palette alone: flat buttons, one accent, visible focus. Buttons take the
/// dynamic properties `primary` and `danger`, tool buttons `chip`, `menuButton` and `plainMenu`, any widget
/// `card` (a sheet of its own) and a tone (setTone).
QString styleSheetFor(const QPalette &palette);

enum class Tone { Plain, Quiet, Work, Alarm };

/// In the colours of the theme that is in force, also when that changes.
void setTone(QWidget &widget, Tone tone);

} // namespace kessai
