#pragma once

#include <QByteArray>
#include <QStringList>

namespace kessai {

/// What somebody copies from the pages of a PDF by QPdfWriter: a string for each page,
/// one text after the other.
QStringList copiedPages(const QByteArray &pdf);

/// How often something stands in a PDF outside of its compressed parts.
inline qsizetype countIn(const QByteArray &pdf, const QByteArray &word)
{
    return pdf.count(word);
}

} // namespace kessai
