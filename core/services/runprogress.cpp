#include "core/services/runprogress.h"

#include <cmath>

namespace kessai {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds Window = 60s;
/// Readings that are closer than this count as one: a minute is a few hundred of them.
constexpr std::chrono::milliseconds Closest = 200ms;

} // namespace

void RunPace::take(qint64 ended, std::chrono::milliseconds sinceBoot)
{
    if (!m_readings.isEmpty() && (sinceBoot < m_readings.last().at || ended < m_readings.last().ended)) {
        m_readings.clear(); // another boot, or another run
    }
    const qsizetype count = m_readings.size();
    if (count > 1 && sinceBoot - m_readings[count - 2].at < Closest) {
        m_readings.removeLast();
    }
    m_readings.append({ended, sinceBoot});
    while (m_readings.size() > 2 && sinceBoot - m_readings.first().at > Window) {
        m_readings.removeFirst();
    }
}

double RunPace::perSecond() const
{
    if (m_readings.size() < 2) {
        return 0;
    }
    const std::chrono::duration<double> passed = m_readings.last().at - m_readings.first().at;
    return passed.count() > 0 ? double(m_readings.last().ended - m_readings.first().ended) / passed.count()
                              : 0;
}

std::optional<qint64> RunPace::restSeconds(qint64 open) const
{
    if (open <= 0) {
        return 0;
    }
    const double rate = perSecond();
    if (rate <= 0) {
        return std::nullopt;
    }
    return qint64(std::ceil(double(open) / rate));
}

StorageResult<std::optional<RunProgress>> runProgress(Database &database, const RunId &run, RunPace &pace,
                                                      std::chrono::milliseconds sinceBoot)
{
    const auto found = RunStore(database).byId(run);
    if (!found) {
        return failure(found.error());
    }
    if (!*found) {
        return std::optional<RunProgress>();
    }
    RunProgress progress;
    progress.run = **found;
    progress.counts = progress.run.counts;
    for (const qint64 count : progress.counts) {
        progress.total += count;
    }
    pace.take(progress.ended(), sinceBoot);
    const bool running = progress.run.state == RunStore::State::Running;
    progress.perSecond = running ? pace.perSecond() : 0;
    progress.restSeconds = running ? pace.restSeconds(progress.open()) : std::nullopt;
    progress.sweepWaiting =
        progress.run.state == RunStore::State::Finished && !progress.run.sweptAt && progress.run.movesMoney();
    return std::optional(progress);
}

} // namespace kessai
