#include "app/cli/terminal.h"

#include "app/cli/textwriter.h"

#include <cstdio>
#include <iostream>
#include <string>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace kessai::cli {

bool Terminal::isInteractive() const
{
    return isatty(STDIN_FILENO) == 1;
}

bool Terminal::confirm(const QString &text)
{
    const QByteArray question = printable(text).toUtf8() + " (y/N): ";
    std::fwrite(question.constData(), 1, size_t(question.size()), stderr);
    std::string answer;
    std::getline(std::cin, answer);
    const QString word = QString::fromStdString(answer).trimmed().toLower();
    return word == u"y"_s || word == u"yes"_s;
}

void Terminal::tell(const QString &sentence)
{
    const QByteArray line = printable(sentence).toUtf8() + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
}

} // namespace kessai::cli
