#include "tests/chaos/killcampaign.h"

#include "tests/chaos/victim.h"
#include "tests/services/invariants.h"

#include <QRandomGenerator>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::Fault;
using simulator::FaultKind;

namespace {

constexpr int Orders = 5;
constexpr int LongestLifeMs = 250;

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

} // namespace

KillCampaign::Result KillCampaign::run() const
{
    Result result;
    QRandomGenerator dice(seed);
    MoneyFixture money(database);
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
        const auto doubts = money.shop->context().journal.inState(OperationState::InDoubt);
        result.doubts += doubts ? int(doubts->size()) : 0;
        money.settle();
        Invariants invariants(money);
        for (int number = 1; number <= Orders; ++number) {
            result.broken.append(invariants.brokenAtRest(MoneyFixture::gatewayOrderId(number)));
        }
        result.broken.append(invariants.brokenStore());
    }
    count(money.gateway, result);
    return result;
}

} // namespace kessai
