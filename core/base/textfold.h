#pragma once

#include <QString>

namespace kessai {

/// Folds a text so that staff find it however they type it (design.md §4): NFKC, hiragana → katakana, all
/// long-vowel and dash variants to one, no white space, no hyphens between digits, lower case. Both the
/// stored text and the typed one go through this function.
QString foldForSearch(const QString &text);

} // namespace kessai
