// RunDesk: how the runs stand, from the database.
#include "core/storage/runpromises.h"
#include "ui/models/whendone.h"
#include "ui/runs/rundesk.h"

#include <algorithm>

namespace kessai {

using namespace std::chrono_literals;

namespace {

constexpr int ShortestPauseMs = 250; ///< between two reads: a few a second are enough to look at
constexpr int LivelyPauseMs = 1000;  ///< rate and rest time move though nothing ends
constexpr int PauseForReading = 8;   ///< a long read waits so many times its own time for the next one

} // namespace

RunDesk::RunDesk(ShopSession &session, QObject *parent)
    : QObject(parent), m_session(session), m_paces(std::make_shared<Paces>())
{
    m_since.start();
    m_pause.setSingleShot(true);
    m_pause.setInterval(ShortestPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &RunDesk::read);
    connect(&session, &ShopSession::runChanged, this, &RunDesk::scheduleRead);
    connect(&session, &ShopSession::paymentChanged, this, [this] {
        if (!m_unfinished.isEmpty() || !m_followed.isEmpty()) {
            scheduleRead();
        }
    });
}

void RunDesk::begin()
{
    m_begun = true;
    read();
    keepOverduePromises();
}

void RunDesk::follow(const RunId &run)
{
    if (++m_followed[run] == 1) {
        read();
    }
}

void RunDesk::unfollow(const RunId &run)
{
    if (--m_followed[run] <= 0) {
        m_followed.remove(run);
    }
}

const RunDesk::Standing *RunDesk::standingOf(const RunId &run) const
{
    const auto found = m_standings.constFind(run);
    return found == m_standings.constEnd() ? nullptr : &*found;
}

void RunDesk::scheduleRead()
{
    if (!m_begun) {
        return;
    }
    if (m_reading) {
        m_again = true;
    } else if (!m_pause.isActive() || m_pause.interval() == LivelyPauseMs) {
        m_pause.start(ShortestPauseMs);
    }
}

void RunDesk::read()
{
    if (!m_begun || m_reading) {
        m_again = m_begun;
        return;
    }
    m_reading = true;
    m_again = false;
    m_readTook.start();
    QSet<RunId> followed;
    for (auto run = m_followed.cbegin(); run != m_followed.cend(); ++run) {
        followed.insert(run.key());
    }
    QSet<RunId> wanted = followed; // and what was unfinished, to see how it ended
    for (auto run = m_lastStates.cbegin(); run != m_lastStates.cend(); ++run) {
        wanted.insert(run.key());
    }
    const std::chrono::milliseconds now{m_since.elapsed()};
    const auto job = [wanted, followed, paces = m_paces, now](Database &database) {
        return readRuns(database, wanted, followed, paces, now);
    };
    whenDone(
        m_session.onReader({}, job), this, [this](const Reading &reading) { take(reading); },
        [this] { m_reading = false; });
}

RunDesk::Reading RunDesk::readRuns(Database &database, const QSet<RunId> &wanted, const QSet<RunId> &followed,
                                   const std::shared_ptr<Paces> &paces, std::chrono::milliseconds now)
{
    Reading reading;
    const auto open = unfinishedRuns(database);
    if (!open) {
        reading.problem = open.error().message;
        return reading;
    }
    QList<RunId> ids;
    for (const RunStore::Run &run : *open) {
        ids.append(run.id);
    }
    const qsizetype openCount = ids.size();
    for (const RunId &id : wanted) {
        if (!ids.contains(id)) {
            ids.append(id);
        }
    }
    for (qsizetype i = 0; i < ids.size(); ++i) {
        auto &pace = (*paces)[ids.at(i)];
        pace = pace ? pace : std::make_shared<RunPace>();
        const auto progress = runProgress(database, ids.at(i), *pace, now);
        if (!progress || !*progress) {
            reading.problem = progress ? QString() : progress.error().message;
            continue;
        }
        Standing standing;
        standing.progress = **progress;
        if (followed.contains(ids.at(i))) {
            const auto sums = runSums(database, ids.at(i));
            standing.sums = sums ? *sums : RunSums();
            const auto promised = RunPromises(database).of(ids.at(i));
            standing.promised = promised ? *promised : std::nullopt;
        }
        reading.standings.insert(ids.at(i), standing);
        if (i < openCount && standing.progress.run.state != RunStore::State::Finished) {
            reading.unfinished.append(standing.progress);
        }
    }
    return reading;
}

void RunDesk::take(const Reading &reading)
{
    const int took = int(m_readTook.elapsed());
    m_reading = false;
    if (!reading.problem.isEmpty()) {
        emit failed(reading.problem);
    } else {
        m_unfinished = reading.unfinished;
        m_standings = reading.standings;
        tellRest(reading);
        emit changed();
    }
    const bool lively = std::any_of(m_unfinished.begin(), m_unfinished.end(), [](const RunProgress &run) {
        return run.run.state == RunStore::State::Running;
    });
    const int pause = std::max(ShortestPauseMs, PauseForReading * took);
    if (m_again) {
        m_pause.start(pause);
    } else if (lively) {
        m_pause.start(std::max(LivelyPauseMs, pause));
    }
}

/// Of the runs that were not finished: what came to an end, or to a stop that nobody here asked for.
void RunDesk::tellRest(const Reading &reading)
{
    const auto before = std::exchange(m_lastStates, {});
    for (const RunProgress &open : reading.unfinished) {
        m_lastStates.insert(open.run.id, open.run.state);
    }
    for (auto last = before.cbegin(); last != before.cend(); ++last) {
        const auto now = reading.standings.constFind(last.key());
        if (now == reading.standings.constEnd() || now->progress.run.state == *last) {
            continue;
        }
        const RunStore::State state = now->progress.run.state;
        const bool byItself = state == RunStore::State::Paused && !m_pausedHere.contains(last.key());
        if (state == RunStore::State::Finished || byItself) {
            emit cameToRest(now->progress);
        }
    }
}

} // namespace kessai
