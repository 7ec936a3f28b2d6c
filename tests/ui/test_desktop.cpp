#include "app/desktop/desktop.h"
#include "app/desktop/practicefolder.h"
#include "app/desktop/quitsignals.h"
#include "ui/widgets/theme.h"
#include "ui/work/environmentband.h"
#include "ui/work/operatordialog.h"

#include <QApplication>
#include <QDir>
#include <QListWidget>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace kessai {

using namespace Qt::StringLiterals;

/// What the program does around its windows.
class TestDesktop : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void operatorDialog_answersByKeysAlone();
    void operatorDialog_escapeChoosesNobody();
    void terminationSignals_askForTheEnd();
    void abandonedPracticeFolders_areRemoved();
    void practiceEndedBySignal_leavesNoFolder();
    void band_tellsPracticeFromALocalGateway();
    void folderOpenElsewhere_isRaisedThereAndStaysItsOwn();

private:
    [[nodiscard]] QStringList practiceFolders() const
    {
        return QDir(m_temporary.path()).entryList({u"kessai-practice-*"_s}, QDir::Dirs);
    }

    QTemporaryDir m_temporary; ///< stands for /tmp
};

void TestDesktop::initTestCase()
{
    qputenv("TMPDIR", m_temporary.path().toUtf8());
    applyTheme(*qApp, ThemeChoice::Light);
}

void TestDesktop::operatorDialog_answersByKeysAlone()
{
    auto *dialog = new OperatorDialog({u"佐藤"_s, u"鈴木"_s, u"髙橋"_s}, u"鈴木"_s, nullptr);
    QSignalSpy chosen(dialog, &OperatorDialog::chosen);
    dialog->show();
    auto *names = dialog->findChild<QListWidget *>(u"operatorNames"_s);
    QCOMPARE(names->currentItem()->text(), u"鈴木"_s);
    QTRY_VERIFY(names->hasFocus());
    QTest::keyClick(names, Qt::Key_Down);
    QTest::keyClick(names, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toString(), u"髙橋"_s);
}

void TestDesktop::operatorDialog_escapeChoosesNobody()
{
    auto *dialog = new OperatorDialog({u"佐藤"_s, u"鈴木"_s}, u"誰か"_s, nullptr);
    QSignalSpy chosen(dialog, &OperatorDialog::chosen);
    QSignalSpy rejected(dialog, &QDialog::rejected);
    dialog->show();
    QCOMPARE(dialog->findChild<QListWidget *>(u"operatorNames"_s)->currentRow(), 0);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QCOMPARE(rejected.count(), 1);
    QCOMPARE(chosen.count(), 0);
}

void TestDesktop::terminationSignals_askForTheEnd()
{
    QuitSignals quitSignals;
    QSignalSpy asked(&quitSignals, &QuitSignals::asked);
    int expected = 0;
    for (const int number : {SIGTERM, SIGINT, SIGHUP}) {
        std::raise(number);
        ++expected;
        QTRY_COMPARE(asked.count(), expected);
    }
}

void TestDesktop::abandonedPracticeFolders_areRemoved()
{
    QProcess gone;
    gone.start(u"true"_s);
    QVERIFY(gone.waitForStarted());
    const qint64 process = gone.processId();
    QVERIFY(gone.waitForFinished());
    QDir temporary(m_temporary.path());
    const QString abandoned = u"kessai-practice-%1-abcdef"_s.arg(process);
    const QString living = u"kessai-practice-%1-abcdef"_s.arg(QCoreApplication::applicationPid());
    QVERIFY(temporary.mkpath(abandoned + u"/logs"_s));
    QVERIFY(temporary.mkpath(living));
    practicefolder::removeAbandoned();
    QCOMPARE(practiceFolders(), QStringList{living});
    QVERIFY(temporary.rmdir(living));
}

void TestDesktop::practiceEndedBySignal_leavesNoFolder()
{
    QProcess desk;
    desk.start(qEnvironmentVariable("KESSAI_BINARIES") + u"/kessai-desk"_s, {u"--practice"_s});
    QVERIFY2(desk.waitForStarted(), qPrintable(desk.errorString()));
    QTRY_COMPARE_WITH_TIMEOUT(practiceFolders().size(), 1, 30'000);
    desk.terminate();
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(), QProcess::NotRunning, 30'000);
    QCOMPARE(desk.exitStatus(), QProcess::NormalExit);
    QCOMPARE(desk.exitCode(), 0);
    QCOMPARE(practiceFolders(), QStringList());
}

void TestDesktop::band_tellsPracticeFromALocalGateway()
{
    EnvironmentBand band;
    band.setEnvironment(GatewayEnvironment::Practice, true);
    QVERIFY(band.text().startsWith(u"練習モード"_s));
    band.setEnvironment(GatewayEnvironment::Practice, false);
    QVERIFY(band.text().startsWith(u"テスト接続（このパソコン）"_s));
}

void TestDesktop::folderOpenElsewhere_isRaisedThereAndStaysItsOwn()
{
    QTemporaryDir elsewhere;
    QTemporaryDir here;
    SingleInstance other(elsewhere.path()); // stands for another program
    QSignalSpy raised(&other, &SingleInstance::showRequested);
    QVERIFY(other.becomeFirst());
    Desktop desktop(u"佐藤"_s, false);
    desktop.openFolder(here.path());
    const auto windows = [] {
        QList<MainWindow *> found;
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *window = qobject_cast<MainWindow *>(widget)) {
                found.append(window);
            }
        }
        return found;
    };
    QCOMPARE(windows().size(), 1);
    for (int time = 1; time <= 2; ++time) {
        emit windows().first()->folderChosen(elsewhere.path());
        QTRY_COMPARE(raised.count(), time); // the second is heard as well: its socket is still there
        QCOMPARE(windows().size(), 1);
        auto *box = windows().first()->findChild<QMessageBox *>(u"openElsewhereBox"_s);
        QVERIFY(box && box->text().contains(u"すでに開いています"_s));
        box->close();
        QTRY_VERIFY(!windows().first()->findChild<QMessageBox *>(u"openElsewhereBox"_s));
    }
}

} // namespace kessai

QTEST_MAIN(kessai::TestDesktop)
#include "test_desktop.moc"
