#include "core/storage/databasefaults.h"

#ifdef KESSAI_TEST_SEAMS

#include <QByteArray>
#include <QList>

#include <atomic>

namespace kessai::seams {

namespace {

struct Fault
{
    std::atomic<qint64> calls = 0;
    std::atomic<qint64> failing = 0;
    std::atomic<bool> afterCommit = false;
    std::atomic<bool> answerLost = false;

    Fault()
    {
        const QList<QByteArray> parts = qgetenv("KESSAI_FAIL_DATABASE_CALL").split(':');
        failing = parts.value(0).toLongLong();
        afterCommit = parts.value(1) == "after";
    }
};

Fault &fault()
{
    static Fault instance;
    return instance;
}

} // namespace

void failDatabaseCall(qint64 i, CommitFault commit)
{
    fault().calls = 0;
    fault().failing = i;
    fault().afterCommit = commit == CommitFault::After;
    fault().answerLost = false;
}

qint64 databaseCalls()
{
    return fault().calls;
}

bool databaseCallFails(bool isCommit)
{
    const qint64 call = ++fault().calls;
    if (fault().failing == 0 || call != fault().failing) {
        return false;
    }
    if (isCommit && fault().afterCommit) {
        fault().answerLost = true;
        return false;
    }
    return true;
}

bool commitAnswerIsLost()
{
    return fault().answerLost.exchange(false);
}

} // namespace kessai::seams

#endif
