#include "tests/ui/windowtour.h"
#include "ui/text/language.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QTextStream>
#include <QWidget>

using namespace kessai;
using namespace Qt::StringLiterals;

/// Pictures of every window, for people to look at: kessai-screenshots FOLDER [ja|en] [light|dark]
/// [ORDERS.csv]
int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 2) {
        QTextStream(stderr) << u"kessai-screenshots FOLDER [ja|en] [light|dark] [ORDERS.csv]"_s << Qt::endl;
        return 2;
    }
    QApplication::setQuitOnLastWindowClosed(false);
    const QString chosen = words.value(2, u"ja"_s);
    const QString theme = words.value(3, u"light"_s);
    Language language;
    language.install(chosen);
    applyTheme(application, themeFromCode(theme).value_or(ThemeChoice::Light));
    const QDir folder(words.at(1));
    folder.mkpath(u"."_s);
    WindowTour tour([&folder](QWidget &widget, const QString &name) {
        widget.grab().save(folder.filePath(name + u".png"_s));
    });
    tour.goThroughAssistant();
    tour.goThroughOrderWindows();
    tour.goThroughMainWindow(words.value(4));
    tour.goThroughBulkWork();
    tour.goThroughHelp();
    return 0;
}
