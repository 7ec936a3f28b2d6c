// CampaignPrograms: what happens to a program from outside.
#include "core/storage/database.h"
#include "tests/chaos/campaignrunning.h"

#include <csignal>

namespace kessai {

using namespace Qt::StringLiterals;

/// Its fate, when the moment has come.
void CampaignPrograms::befall(Running &running)
{
    const CampaignFate &fate = running.call->fate;
    const auto pid = pid_t(running.process->processId());
    if (running.stopped && running.stopped->hasExpired(fate.stoppedMs)) {
        ::kill(pid, SIGCONT);
        running.stopped.reset();
    }
    const bool grown = fate.afterBytes > 0 && ledgerBytes() - running.bytesBefore >= fate.afterBytes;
    const bool isLater = fate.afterMs > 0 && running.since.hasExpired(fate.afterMs);
    if (running.hasBefallen || !(grown || isLater)) {
        return;
    }
    running.hasBefallen = true;
    strike(running, pid);
}

void CampaignPrograms::strike(Running &running, pid_t pid)
{
    using Kind = CampaignFate::Kind;
    const bool isStopped =
        running.call->fate.kind == Kind::Stopped || running.call->fate.kind == Kind::CutOff;
    if (running.call->fate.kind == Kind::Killed && ::kill(pid, SIGKILL) == 0) {
        running.call->endedByUs = true;
    } else if (isStopped && ::kill(pid, SIGSTOP) == 0) {
        ++m_signals[u"SIGSTOP"_s];
        m_mayBeBusy |= !m_database.isEmpty();
        if (running.call->fate.kind == Kind::CutOff && !m_database.isEmpty()) {
            cutOff();
        }
        running.stopped.emplace();
        running.stopped->start();
    } else if (running.call->fate.kind == Kind::Terminated && ::kill(pid, SIGTERM) == 0) {
        ++m_signals[u"SIGTERM"_s];
        running.call->endedByUs = true; // it may not have been listening yet
    }
}

/// As a broken network does: every session ends, and a seat that comes anew takes over what is nobody's.
void CampaignPrograms::cutOff()
{
    const auto spec = DatabaseSpec::parse(m_database, {});
    auto database = spec ? Database::open(*spec, DatabaseMode::ReadOnly)
                         : StorageResult<std::unique_ptr<Database>>(failure(StorageError{}));
    if (!database) {
        m_problems.append(u"no session for cutting others off: %1"_s.arg(database.error().message));
        return;
    }
    const auto cut = (*database)->run(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                                      "WHERE datname = current_database() AND pid <> pg_backend_pid()"_s);
    if (!cut) {
        m_problems.append(u"the sessions were not cut off: %1"_s.arg(cut.error().message));
        return;
    }
    ++m_signals[u"CUTOFF"_s];
    m_mayBeBusy = true;
    qputenv("KESSAI_SWITCH_OFF", m_switchedOff.toUtf8());
    m_shop.run({u"settle"_s});
    qunsetenv("KESSAI_SWITCH_OFF");
}

} // namespace kessai
