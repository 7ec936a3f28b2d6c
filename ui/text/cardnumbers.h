#pragma once

#include <QString>

namespace kessai {

/// Free text as it may be shown: what can be a card number (13 to 19 digits with a right check digit, spaces
/// and hyphens between them allowed) keeps its last four digits. Buyers write theirs into remarks.
QString withoutCardNumbers(const QString &text);

} // namespace kessai
