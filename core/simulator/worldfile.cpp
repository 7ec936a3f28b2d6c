#include "core/simulator/worldfile.h"

#include "core/base/japantime.h"

#include <QJsonArray>

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

void addTransactions(QJsonObject &line, const QList<Transaction> &changed, const TransactionNumbers &numbers)
{
    QJsonArray transactions;
    for (const Transaction &transaction : changed) {
        transactions.append(anyToLedgerJson(transaction));
    }
    line.insert(u"transactions"_s, transactions);
    line.insert(u"numbersTaken"_s, numbers.taken());
}

} // namespace

QJsonObject WorldFile::requestLine(const LedgerEntry &entry, const CallOutcome *outcome)
{
    QJsonObject line{{u"type"_s, u"request"_s}, {u"entry"_s, toJson(entry)}};
    if (outcome && outcome->changed) {
        addTransactions(line, {*outcome->changed}, outcome->numbers);
    }
    return line;
}

QJsonObject WorldFile::outsideLine(const QJsonObject &event, const QList<Transaction> &changed,
                                   const TransactionNumbers &numbers)
{
    QJsonObject line{{u"type"_s, u"outside"_s}, {u"event"_s, event}};
    addTransactions(line, changed, numbers);
    return line;
}

QJsonObject WorldFile::clockLine(const SimulatorClock &clock)
{
    return {{u"type"_s, u"clock"_s},
            {u"now"_s, japantime::toStoredText(clock.nowUtc())},
            {u"frozen"_s, clock.frozen()},
            {u"machineTime"_s, japantime::toStoredText(QDateTime::currentDateTimeUtc())}};
}

bool WorldFile::replay(World &world, const QJsonObject &line)
{
    const QString type = line.value(u"type"_s).toString();
    if (type == "clock"_L1) {
        replayClock(world, line);
        return true;
    }
    if (type == "request"_L1) {
        return replayRequest(world, line) && replayTransactions(world, line);
    }
    if (type == "outside"_L1) {
        world.m_outside.append(line.value(u"event"_s).toObject());
        return replayTransactions(world, line);
    }
    return false;
}

bool WorldFile::replayRequest(World &world, const QJsonObject &line)
{
    const LedgerEntry entry = ledgerEntryFromJson(line.value(u"entry"_s).toObject());
    QList<LedgerEntry> &entries = world.m_entries;
    if (entry.sequence < 1 || entry.call.isEmpty()) {
        return false;
    }
    const auto place =
        std::lower_bound(entries.begin(), entries.end(), entry.sequence,
                         [](const LedgerEntry &known, qint64 sequence) { return known.sequence < sequence; });
    if (place != entries.end() && place->sequence == entry.sequence) {
        *place = entry;
    } else {
        entries.insert(place, entry);
    }
    return true;
}

bool WorldFile::replayTransactions(World &world, const QJsonObject &line)
{
    if (!line.contains(u"transactions"_s)) {
        return true;
    }
    QList<Transaction> changed;
    const QJsonArray transactions = line.value(u"transactions"_s).toArray();
    for (const auto &value : transactions) {
        const auto transaction = transactionFromLedgerJson(value.toObject());
        if (!transaction) {
            return false;
        }
        changed.append(*transaction);
    }
    TransactionNumbers numbers;
    numbers.setTaken(line.value(u"numbersTaken"_s).toInteger());
    world.commit(changed, numbers);
    return true;
}

/// The clock ran on while nobody looked, unless it was frozen.
void WorldFile::replayClock(World &world, const QJsonObject &line)
{
    const auto now = japantime::fromStoredText(line.value(u"now"_s).toString());
    const auto machineTime = japantime::fromStoredText(line.value(u"machineTime"_s).toString());
    const bool frozen = line.value(u"frozen"_s).toBool();
    if (!now || !machineTime) {
        return;
    }
    const qint64 sinceMs = machineTime->msecsTo(QDateTime::currentDateTimeUtc());
    world.m_clock.setFrozen(frozen);
    world.m_clock.setNow(frozen ? *now : now->addMSecs(std::max<qint64>(0, sinceMs)));
}

} // namespace kessai::simulator
