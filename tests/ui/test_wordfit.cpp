#include "tests/ui/windowtour.h"
#include "tests/ui/wordfit.h"
#include "ui/text/language.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPushButton>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;

/// ctest runs it twice: as it is, and at 200 %.
class TestWordFit : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

    void wordsInEveryWindow_haveRoom_data();
    void wordsInEveryWindow_haveRoom();
    void narrowButton_isFound();
};

void TestWordFit::wordsInEveryWindow_haveRoom_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("ja") << u"ja"_s;
    QTest::newRow("en") << u"en"_s;
}

void TestWordFit::wordsInEveryWindow_haveRoom()
{
    QFETCH(QString, language);
    Language words;
    words.install(language);
    QStringList misfits;
    int windows = 0;
    WindowTour tour([&](const QWidget &widget, const QString &name) {
        ++windows;
        for (const QString &misfit : wordsThatDoNotFit(widget)) {
            misfits.append(name + u": "_s + misfit);
        }
    });
    tour.goThroughAssistant();
    tour.goThroughOrderWindows();
    tour.goThroughMainWindow(QString::fromUtf8(KESSAI_PRACTICE_ORDERS));
    tour.goThroughBulkWork();
    tour.goThroughHelp();
    QVERIFY(windows > 60);
    QVERIFY2(misfits.isEmpty(), qPrintable(misfits.join(u'\n')));
}

void TestWordFit::narrowButton_isFound()
{
    QWidget window;
    QPushButton button(u"¥3,200 を売上確定する"_s, &window);
    window.show();
    button.resize(button.sizeHint());
    QCOMPARE(wordsThatDoNotFit(window), QStringList());
    button.resize(button.sizeHint().width() - 1, button.sizeHint().height());
    QCOMPARE(wordsThatDoNotFit(window).size(), 1);
}

} // namespace kessai

QTEST_MAIN(kessai::TestWordFit)
#include "test_wordfit.moc"
