#include "app/cli/program.h"

#include "app/cli/commandtable.h"
#include "app/cli/helptext.h"
#include "app/cli/invocation.h"
#include "app/cli/longreport.h"
#include "app/cli/textwriter.h"
#include "kessai/version.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

/// false when not all of it could be written (a full disk, a pipe that is gone).
bool writeOut(const QByteArray &bytes)
{
    const bool written =
        std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout) == size_t(bytes.size());
    return std::fflush(stdout) == 0 && written;
}

/// stdout is empty for Usage and Store; with --json it is one document for all others. The exit status: what
/// was done but could not be told is no success.
ExitStatus print(const CommandResult &result, bool json, Terminal &terminal)
{
    for (const QString &sentence : result.messages) {
        terminal.tell(sentence);
    }
    if (result.status == ExitStatus::Usage || result.status == ExitStatus::Store) {
        return result.status;
    }
    const bool written = json ? writeDocument(result, stdout) : writeOut(printable(result.text).toUtf8());
    if (!written) {
        terminal.tell(
            u"結果を書き出せませんでした。出力先の空きを確認し、kessai log で結果を確かめてください。"_s);
        return ExitStatus::Store;
    }
    return result.status;
}

QCoro::Task<> carryOut(Invocation invocation, CommandFunction run)
{
    const CommandResult result = co_await run(invocation);
    const ExitStatus status = print(result, invocation.line.json, *invocation.terminal);
    QCoreApplication::exit(int(status));
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
