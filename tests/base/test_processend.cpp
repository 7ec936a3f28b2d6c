#include "core/base/processend.h"

#include <QTest>

#include <array>
#include <cstdio>
#include <cstdlib>

#include <sys/wait.h>
#include <unistd.h>

namespace kessai {

namespace {

constexpr int HandlerStatus = 9;

} // namespace

class TestProcessEnd : public QObject
{
    Q_OBJECT

private slots:
    void leaving_writesOutAndRunsNoHandlers();
};

void TestProcessEnd::leaving_writesOutAndRunsNoHandlers()
{
    std::array<int, 2> ends{};
    QCOMPARE(pipe(ends.data()), 0);
    std::fflush(nullptr); // else the child writes once more what the parent still holds
    const pid_t child = fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        std::atexit([] { _exit(HandlerStatus); });
        std::fputs("told", stdout); // a pipe is written to when its buffer is full, or at the end
        leaveProcess(3);
    }
    close(ends[1]);
    std::array<char, 16> told{};
    QCOMPARE(read(ends[0], told.data(), told.size()), 4);
    QCOMPARE(QByteArray(told.data()), QByteArray("told"));
    close(ends[0]);
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 3);
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestProcessEnd)
#include "test_processend.moc"
