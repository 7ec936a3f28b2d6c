#pragma once

#include "app/cli/commandresult.h"

#include <QCoro/QCoroTask>

#include <QList>
#include <QString>

#include <limits>

namespace kessai::cli {

struct Invocation;
using CommandFunction = QCoro::Task<CommandResult> (*)(Invocation);

/// One option; a flag has no value name.
struct OptionSpec
{
    QString name;
    QString valueName;
    QString meaning;
};

/// One command of the contract (design.md §8).
struct CommandSpec
{
    static constexpr int Any = std::numeric_limits<int>::max();

    QString name;
    QString synopsis; ///< as after `kessai`
    QString meaning;
    QList<OptionSpec> options;
    int minimumArguments = 0;
    int maximumArguments = 0;
    CommandFunction run = nullptr;
};

const QList<OptionSpec> &globalOptions();
const QList<CommandSpec> &allCommands();
/// Nothing when there is no such command.
const CommandSpec *findCommand(const QString &name);

} // namespace kessai::cli
