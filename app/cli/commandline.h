#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace kessai::cli {

/// The words of one call, checked against the table of commands: every option exists and has its value.
struct CommandLine
{
    QString dataFolder;   ///< --data; "" the default folder
    QString operatorName; ///< --operator; "" the account's name
    bool json = false;
    bool yes = false;
    bool helpWanted = false;
    bool versionWanted = false;
    QString command;       ///< "" with help or version of the whole program
    QStringList arguments; ///< after COMMAND
    QHash<QString, QStringList> options;

    [[nodiscard]] bool has(const QString &option) const { return options.contains(option); }
    /// The last one given; "" when there is none.
    [[nodiscard]] QString value(const QString &option) const
    {
        return has(option) ? options.value(option).constLast() : QString();
    }
    [[nodiscard]] QStringList values(const QString &option) const { return options.value(option); }
};

/// Takes global options before and after COMMAND. The error is a sentence that says what to do.
/// @param arguments without the program's name
Result<CommandLine, QString> parseCommandLine(const QStringList &arguments);

} // namespace kessai::cli
