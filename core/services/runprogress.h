#pragma once

#include "core/storage/runstore.h"

#include <QList>

#include <chrono>

namespace kessai {

/// How fast a run goes, from readings of how many of its items have ended. Keeps the readings of the last
/// minute; a clock that is given, so that tests need not wait.
class RunPace
{
public:
    /// @param ended items at rest: all but PLANNED, CLAIMED and ARMED
    /// @param sinceBoot Clock::sinceBoot(); a reading from before the last one begins anew
    void take(qint64 ended, std::chrono::milliseconds sinceBoot);
    /// Items that ended per second in the last minute; 0 before there are two readings.
    [[nodiscard]] double perSecond() const;
    /// @param open items that are not at rest; none while nothing moves
    [[nodiscard]] std::optional<qint64> restSeconds(qint64 open) const;

private:
    struct Reading
    {
        qint64 ended = 0;
        std::chrono::milliseconds at{};
    };
    QList<Reading> m_readings;
};

/// How a run stands, from the database.
struct RunProgress
{
    RunStore::Run run;
    QMap<OperationState, qint64> counts;
    qint64 total = 0;
    double perSecond = 0; ///< of the last minute
    std::optional<qint64> restSeconds;
    bool sweepWaiting = false; ///< 照合待ち: finished, and its closing sweep is not done

    [[nodiscard]] qint64 open() const { return run.openCount(); }
    [[nodiscard]] qint64 ended() const { return total - open(); }
};

/// None: there is no such run. Takes the reading for `pace`. Works on a read-only connection.
StorageResult<std::optional<RunProgress>> runProgress(Database &database, const RunId &run, RunPace &pace,
                                                      std::chrono::milliseconds sinceBoot);

} // namespace kessai
