#include "tests/ui/pdftext.h"

#include <QHash>
#include <QRegularExpression>
#include <QtEndian>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

using Names = QHash<int, QString>; ///< of the glyphs of a font

/// From an object's number on to its end.
QString objectAt(const QString &pdf, const QString &number)
{
    const qsizetype begin = pdf.indexOf(u"\n%1 0 obj"_s.arg(number));
    return begin < 0 ? QString() : pdf.mid(begin, pdf.indexOf(u"endobj"_s, begin) - begin);
}

Names namesIn(const QString &table)
{
    static const QRegularExpression range(u"<([0-9A-F]{4})> <[0-9A-F]{4}> \\[([^\\]]*)\\]"_s);
    Names names;
    for (auto match = range.globalMatch(table); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        int glyph = found.captured(1).toInt(nullptr, 16);
        for (const QString &name : found.captured(2).split(u' ', Qt::SkipEmptyParts)) {
            names.insert(glyph++, QString(QChar(name.mid(1, 4).toUShort(nullptr, 16))));
        }
    }
    return names;
}

QHash<QString, Names> fontsOf(const QString &pdf)
{
    static const QRegularExpression font(
        u"\\n([0-9]+) 0 obj\\n<< /Type /Font\\n/Subtype /Type0[^>]*/ToUnicode ([0-9]+) 0 R"_s);
    QHash<QString, Names> fonts;
    for (auto match = font.globalMatch(pdf); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        fonts.insert(found.captured(1), namesIn(objectAt(pdf, found.captured(2))));
    }
    return fonts;
}

QString textOf(QString content, const QHash<QString, Names> &fonts)
{
    static const QRegularExpression again(u"/Span << /ActualText <> >> BDC.*?EMC"_s, // of bold letters
                                          QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression part(u"/F([0-9]+) [^ ]+ Tf|<([0-9A-F]+)> Tj"_s);
    content.remove(again);
    QString text;
    Names names;
    for (auto match = part.globalMatch(content); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        if (!found.captured(1).isEmpty()) {
            names = fonts.value(found.captured(1));
        } else {
            text += names.value(found.captured(2).toInt(nullptr, 16), u"?"_s);
        }
    }
    return text;
}

} // namespace

QStringList copiedPages(const QByteArray &pdf)
{
    const QString all = QString::fromLatin1(pdf);
    const QHash<QString, Names> fonts = fontsOf(all);
    QStringList pages;
    const QByteArray mark = "stream\n";
    for (qsizetype at = pdf.indexOf(mark); at >= 0; at = pdf.indexOf(mark, at + 1)) {
        const qsizetype begin = at + mark.size();
        const qsizetype end = pdf.indexOf("endstream", begin);
        QByteArray size(4, '\0');
        qToBigEndian<quint32>(1 << 20, size.data());
        if (end < 0 || pdf.at(begin) != '\x78') { // not compressed
            continue;
        }
        const QString content = QString::fromLatin1(qUncompress(size + pdf.mid(begin, end - begin)));
        if (content.contains(u" Tf "_s)) {
            pages.append(textOf(content, fonts));
        }
    }
    return pages;
}

} // namespace kessai
