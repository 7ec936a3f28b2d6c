#pragma once

#include <QStringList>

class QWidget;

namespace kessai {

/// What shows of the window and has less room than its words need: labels, buttons, check boxes, closed
/// choices, tabs, titles of groups, headers of columns, states in rows. Each with the name of its widget and
/// what it lacks.
QStringList wordsThatDoNotFit(const QWidget &window);

} // namespace kessai
