#pragma once

#include "core/simulator/world.h"

namespace kessai::simulator {

/// How the world looks in the ledger file. Lines are of three types: `request` (an entry, with the
/// transaction that it changed), `outside` (seed, console, shopper, time) and `clock`. Each carries what is
/// needed to stand where the simulator stood; a later line of the same sequence replaces the earlier one.
class WorldFile
{
public:
    static QJsonObject requestLine(const LedgerEntry &entry, const CallOutcome *outcome);
    static QJsonObject outsideLine(const QJsonObject &event, const QList<Transaction> &changed,
                                   const TransactionNumbers &numbers);
    static QJsonObject clockLine(const SimulatorClock &clock);

    /// Brings the world to where the line left it. False when the line is not one of ours.
    static bool replay(World &world, const QJsonObject &line);

private:
    static bool replayRequest(World &world, const QJsonObject &line);
    static bool replayTransactions(World &world, const QJsonObject &line);
    static void replayClock(World &world, const QJsonObject &line);
};

} // namespace kessai::simulator
