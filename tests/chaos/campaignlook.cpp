#include "tests/chaos/campaignlook.h"

#include "core/base/clock.h"
#include "core/storage/historycondition.h"
#include "tests/chaos/campaigncertain.h"
#include "tests/chaos/campaignoutside.h"
#include "tests/chaos/campaignsecrets.h"
#include "tests/services/invariants.h"
#include "tests/simulator/rawclient.h"

#include <QJsonDocument>
#include <QSet>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::LedgerEntry;

namespace {

QJsonObject controlAnswer(const ShopFixture &shop, const QString &path)
{
    const QString control = shop.gateway().value(u"control"_s).toString();
    return QJsonDocument::fromJson(get(control, path).body).object();
}

QString stateText(const QString &status, qint64 yen, qint64 cancelledYen)
{
    const QString text = u"%1 %2"_s.arg(status).arg(yen);
    return cancelledYen == 0 ? text : text + u", %1 cancelled"_s.arg(cancelledYen);
}

/// au, docomo and SoftBank tell what was taken back.
bool tellsCancelledYen(const QJsonValue &transaction)
{
    return QStringList{u"8"_s, u"9"_s, u"11"_s}.contains(transaction[u"payType"_s].toString());
}

QString stateOf(const QJsonValue &transaction)
{
    const qint64 cancelled =
        transaction[u"cancelledAmount"_s].toInteger() + transaction[u"cancelledTax"_s].toInteger();
    return stateText(transaction[u"status"_s].toString(),
                     transaction[u"amount"_s].toInteger() + transaction[u"tax"_s].toInteger(),
                     tellsCancelledYen(transaction) ? cancelled : 0);
}

CampaignCounts countsOf(const QJsonValue &transaction)
{
    return {transaction[u"sales"_s].toInt(), transaction[u"cancels"_s].toInt(),
            transaction[u"changes"_s].toInt()};
}

class Look
{
public:
    Look(const ShopFixture &shop, const CampaignSaid &said, const QJsonArray &before)
        : m_fixture(shop), m_said(said)
    {
        for (const auto &transaction : before) {
            m_before.insert(transaction[u"orderId"_s].toString(), countsOf(transaction));
        }
        Shop::Options options;
        options.dataFolder = shop.dataFolder();
        options.readOnly = true;
        options.operatorName = u"judge"_s;
        m_shop = certain(Shop::open(options, m_clock));
        const QJsonObject ledger = controlAnswer(shop, u"ledger"_s);
        const QJsonArray requests = ledger.value(u"requests"_s).toArray();
        for (const auto &request : requests) {
            m_ledger.append(simulator::ledgerEntryFromJson(request.toObject()));
        }
        m_outside = CampaignOutside(ledger.value(u"outside"_s).toArray());
        m_facts.faults = m_outside.deeds();
    }

    CampaignFacts facts()
    {
        const JournalTiming &timing = m_shop->context().timing;
        m_facts.settleMs = (timing.sendWindow + timing.settle).count();
        lookAtPayments();
        Database &database = m_shop->context().database;
        m_facts.days = daysIn(database);
        m_facts.reports = reportsIn(database, m_said);
        m_facts.journal += runsWithoutReport(m_said);
        countAll();
        m_facts.saidInDoubt = m_said.settle.value(u"inDoubt"_s).toInteger(-1);
        m_facts.saidConflict = m_said.settle.value(u"conflict"_s).toInteger(-1);
        m_facts.journal += m_invariants.brokenStore();
        m_facts.secrets = placesOfSecrets(m_fixture, database);
        return m_facts;
    }

private:
    std::optional<CampaignCounts> countedOf(const QJsonValue &transaction) const
    {
        if (transaction[u"payType"_s].toString() == u"0"_s) {
            return std::nullopt;
        }
        const CampaignCounts now = countsOf(transaction);
        const CampaignCounts before = m_before.value(transaction[u"orderId"_s].toString());
        return CampaignCounts{now.sales - before.sales, now.cancels - before.cancels,
                              now.changes - before.changes};
    }

    void lookAtPayments()
    {
        ShopContext &context = m_shop->context();
        const QJsonArray transactions = transactionsAt(m_fixture);
        QSet<qint64> accounted;
        for (const auto &transaction : transactions) {
            const QString name = transaction[u"orderId"_s].toString();
            const auto payment = certain(context.payments.byGatewayOrderId(context.shopId, name));
            if (!payment) {
                qFatal("%s is not linked", qPrintable(name));
            }
            const QHash<OperationId, QList<LedgerEntry>> requests = m_invariants.requestsOf(name);
            for (const Operation &operation : certain(context.journal.ofPayment(payment->id))) {
                m_facts.operations.append({operation.id, name, operation.kind, operation.state,
                                           operation.proof, operation.runId, yenOf(operation.id),
                                           operation.armedAt, requests.value(operation.id)});
                for (const LedgerEntry &entry : requests.value(operation.id)) {
                    accounted.insert(entry.sequence);
                }
            }
            CampaignPayment row;
            row.name = name;
            row.isTouched = m_outside.isTouched(name);
            row.cancelledOutside = m_outside.cancelsOf(name);
            row.hasFinding = !certain(context.journal.openFindingsOf(payment->id)).isEmpty();
            if (payment->known) {
                row.believed = stateText(payment->known->status, payment->known->total().value,
                                         payment->known->cancelledAmount.value_or(Yen{}).value);
            }
            row.seen = stateOf(transaction);
            row.counted = countedOf(transaction);
            m_facts.payments.append(row);
            m_facts.journal += m_invariants.broken(name);
        }
        for (const LedgerEntry &entry : m_ledger) {
            if (movesMoney(entry) && !accounted.contains(entry.sequence)) {
                m_facts.strangers.append(entry);
            }
        }
    }

    /// What it moved, as the database says.
    Yen yenOf(const OperationId &id)
    {
        Database &database = m_shop->context().database;
        return Yen{certain(database.first(u"SELECT coalesce(%1, 0) FROM op o WHERE o.id = ?"_s.arg(
                                              history::movedAmount(database.dialect())),
                                          {id.value}))
                       .value(0)
                       .toLongLong()};
    }

    qint64 countOf(const QString &sql)
    {
        return certain(m_shop->context().database.first(sql)).value(0).toLongLong();
    }

    void countAll()
    {
        QMap<QString, qint64> &counts = m_facts.counts;
        counts[u"operations"_s] = m_facts.operations.size();
        counts[u"findings"_s] = countOf(u"SELECT count(*) FROM finding"_s);
        counts[u"conflicts"_s] = countOf(u"SELECT count(*) FROM op WHERE state = 'CONFLICT'"_s);
        counts[u"inDoubtSettled"_s] =
            countOf(u"SELECT count(DISTINCT op_id) FROM evidence WHERE state = 'IN_DOUBT' AND op_id IN "
                    "(SELECT id FROM op WHERE state <> 'IN_DOUBT')"_s);
        for (const LedgerEntry &entry : m_ledger) {
            counts[u"requests"_s] += movesMoney(entry) ? 1 : 0;
            counts[u"effects"_s] += movesMoney(entry) && entry.effect ? 1 : 0;
            if (movesMoney(entry) && entry.effect) {
                ++m_facts.effectsByCall[entry.call];
            }
            for (const QString &fault : entry.fault.split(u'+', Qt::SkipEmptyParts)) {
                ++m_facts.faults[fault];
            }
        }
    }

    const ShopFixture &m_fixture;
    const CampaignSaid &m_said;
    SystemClock m_clock;
    std::unique_ptr<Shop> m_shop;
    QList<LedgerEntry> m_ledger;
    CampaignOutside m_outside;
    QHash<QString, CampaignCounts> m_before;
    Invariants m_invariants{{[this]() -> Shop & { return *m_shop; }, [this] { return m_ledger; },
                             m_fixture.gateway().value(u"shopPass"_s).toString(), true}};
    CampaignFacts m_facts;
};

} // namespace

QJsonArray transactionsAt(const ShopFixture &shop)
{
    return controlAnswer(shop, u"transactions"_s).value(u"transactions"_s).toArray();
}

CampaignFacts lookAt(const ShopFixture &shop, const CampaignSaid &said, const QJsonArray &before)
{
    return Look(shop, said, before).facts();
}

} // namespace kessai
