#pragma once

#include <QString>

namespace kessai {

/// A text as it goes into a CSV file or onto the clipboard: with an apostrophe before it where a spreadsheet
/// would take it for a formula (features.md, S-list 14), the wide signs of a Japanese keyboard included. A
/// text of apostrophes before such a beginning gets one more, so that unguarded() gives every text back.
QString guarded(const QString &text);
/// The text that was guarded.
QString unguarded(const QString &text);

} // namespace kessai
