#include "sourcelines.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

// Alternatives in order: what starts first in the text wins, so that "//" in a string is no comment.
const QRegularExpression &notCode()
{
    static const QRegularExpression pattern(uR"re(//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|)re"
                                            uR"re("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+')re"_s,
                                            QRegularExpression::DotMatchesEverythingOption);
    return pattern;
}

bool isInclude(const QString &source, qsizetype position)
{
    static const QRegularExpression beginning(uR"(^\s*#\s*include\s*$)"_s);
    const qsizetype start = source.lastIndexOf(u'\n', position) + 1;
    return beginning.match(source.mid(start, position - start)).hasMatch();
}

} // namespace

QStringList codeLines(const QString &source)
{
    QString code = source;
    QRegularExpressionMatchIterator matches = notCode().globalMatch(source);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (match.captured().startsWith(u'"') && isInclude(source, match.capturedStart())) {
            continue;
        }
        for (qsizetype i = match.capturedStart(); i < match.capturedEnd(); ++i) {
            if (code[i] != u'\n') {
                code[i] = u' ';
            }
        }
    }
    return code.split(u'\n');
}

QString includeOf(const QString &line)
{
    static const QRegularExpression pattern(uR"(^\s*#\s*include\s*([<"][^>"]+)[>"])"_s);
    return pattern.match(line).captured(1);
}

} // namespace kessai
