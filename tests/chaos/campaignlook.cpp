#include "tests/chaos/campaignlook.h"

#include "core/base/clock.h"
#include "core/simulator/simulatorclock.h"
#include "core/storage/historycondition.h"
#include "tests/chaos/campaigncertain.h"
#include "tests/chaos/campaignsecrets.h"
#include "tests/services/invariants.h"
#include "tests/simulator/rawclient.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::LedgerEntry;

namespace {

QJsonObject controlAnswer(const ShopFixture &shop, const QString &path)
{
    const QString control = shop.gateway().value(u"control"_s).toString();
    return QJsonDocument::fromJson(get(control, path).body).object();
}

bool isMutating(const LedgerEntry &entry)
{
    return entry.call == u"AlterTran"_s || entry.call == u"ChangeTran"_s;
}

QString stateText(const QString &status, qint64 yen)
{
    return u"%1 %2"_s.arg(status).arg(yen);
}

class Look
{
public:
    Look(const ShopFixture &shop, const CampaignSaid &said) : m_fixture(shop), m_said(said)
    {
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
        const QJsonArray outside = ledger.value(u"outside"_s).toArray();
        for (const auto &event : outside) {
            if (event[u"what"_s].toString() == u"console"_s) {
                const QString name = event[u"orderId"_s].toString();
                m_touched.insert(name);
                const QString job = event[u"jobCd"_s].toString();
                if (job == u"VOID"_s || job == u"RETURN"_s) {
                    m_cancelled[name].append(
                        {simulator::fromClockText(event[u"at"_s].toString()),
                         Yen{event[u"amount"_s].toInteger() + event[u"tax"_s].toInteger()}});
                }
                ++m_facts.faults[u"console"_s];
            }
        }
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
    void lookAtPayments()
    {
        ShopContext &context = m_shop->context();
        const QJsonArray transactions =
            controlAnswer(m_fixture, u"transactions"_s).value(u"transactions"_s).toArray();
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
            row.isTouched = m_touched.contains(name);
            row.cancelledOutside = m_cancelled.value(name);
            row.hasFinding = !certain(context.journal.openFindingsOf(payment->id)).isEmpty();
            if (payment->known) {
                row.believed = stateText(payment->known->status, payment->known->total().value);
            }
            row.seen = stateText(transaction[u"status"_s].toString(),
                                 transaction[u"amount"_s].toInteger() + transaction[u"tax"_s].toInteger());
            m_facts.payments.append(row);
            m_facts.journal += m_invariants.broken(name);
        }
        for (const LedgerEntry &entry : m_ledger) {
            if (isMutating(entry) && !accounted.contains(entry.sequence)) {
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
            counts[u"requests"_s] += isMutating(entry) ? 1 : 0;
            counts[u"effects"_s] += isMutating(entry) && entry.effect ? 1 : 0;
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
    QSet<QString> m_touched;
    QHash<QString, QList<CampaignOutsideCancel>> m_cancelled;
    Invariants m_invariants{{[this]() -> Shop & { return *m_shop; }, [this] { return m_ledger; },
                             m_fixture.gateway().value(u"shopPass"_s).toString(), true}};
    CampaignFacts m_facts;
};

} // namespace

CampaignFacts lookAt(const ShopFixture &shop, const CampaignSaid &said)
{
    return Look(shop, said).facts();
}

} // namespace kessai
