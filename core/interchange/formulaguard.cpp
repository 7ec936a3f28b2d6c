#include "core/interchange/formulaguard.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar Apostrophe = u'\'';

/// Apostrophes do not count: what is guarded looks like a formula still.
bool looksLikeFormula(const QString &text)
{
    static const QString Beginnings = u"=+-@\t\r\n＝＋－＠"_s;
    const auto first =
        std::find_if(text.cbegin(), text.cend(), [](QChar character) { return character != Apostrophe; });
    return first != text.cend() && Beginnings.contains(*first);
}

} // namespace

QString guarded(const QString &text)
{
    return looksLikeFormula(text) ? Apostrophe + text : text;
}

QString unguarded(const QString &text)
{
    return text.startsWith(Apostrophe) && looksLikeFormula(text) ? text.mid(1) : text;
}

} // namespace kessai
