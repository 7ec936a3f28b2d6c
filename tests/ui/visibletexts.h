#pragma once

#include <QStringList>

namespace kessai {

/// Every text that any widget of the program holds for eyes, screen readers or the clipboard: captions, tool
/// tips, accessible names, menus, the data of all roles of every table and tree. Left out: what stands in a
/// field that hides it (QLineEdit::Password).
QStringList visibleTexts();

} // namespace kessai
