#include "tests/chaos/killcampaign.h"

#include "tests/chaos/victim.h"
#include "tests/services/invariants.h"

#include <QRandomGenerator>
#include <QRegularExpression>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::Fault;
using simulator::FaultKind;

namespace {

constexpr int Orders = 6;
constexpr int LongestLifeMs = 400;

QList<Fault> someFaults()
{
    return {{.kind = FaultKind::DropAfter, .call = u"AlterTran"_s, .probability = 0.05},
            {.kind = FaultKind::DropBefore, .call = u"ChangeTran"_s, .probability = 0.05},
            {.kind = FaultKind::DropAfter, .call = u"ChangeTran"_s, .probability = 0.05},
            {.kind = FaultKind::Error, .call = u"AlterTran"_s, .probability = 0.05}};
}

void count(const simulator::Simulator &gateway, KillCampaign::Result &result)
{
    for (const simulator::LedgerEntry &entry : gateway.ledger()) {
        const bool mutating = entry.call == u"AlterTran"_s || entry.call == u"ChangeTran"_s;
        result.requests += mutating ? 1 : 0;
        result.effects += mutating && entry.effect ? 1 : 0;
    }
}

/// I11: as long as an operation in doubt may take. The dead program's clock may have been ahead of ours.
void settleInTime(MoneyFixture &money, const QList<Operation> &inDoubt)
{
    for (const Operation &operation : inDoubt) {
        if (operation.armedAt && *operation.armedAt > money.clock.nowUtc()) {
            money.clock.setNowUtc(*operation.armedAt);
        }
    }
    const JournalTiming &timing = money.shop->context().timing;
    constexpr std::chrono::seconds onePoll(60);
    money.settle(timing.sendWindow + timing.settle + 2 * timing.gap + onePoll);
}

/// Runs that kills have paused, gone on with by a person.
void resumeRuns(MoneyFixture &money)
{
    for (const RunStore::Run &run : money.shop->context().runs.all().value()) {
        if (run.state == RunStore::State::Paused) {
            money.run(money.shop->resumeRun(run.id, [] { return false; }));
        }
    }
}

QStringList brokenOrders(Invariants &invariants)
{
    QStringList broken;
    for (int number = 1; number <= Orders; ++number) {
        broken += invariants.brokenAtRest(MoneyFixture::gatewayOrderId(number));
    }
    return broken + invariants.brokenRuns() + invariants.brokenStore();
}

} // namespace

KillCampaign::Result KillCampaign::run() const
{
    Result result;
    QRandomGenerator dice(seed);
    MoneyFixture money(database);
    Invariants invariants(money);
    money.open();
    for (int number = 1; number <= Orders; ++number) {
        money.addOrder(number, Yen{3200}, {.amount = Yen{2000}});
    }
    while (result.kills < kills && result.broken.isEmpty()) {
        money.close();
        money.gateway.addFaults(someFaults());
        const QStringList what{u"loop"_s, QString::number(dice.generate())};
        if (!Victim(money).runAndKill(what, dice.bounded(LongestLifeMs))) {
            result.broken.append(u"the victim did not live to be killed"_s);
            break;
        }
        ++result.kills;
        money.gateway.clearFaults();
        if (!openAfterKill(money)) {
            result.broken.append(u"what the victim left was not taken over"_s);
        }
        const QList<Operation> doubts =
            money.shop->context().journal.inState(OperationState::InDoubt).value();
        result.doubts += int(doubts.size());
        settleInTime(money, doubts);
        result.broken += brokenOrders(invariants);
    }
    resumeRuns(money);
    settleInTime(money, {});
    result.broken += brokenOrders(invariants);
    result.runs = int(money.shop->context().runs.all().value().size());
    result.broken.replaceInStrings(QRegularExpression(u"^"_s),
                                   u"seed %1, kill %2: "_s.arg(seed).arg(result.kills));
    count(money.gateway, result);
    return result;
}

} // namespace kessai
