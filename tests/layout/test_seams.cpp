#define KESSAI_TEST_SEAMS
#include "core/base/seams.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai {

/// Kill points and rule switches must not be in the programs that a shop installs (design: only in the build
/// of core that tests link). This program has them, so it also shows that they would be seen.
class SeamsTest : public QObject
{
    Q_OBJECT

private slots:
    void testBuild_isRecognised();
    void programs_haveNoSeams();

private:
    static QByteArray seamsIn(const QString &program);
};

/// The first trace of the seams in a program file: the names of their variables are text in it even where the
/// functions are inlined.
QByteArray SeamsTest::seamsIn(const QString &program)
{
    QFile file(program);
    if (!file.open(QIODevice::ReadOnly)) {
        return "unreadable";
    }
    const QByteArray content = file.readAll();
    for (const QByteArray trace : {"KESSAI_KILL_AT", "KESSAI_SWITCH_OFF", "6kessai5seams"}) {
        if (content.contains(trace)) {
            return trace;
        }
    }
    return {};
}

void SeamsTest::testBuild_isRecognised()
{
    KESSAI_KILL_POINT("a point that nobody names");
    QVERIFY(!seamsIn(QCoreApplication::applicationFilePath()).isEmpty());
}

void SeamsTest::programs_haveNoSeams()
{
    const QDir folder(qEnvironmentVariable("KESSAI_BINARIES"));
    const QFileInfoList programs = folder.entryInfoList(QDir::Files | QDir::Executable);
    if (programs.isEmpty()) {
        QSKIP("no program is built");
    }
    for (const QFileInfo &program : programs) {
        const QByteArray seams = seamsIn(program.filePath());
        QVERIFY2(seams.isEmpty(), qPrintable(u"%1: %2"_s.arg(program.fileName(), QString::fromUtf8(seams))));
    }
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::SeamsTest)
#include "test_seams.moc"
