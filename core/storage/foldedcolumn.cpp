#include "core/storage/foldedcolumn.h"

#include "core/base/textfold.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// translate(): each letter of `from` becomes the one at its place in `to`; those behind its end are left
/// out.
struct Letters
{
    QString from;
    QString to;
};

/// Of text in NFKC, where most spaces, dashes and widths are one already: what foldForSearch() makes of
/// single letters. Only of the scripts that names and goods are written in, for PostgreSQL goes through the
/// list for each letter.
const Letters &letters()
{
    static const Letters all = [] {
        Letters made;
        QString spaces;
        const QList<std::pair<char16_t, char16_t>> ranges{
            {u'\t', u' '},          {u'-', u'-'},           {u'A', u'Z'},           {u'~', u'~'},
            {u'\u0085', u'\u0085'}, {u'\u00C0', u'\u00DE'}, {u'\u0391', u'\u03A9'}, {u'\u0401', u'\u042F'},
            {u'\u1680', u'\u1680'}, {u'\u2010', u'\u2015'}, {u'\u2028', u'\u2029'}, {u'\u2212', u'\u2212'},
            {u'\u2500', u'\u2500'}, {u'\u301C', u'\u301C'}, {u'\u3041', u'\u3096'}, {u'\u309D', u'\u309E'},
        };
        for (const auto &[first, last] : ranges) {
            for (char16_t code = first; code <= last; ++code) {
                const QString folded = foldForSearch(QChar(code));
                if (QChar(code).isSpace()) {
                    spaces.append(QChar(code));
                } else if (folded.size() == 1 && folded != QChar(code)) {
                    made.from.append(QChar(code));
                    made.to.append(folded);
                }
            }
        }
        made.from += spaces;
        return made;
    }();
    return all;
}

QString translated(const QString &text)
{
    QString made;
    for (const QChar letter : text) {
        const qsizetype place = letters().from.indexOf(letter);
        if (place < 0) {
            made.append(letter);
        } else if (place < letters().to.size()) {
            made.append(letters().to.at(place));
        }
    }
    return made;
}

} // namespace

QString foldedColumn(const QString &column)
{
    // Once more at the end: without the spaces a voiced mark typed on its own meets its letter.
    return u"\"normalize\"(translate(\"normalize\"(%1, 'NFKC'), ?, ?), 'NFKC')"_s.arg(column);
}

QVariantList foldingValues()
{
    return {letters().from, letters().to};
}

QString foldedLikeColumn(const QString &typed)
{
    return translated(typed.normalized(QString::NormalizationForm_KC))
        .normalized(QString::NormalizationForm_KC);
}

} // namespace kessai
