#include "app/cli/textwriter.h"

#include <unicode/uchar.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

int widthOf(char32_t character)
{
    const auto width = u_getIntPropertyValue(UChar32(character), UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

QList<int> columnWidths(const QList<QStringList> &rows)
{
    QList<int> widths;
    for (const QStringList &row : rows) {
        for (qsizetype column = 0; column < row.size(); ++column) {
            if (column == widths.size()) {
                widths.append(0);
            }
            widths[column] = std::max(widths[column], displayWidth(row[column]));
        }
    }
    return widths;
}

QString padded(const QString &text, int width, bool right)
{
    const QString space(std::max(0, width - displayWidth(text)), u' ');
    return right ? space + text : text + space;
}

} // namespace

int displayWidth(const QString &text)
{
    int width = 0;
    for (const uint character : text.toUcs4()) {
        width += widthOf(character);
    }
    return width;
}

QString printable(QString text)
{
    for (QChar &character : text) {
        const bool obeyed =
            character.category() == QChar::Other_Control && character != u'\n' && character != u'\t';
        character = obeyed ? QChar(QChar::ReplacementCharacter) : character;
    }
    return text;
}

QString alignedRows(QList<QStringList> rows, const QList<int> &rightAligned)
{
    for (QStringList &row : rows) {
        row.replaceInStrings(u"\n"_s, QString(QChar::ReplacementCharacter)); // a cell is one line
    }
    const QList<int> widths = columnWidths(rows);
    QString text;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column) {
            line += padded(row[column], widths[column], rightAligned.contains(int(column))) + u"  "_s;
        }
        while (line.endsWith(u' ')) {
            line.chop(1);
        }
        text += line + u'\n';
    }
    return text;
}

QString yenText(const std::optional<Yen> &amount)
{
    return amount ? groupedYen(*amount) + u"円"_s : QString();
}

} // namespace kessai::cli
