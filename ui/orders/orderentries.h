#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace kessai {

/// Lists of 注文番号 or 決済オーダーID as they are pasted or chosen as a file.
namespace orderentries {

/// Characters of a pasted text, bytes of a file: what is longer is refused.
constexpr qsizetype TextMaximum = 1'000'000;

/// One entry per line, comma or tab; quotes and spaces around it go, also full-width ones. Empty ones and
/// a line of titles are left out.
QStringList of(const QString &text);

/// UTF-8, with a BOM or not, else CP932. The error is a sentence for staff.
Result<QString, QString> readFile(const QString &path);

} // namespace orderentries

} // namespace kessai
