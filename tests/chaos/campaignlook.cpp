#include "tests/chaos/campaignlook.h"

#include "core/base/clock.h"
#include "core/storage/operationhistory.h"
#include "core/storage/runitems.h"
#include "tests/services/invariants.h"
#include "tests/services/secretsearch.h"
#include "tests/simulator/rawclient.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::LedgerEntry;

namespace {

template <typename T, typename Error>
T certain(Result<T, Error> result)
{
    if (!result) {
        qFatal("%s", qPrintable(result.error().message));
    }
    return std::move(*result);
}

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

/// What a done operation moved, as the database says it.
Yen yenOf(const Operation &operation)
{
    const Yen before = operation.pre ? operation.pre->total() : Yen{};
    switch (operation.kind) {
    case OperationKind::Capture:
    case OperationKind::Cancel:
        return before;
    case OperationKind::Change:
    case OperationKind::Reauthorize:
        break;
    }
    return operation.wantAmount.value_or(before) + operation.wantTax.value_or(Yen{});
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
                m_touched.insert(event[u"orderId"_s].toString());
                ++m_facts.faults[u"console"_s];
            }
        }
    }

    CampaignFacts facts()
    {
        const JournalTiming &timing = m_shop->context().timing;
        m_facts.settleMs = (timing.sendWindow + timing.settle).count();
        lookAtPayments();
        lookAtDays();
        lookAtReports();
        countAll();
        m_facts.saidInDoubt = m_said.settle.value(u"inDoubt"_s).toInteger(-1);
        m_facts.saidConflict = m_said.settle.value(u"conflict"_s).toInteger(-1);
        m_facts.journal += m_invariants.brokenStore();
        m_facts.secrets = placesOfSecrets();
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
                                           operation.proof, operation.runId, yenOf(operation),
                                           operation.armedAt, requests.value(operation.id)});
                for (const LedgerEntry &entry : requests.value(operation.id)) {
                    accounted.insert(entry.sequence);
                }
            }
            CampaignPayment row;
            row.name = name;
            row.isTouched = m_touched.contains(name);
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

    void lookAtDays()
    {
        const auto totals = certain(OperationHistory(m_shop->context().database).dayTotals({}));
        for (const DayTotal &total : totals) {
            m_facts.days.append({total.day.toString(u"yyyyMMdd"_s),
                                 total.kind,
                                 total.jobCd,
                                 {total.count, total.amount.value}});
        }
    }

    CampaignSum doneOf(const RunId &run)
    {
        Database &database = m_shop->context().database;
        const RunSums sums = certain(runSums(database, run));
        return {certain(runItemCount(database, run, {OperationState::Done})),
                sums.yenByState.value(OperationState::Done).value};
    }

    static CampaignSum doneIn(const QJsonArray &items)
    {
        CampaignSum done;
        for (const auto &item : items) {
            const bool isDone = item[u"state"_s].toString() == u"DONE"_s;
            done.count += isDone ? 1 : 0;
            done.yen += isDone ? item[u"amount"_s].toInteger() : 0;
        }
        return done;
    }

    void lookAtReports()
    {
        QSet<QString> reported;
        for (const QJsonObject &said : m_said.reports) {
            CampaignReport report;
            report.run = RunId{said.value(u"run"_s).toString()};
            report.kind = kindOfCommand(said.value(u"operation"_s).toString());
            report.state = said.value(u"state"_s).toString();
            const QJsonArray items = said.value(u"items"_s).toArray();
            report.items = items.size();
            const QJsonObject summary = said.value(u"summary"_s).toObject();
            for (auto part = summary.begin(); part != summary.end(); ++part) {
                report.summary.insert(part.key(), part->toInteger());
            }
            report.done = doneOf(report.run);
            report.doneItems = doneIn(items);
            m_facts.reports.append(report);
            reported.insert(report.run.value);
        }
        for (const auto &run : m_said.runs) {
            if (!reported.contains(run[u"id"_s].toString())) {
                m_facts.journal.append(u"I12 run %1 has no report"_s.arg(run[u"id"_s].toString()));
            }
        }
    }

    static OperationKind kindOfCommand(const QString &command)
    {
        for (const OperationKind kind :
             {OperationKind::Capture, OperationKind::Cancel, OperationKind::Reauthorize}) {
            if (commandOf(kind) == command) {
                return kind;
            }
        }
        return OperationKind::Change;
    }

    QStringList placesOfSecrets()
    {
        const QList<QByteArray> secrets = m_fixture.secrets();
        QStringList places = filesWithSecrets(m_fixture.dataFolder(), secrets);
        Database &database = m_shop->context().database;
        if (database.dialect() == Database::Dialect::Sqlite) {
            return places; // its file is in the folder
        }
        for (const QString &table :
             {u"op"_s, u"evidence"_s, u"payment"_s, u"payment_fact"_s, u"order_event"_s, u"orders"_s,
              u"meta"_s, u"seal"_s, u"finding"_s, u"bulk_run"_s}) {
            const auto rows = certain(database.listOf(u"SELECT * FROM "_s + table, {}, [](const Rows &row) {
                QByteArray text;
                for (const QVariant &value : row.values()) {
                    text += value.toString().toUtf8() + '\n';
                }
                return text;
            }));
            const QByteArray content = rows.join();
            const bool holds = std::any_of(secrets.begin(), secrets.end(), [&](const QByteArray &secret) {
                return holdsSecret(content, secret);
            });
            places += holds ? QStringList{table} : QStringList();
        }
        return places;
    }

    const ShopFixture &m_fixture;
    const CampaignSaid &m_said;
    SystemClock m_clock;
    std::unique_ptr<Shop> m_shop;
    QList<LedgerEntry> m_ledger;
    QSet<QString> m_touched;
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
