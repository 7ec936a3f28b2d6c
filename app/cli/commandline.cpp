#include "app/cli/commandline.h"

#include "app/cli/commandtable.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

void addOptions(QCommandLineParser &parser, const QList<OptionSpec> &options)
{
    for (const OptionSpec &option : options) {
        parser.addOption(QCommandLineOption(option.name, option.meaning, option.valueName));
    }
}

QStringList withProgramName(const QStringList &arguments)
{
    return QStringList{u"kessai"_s} + arguments;
}

/// The first word that is neither a global option nor the value of one.
QString commandWordIn(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    addOptions(parser, globalOptions());
    parser.parse(withProgramName(arguments));
    return parser.positionalArguments().value(0);
}

QString parseProblem(const QCommandLineParser &parser, const QString &command)
{
    const QString help = command.isEmpty() ? u"kessai help"_s : u"kessai %1 --help"_s.arg(command);
    const QStringList unknown = parser.unknownOptionNames();
    if (!unknown.isEmpty()) {
        const QString name = (unknown.first().size() > 1 ? u"--"_s : u"-"_s) + unknown.first();
        return u"オプション %1 はありません。%2 で使い方を確認してください。"_s.arg(name, help);
    }
    return u"オプションの書き方が違います（%1）。%2 で使い方を確認してください。"_s.arg(parser.errorText(),
                                                                                        help);
}

CommandLine collect(const QCommandLineParser &parser, const CommandSpec *command)
{
    CommandLine line;
    line.dataFolder = parser.value(u"data"_s);
    line.operatorName = parser.value(u"operator"_s);
    line.json = parser.isSet(u"json"_s);
    line.yes = parser.isSet(u"yes"_s);
    line.helpWanted = parser.isSet(u"help"_s);
    line.versionWanted = parser.isSet(u"version"_s);
    if (!command) {
        return line;
    }
    line.command = command->name;
    line.arguments = parser.positionalArguments().mid(1);
    for (const OptionSpec &option : command->options) {
        if (parser.isSet(option.name)) {
            line.options.insert(option.name, parser.values(option.name));
        }
    }
    return line;
}

QString countProblem(const CommandLine &line, const CommandSpec &command)
{
    const qsizetype count = line.arguments.size();
    if (count >= command.minimumArguments && count <= command.maximumArguments) {
        return {};
    }
    return u"%1 の指定が%2。使い方: kessai %3"_s.arg(
        command.name, count < command.minimumArguments ? u"足りません"_s : u"多すぎます"_s, command.synopsis);
}

Result<CommandLine, QString> helpLine(const QStringList &words)
{
    CommandLine line;
    line.helpWanted = true;
    line.command = words.value(0);
    if (!line.command.isEmpty() && !findCommand(line.command)) {
        return failure(
            u"コマンド %1 はありません。kessai help で一覧を確認してください。"_s.arg(line.command));
    }
    return line;
}

} // namespace

Result<CommandLine, QString> parseCommandLine(const QStringList &arguments)
{
    const QString word = commandWordIn(arguments);
    const CommandSpec *command = findCommand(word);
    if (!word.isEmpty() && word != u"help"_s && !command) {
        return failure(u"コマンド %1 はありません。kessai help で一覧を確認してください。"_s.arg(word));
    }
    QCommandLineParser parser;
    addOptions(parser, globalOptions());
    if (command) {
        addOptions(parser, command->options);
    }
    if (!parser.parse(withProgramName(arguments))) {
        return failure(parseProblem(parser, command ? command->name : QString()));
    }
    if (word == u"help"_s) {
        return helpLine(parser.positionalArguments().mid(1));
    }
    CommandLine line = collect(parser, command);
    if (line.helpWanted || line.versionWanted) {
        return line;
    }
    if (!command) {
        return failure(u"コマンドがありません。kessai help で一覧を確認してください。"_s);
    }
    const QString problem = countProblem(line, *command);
    if (!problem.isEmpty()) {
        return failure(problem);
    }
    return line;
}

} // namespace kessai::cli
