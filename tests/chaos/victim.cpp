#include "tests/chaos/victim.h"

#include "core/base/japantime.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int PatienceMs = 60'000;

QString victimProgram()
{
    return QCoreApplication::applicationDirPath() + u"/money-victim"_s;
}

/// Every operation that is not over belongs to this start of the program, or waits in a run that stands
/// still.
bool allAdopted(Shop &shop)
{
    ShopContext &context = shop.context();
    const auto row = context.database.first(
        u"SELECT count(*) FROM op WHERE state NOT IN ('DONE','REFUSED','CANCELLED','CONFLICT') "
        "AND owner_boot <> ? AND (run_id IS NULL OR state <> 'PLANNED' OR run_id IN (SELECT id FROM bulk_run "
        "WHERE state = 'RUNNING'))"_s,
        {context.seat.boot});
    return row.ok() && row->value(0).toInt() == 0;
}

} // namespace

QStringList Victim::lineOf(const QStringList &what) const
{
    return QStringList{m_money.dataFolder(), japantime::toStoredText(m_money.clock.nowUtc())} + what;
}

int Victim::run(const QStringList &what, const QByteArray &killAt) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KESSAI_KILL_AT"_s, QString::fromLatin1(killAt));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(victimProgram(), lineOf(what));
    const bool ended = process.waitForFinished(PatienceMs) && process.exitStatus() == QProcess::NormalExit;
    return ended ? process.exitCode() : -1;
}

bool openAfterKill(MoneyFixture &money)
{
    money.open();
    return QTest::qWaitFor(
        [&money] { return money.shop->settler().adoptAbandoned().ok() && allAdopted(*money.shop); });
}

} // namespace kessai
