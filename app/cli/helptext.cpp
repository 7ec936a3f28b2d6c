#include "app/cli/helptext.h"

#include "app/cli/commandtable.h"
#include "app/cli/textwriter.h"

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

QString optionList(const QList<OptionSpec> &options)
{
    QList<QStringList> rows;
    for (const OptionSpec &option : options) {
        const QString value = option.valueName.isEmpty() ? QString() : u" "_s + option.valueName;
        rows.append({u"  --"_s + option.name + value, option.meaning});
    }
    return alignedRows(rows);
}

} // namespace

QString programHelp()
{
    QList<QStringList> rows;
    for (const CommandSpec &command : allCommands()) {
        rows.append({u"  "_s + command.name, command.meaning});
    }
    return u"使い方: kessai [--data DIR] [--json] [--yes] [--operator NAME] COMMAND …\n\nコマンド:\n"_s +
           alignedRows(rows) + u"\n共通オプション（COMMANDの前にも後にも書ける）:\n"_s +
           optionList(globalOptions()) +
           u"\n終了状態: 0 すべて完了、1 不成立・取りやめ・待機中がある、2 使い方の誤り、3 "
           u"結果確認中か要確認がある、"
           u"4 データを使えない、5 GMOに接続できない\n"
           u"COMMANDの詳しい使い方: kessai COMMAND --help\n"_s;
}

QString commandHelp(const QString &command)
{
    const CommandSpec *spec = findCommand(command);
    QString text = u"使い方: kessai %1\n%2\n"_s.arg(spec->synopsis, spec->meaning);
    if (!spec->options.isEmpty()) {
        text += u"\nオプション:\n"_s + optionList(spec->options);
    }
    return text + u"\n共通オプション:\n"_s + optionList(globalOptions());
}

} // namespace kessai::cli
