#pragma once

#include <QPalette>
#include <QString>

namespace kessai {

/// What Fusion does not do by palette alone: flat buttons, one accent, visible focus. Buttons take the
/// dynamic properties `primary` and `danger`, tool buttons `chip`.
QString styleSheetFor(const QPalette &palette);

} // namespace kessai
