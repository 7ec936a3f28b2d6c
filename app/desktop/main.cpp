#include "app/desktop/desktop.h"
#include "app/desktop/quitsignals.h"
#include "core/base/log.h"
#include "core/base/processend.h"
#include "core/base/processprivacy.h"
#include "core/settings/datafolder.h"
#include "core/settings/settings.h"
#include "kessai/version.h"
#include "ui/text/language.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdlib>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

struct Choices
{
    QString dataFolder;
    QString language;
    QString operatorName;
    bool asksOperator = true;
    bool practice = false;
};

/// Ends the program with 2 where it was called wrongly.
Choices choicesOf(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"受注と決済の管理"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({{u"data"_s, u"店舗のデータフォルダ"_s, u"DIR"_s},
                       {u"practice"_s, u"見本の受注で練習する（お金は動かない）"_s},
                       {u"language"_s, u"画面の言語: ja, en"_s, u"LANGUAGE"_s},
                       {u"operator"_s, u"担当者の名前"_s, u"NAME"_s}});
    parser.process(application);
    const QString language = parser.value(u"language"_s);
    if (!Language::isKnown(language) || !parser.positionalArguments().isEmpty()) {
        parser.showHelp(2);
    }
    const QString folder = parser.value(u"data"_s);
    return {folder.isEmpty() ? DataFolder::defaultPath() : folder, language, parser.value(u"operator"_s),
            parser.value(u"operator"_s).isEmpty(), parser.isSet(u"practice"_s)};
}

/// The shop's own wishes, where there is a shop already; opening it says what is wrong with its settings.
void applySettings(QApplication &application, Choices &choices, Language &language)
{
    ThemeChoice theme = ThemeChoice::Automatic;
    const auto settings = Settings::load(choices.dataFolder + u"/settings.ini"_s);
    if (settings && settings->existed() && !choices.practice) {
        theme = themeFromCode(settings->theme()).value_or(theme);
        choices.language = choices.language.isEmpty() ? settings->language() : choices.language;
    }
    language.install(Language::choose(choices.language, QLocale::system()));
    applyTheme(application, theme);
}

/// None where the folder cannot be written; opening the shop says so in words.
std::unique_ptr<Log> logOf(const QString &dataFolder)
{
    const auto folder = DataFolder::open(dataFolder);
    if (!folder) {
        return nullptr;
    }
    auto log = Log::open(folder->logFolder() + u"/kessai-desk.log"_s);
    return log ? std::move(*log) : nullptr;
}

int run(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"kessai-desk"_s);
    QCoreApplication::setApplicationVersion(programVersion);
    QGuiApplication::setApplicationDisplayName(u"KessaiDesk"_s);
    QGuiApplication::setDesktopFileName(u"kessai-desk"_s);
    QGuiApplication::setWindowIcon(QIcon(u":/icons/kessai-desk.svg"_s));
    QGuiApplication::setQuitOnLastWindowClosed(false); // a closed window may still wait for the gateway
    Choices choices = choicesOf(application);
    Language language;
    applySettings(application, choices, language);
    if (!choices.practice && SingleInstance(choices.dataFolder).askFirstToShow()) {
        return 0;
    }
    const auto log = choices.practice ? std::unique_ptr<Log>() : logOf(choices.dataFolder);
    Desktop desktop(choices.operatorName, choices.asksOperator);
    QObject::connect(&desktop, &Desktop::lastClosed, &application, &QCoreApplication::quit,
                     Qt::QueuedConnection);
    // Open requests stay as they are, as in a crash: ARMED rows are read at the next start.
    QObject::connect(&desktop, &Desktop::forcedQuit, &application, [] { std::_Exit(EXIT_SUCCESS); });
    const QuitSignals quitSignals;
    int timesAsked = 0;
    QObject::connect(&quitSignals, &QuitSignals::asked, &application, [&desktop, &timesAsked] {
        if (++timesAsked == 1) {
            desktop.closeAll(); // waits for open requests, as the menu does
        } else {
            QCoreApplication::quit();
        }
    });
    if (choices.practice) {
        desktop.openPractice();
    } else {
        desktop.openFolder(choices.dataFolder);
    }
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    // A session bus that answers wrongly would end the program, and money may be on its way: libdbus aborts
    // where it finds fault with its caller.
    qputenv("DBUS_FATAL_WARNINGS", "0");
    keepProcessPrivate();
    leaveProcess(run(argc, argv));
}
