#pragma once

#include <QString>

namespace kessai::edittexts {

// What is wrong with a text that staff typed, in a sentence that says what to do; "" when nothing is. As the
// shop's own forms and columns have it (order-csv.md, schema.md). Empty texts are good, but for a name.

/// Up to 255 characters without line breaks and other control characters.
QString oneLine(const QString &text);
/// As oneLine(), and not empty.
QString name(const QString &text);
/// Up to 4,000 characters; line feeds and tabs are allowed.
QString memo(const QString &text);
/// Full-width katakana.
QString kana(const QString &text);
/// Seven digits.
QString postalCode(const QString &text);
/// One of prefectures().
QString prefecture(const QString &text);
/// Up to 14 digits.
QString phoneNumber(const QString &text);
/// Printable ASCII with one @ and a domain; carriers' addresses with dots in odd places are good.
QString mailAddress(const QString &text);
/// Half-width letters, digits and hyphens (S38).
QString trackingNumber(const QString &text);

} // namespace kessai::edittexts
