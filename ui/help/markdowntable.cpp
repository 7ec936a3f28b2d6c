#include "ui/help/markdowntable.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QString cellOf(const QString &text)
{
    static const QString special = u"\\`*_{}[]<>#|"_s;
    QString cell;
    for (const QChar character : text) {
        if (special.contains(character)) {
            cell.append(u'\\');
        }
        cell.append(character);
    }
    return cell;
}

QString lineOf(const QStringList &texts)
{
    QString line = u"|"_s;
    for (const QString &text : texts) {
        line += u" %1 |"_s.arg(cellOf(text));
    }
    return line;
}

} // namespace

QString markdownTable(const QStringList &headings, const QList<QStringList> &rows)
{
    QStringList lines{QString(), lineOf(headings), u"|"_s + u"---|"_s.repeated(headings.size())};
    for (const QStringList &row : rows) {
        lines.append(lineOf(row));
    }
    return lines.join(u'\n');
}

} // namespace kessai
