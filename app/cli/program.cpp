#include "app/cli/program.h"

#include "app/cli/commandtable.h"
#include "app/cli/helptext.h"
#include "app/cli/invocation.h"
#include "kessai/version.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

void writeOut(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

/// stdout is empty for Usage and Store; with --json it is one document for all others.
void print(const CommandResult &result, bool json, Terminal &terminal)
{
    for (const QString &sentence : result.messages) {
        terminal.tell(sentence);
    }
    if (result.status == ExitStatus::Usage || result.status == ExitStatus::Store) {
        return;
    }
    writeOut(json ? QJsonDocument(result.document).toJson(QJsonDocument::Indented) : result.text.toUtf8());
}

QCoro::Task<> carryOut(Invocation invocation, CommandFunction run)
{
    const CommandResult result = co_await run(invocation);
    print(result, invocation.line.json, *invocation.terminal);
    QCoreApplication::exit(int(result.status));
}

} // namespace

int runProgram(const QStringList &arguments, Clock &clock)
{
    Terminal terminal;
    const auto line = parseCommandLine(arguments);
    if (!line) {
        terminal.tell(line.error());
        return int(ExitStatus::Usage);
    }
    if (line->versionWanted) {
        writeOut("kessai " + QByteArray(programVersion.data(), programVersion.size()) + '\n');
        return int(ExitStatus::AllDone);
    }
    if (line->helpWanted) {
        writeOut((line->command.isEmpty() ? programHelp() : commandHelp(line->command)).toUtf8());
        return int(ExitStatus::AllDone);
    }
    StopSignal stopSignal;
    Invocation invocation;
    invocation.line = *line;
    invocation.clock = &clock;
    invocation.terminal = &terminal;
    invocation.stopSignal = &stopSignal;
    const CommandFunction run = findCommand(line->command)->run;
    QTimer::singleShot(0, [invocation, run] { carryOut(invocation, run); });
    return QCoreApplication::exec();
}

} // namespace kessai::cli
