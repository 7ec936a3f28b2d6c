#include "tests/services/invariants.h"

#include "core/domain/methodrules.h"
#include "core/services/doctor.h"
#include "core/services/journalrecord.h"
#include "tests/services/armeddigest.h"
#include "tests/services/secretsearch.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::LedgerEntry;

namespace {

template <typename T>
T certain(Result<T, StorageError> result)
{
    if (!result) {
        qFatal("%s", qPrintable(result.error().message));
    }
    return std::move(*result);
}

QString digestOfArming(const Evidence &row)
{
    return QJsonDocument::fromJson(row.fields.toUtf8()).object().value(u"requestDigest"_s).toString();
}

bool isUnsent(const QList<Evidence> &rows, const Evidence &armed)
{
    return std::any_of(rows.begin(), rows.end(), [&armed](const Evidence &row) {
        return row.operationId == armed.operationId && row.attempt == armed.attempt &&
               row.classCode == codeOf(AnswerClass::Unsent);
    });
}

/// The yen that a request of this operation must name; none: the call names none.
std::optional<Yen> amountToSend(const Operation &operation, GatewayCall call)
{
    const bool setsAmount =
        operation.kind == OperationKind::Change || operation.kind == OperationKind::Reauthorize;
    const bool namesNone = call == GatewayCall::CvsCancel || call == GatewayCall::PayEasyCancel ||
                           call == GatewayCall::RakutenIdSales || call == GatewayCall::RakutenIdCancel ||
                           (call == GatewayCall::AlterTran && operation.kind == OperationKind::Cancel);
    if (namesNone) {
        return std::nullopt;
    }
    return setsAmount ? operation.wantAmount : std::optional(operation.pre->amount);
}

bool isWhatWasAsked(const Operation &operation, PaymentMethod method, const LedgerEntry &request)
{
    const MethodRule *const rule = ruleOnSomeDay(method, operation.kind, operation.pre->status);
    if (!rule) {
        return false;
    }
    const QString sent =
        request.amount.isEmpty() ? request.fields.value(u"CancelAmount"_s).toString() : request.amount;
    const std::optional<Yen> amount = amountToSend(operation, rule->call);
    return request.call == nameOf(rule->call) && request.jobCd == operation.jobCd &&
           sent == (amount ? QString::number(amount->value) : QString());
}

} // namespace

bool movesMoney(const LedgerEntry &entry)
{
    const auto rules = methodRules();
    return std::any_of(rules.begin(), rules.end(),
                       [&entry](const MethodRule &rule) { return entry.call == nameOf(rule.call); });
}

Invariants::Invariants(MoneyFixture &money)
    : m_source{[&money]() -> Shop & { return *money.shop; }, [&money] { return money.gateway.ledger(); },
               money.gateway.shopPass(), false}
{
}

Invariants::Seen Invariants::look(const QString &gatewayOrderId)
{
    ShopContext &context = this->context();
    const auto row =
        certain(context.database.first(u"SELECT id FROM payment WHERE gw_order_id = ?"_s, {gatewayOrderId}));
    const Payment payment = certain(context.payments.byId(PaymentId{row.value(0).toLongLong()}));
    Seen seen;
    seen.name = gatewayOrderId;
    seen.method = payment.method;
    seen.fence = payment.fence;
    seen.operations = certain(context.journal.ofPayment(payment.id));
    for (const Operation &operation : seen.operations) {
        const QList<Evidence> rows = certain(context.journal.evidenceOf(operation.id));
        seen.rows += rows;
        seen.rowsOf.insert(operation.id, rows);
        for (const Evidence &armed : rows) {
            if (armed.source == u"ARM"_s) {
                seen.armings.append({operation, digestOfArming(armed), armed.sequence, armed.at,
                                     isUnsent(rows, armed), std::nullopt});
            }
        }
    }
    const auto earlier = [](const auto &one, const auto &other) { return one.sequence < other.sequence; };
    std::sort(seen.rows.begin(), seen.rows.end(), earlier);
    std::sort(seen.armings.begin(), seen.armings.end(), earlier);
    giveRequests(seen);
    return seen;
}

/// The one that allows this request; the end: none does.
QList<Invariants::Arming>::iterator Invariants::armingOf(Seen &seen, const LedgerEntry &entry,
                                                         const QString &digest)
{
    const auto taken = m_taken.constFind(entry.sequence);
    const auto isAllowed = [&](const Arming &arming) {
        const bool isFree = !arming.request && !m_over.contains(arming.sequence);
        const bool isTheOne = taken != m_taken.cend() ? *taken == arming.sequence : isFree;
        return arming.digest == digest && !arming.unsent && isTheOne;
    };
    if (!m_source.isRealTime) {
        return std::find_if(seen.armings.begin(), seen.armings.end(), isAllowed);
    }
    auto last = seen.armings.end();
    for (auto arming = seen.armings.begin(); arming != seen.armings.end(); ++arming) {
        last = arming->digest == digest && arming->at <= entry.machineTime ? arming : last;
    }
    return last != seen.armings.end() && isAllowed(*last) ? last : seen.armings.end();
}

/// Each request that arrived takes up one arming of the same digest.
void Invariants::giveRequests(Seen &seen)
{
    const QByteArray key = certain(context().meta.digestKey());
    for (const LedgerEntry &entry : m_source.ledger()) {
        if (!movesMoney(entry) || entry.orderId != seen.name) {
            continue;
        }
        const auto allowed = armingOf(seen, entry, armedDigest(entry, key));
        if (allowed == seen.armings.end()) {
            seen.strangers.append(entry);
        } else {
            allowed->request = entry;
            m_taken.insert(entry.sequence, allowed->sequence);
        }
    }
    for (const Arming &arming : seen.armings) {
        if (isFinal(arming.operation.state)) {
            m_over.insert(arming.sequence);
        }
    }
}

void Invariants::checkRequests(const Seen &seen, QStringList &problems)
{
    for (const LedgerEntry &request : seen.strangers) {
        problems.append(u"I1/I2 %1: a request %2 %3 without an ARMED row of its own and of its digest"_s.arg(
            seen.name, request.call, request.jobCd));
    }
    QHash<OperationId, int> effects;
    for (const Arming &arming : seen.armings) {
        if (!arming.request) {
            continue;
        }
        if (!isWhatWasAsked(arming.operation, seen.method, *arming.request)) {
            problems.append(u"I1 %1: %2 %3 is not what was asked for"_s.arg(seen.name, arming.request->jobCd,
                                                                            arming.request->amount));
        }
        effects[arming.operation.id] += arming.request->effect ? 1 : 0;
    }
    for (const auto &[operation, count] : effects.asKeyValueRange()) {
        if (count > 1) {
            problems.append(u"I4 %1: %2 had %3 effects"_s.arg(seen.name, operation.value).arg(count));
        }
    }
}

/// I3: an authorisation is sold once and cancelled once. What the wallet accepts is neither yet.
void Invariants::checkLedger(const Seen &seen, QStringList &problems)
{
    int sales = 0;
    int cancels = 0;
    for (const Arming &arming : seen.armings) {
        const bool effective = arming.request && arming.request->effect &&
                               !isRequestWord(arming.request->effect->value(u"status"_s).toString());
        if (!effective || arming.operation.kind == OperationKind::Change) {
            continue;
        }
        const bool isAuthorization = arming.operation.kind == OperationKind::Reauthorize;
        sales = isAuthorization ? 0 : sales + int(arming.operation.kind == OperationKind::Capture);
        cancels = isAuthorization ? 0 : cancels + int(arming.operation.kind == OperationKind::Cancel);
        if (sales > 1 || cancels > 1) {
            problems.append(u"I3 %1: %2 twice"_s.arg(seen.name, arming.request->jobCd));
        }
    }
}

QStringList Invariants::broken(const QString &gatewayOrderId)
{
    QStringList problems;
    const Seen seen = look(gatewayOrderId);
    checkRequests(seen, problems);
    checkOrder(seen, problems);
    for (const Operation &operation : seen.operations) {
        checkOperation(operation, seen.rowsOf.value(operation.id), problems);
    }
    return problems;
}

QHash<OperationId, QList<LedgerEntry>> Invariants::requestsOf(const QString &gatewayOrderId)
{
    QHash<OperationId, QList<LedgerEntry>> requests;
    const Seen seen = look(gatewayOrderId);
    for (const Arming &arming : seen.armings) {
        if (arming.request) {
            requests[arming.operation.id].append(*arming.request);
        }
    }
    return requests;
}

bool Invariants::mayWait(const Operation &operation)
{
    if (operation.state != OperationState::Planned || !operation.runId) {
        return false;
    }
    const auto run = certain(context().runs.byId(*operation.runId));
    return run && run->state == RunStore::State::Paused;
}

QStringList Invariants::brokenAtRest(const QString &gatewayOrderId)
{
    QStringList problems = broken(gatewayOrderId);
    const Seen seen = look(gatewayOrderId);
    checkLedger(seen, problems);
    QSet<OperationId> effective;
    for (const Arming &arming : seen.armings) {
        if (arming.request && arming.request->effect) {
            effective.insert(arming.operation.id);
        }
    }
    for (const Operation &operation : seen.operations) {
        const bool done = operation.state == OperationState::Done;
        if (!isFinal(operation.state) && !mayWait(operation)) {
            problems.append(u"I11 %1: still %2"_s.arg(seen.name, codeOf(operation.state)));
        } else if (done != effective.contains(operation.id)) {
            problems.append(u"I5 %1: %2 is %3, the ledger says %4"_s.arg(
                seen.name, operation.id.value, codeOf(operation.state), done ? u"no effect"_s : u"effect"_s));
        }
    }
    return problems;
}

/// What the ledger says that each capture brought.
QHash<OperationId, Yen> Invariants::soldYen()
{
    QStringList names;
    {
        auto payments = certain(context().database.run(u"SELECT gw_order_id FROM payment"_s));
        while (payments.next()) {
            names.append(payments.value(0).toString());
        }
    }
    QHash<OperationId, Yen> sold;
    for (const QString &name : names) {
        const Seen seen = look(name);
        for (const Arming &arming : seen.armings) {
            if (arming.request && arming.request->effect && arming.operation.kind == OperationKind::Capture) {
                sold[arming.operation.id] += Yen{arming.request->effect->value(u"amount"_s).toInteger() +
                                                 arming.request->effect->value(u"tax"_s).toInteger()};
            }
        }
    }
    return sold;
}

QStringList Invariants::brokenRuns()
{
    QStringList problems;
    ShopContext &context = this->context();
    const QHash<OperationId, Yen> soldOf = soldYen();
    const QList<RunStore::Run> runs = certain(context.runs.all());
    for (const RunStore::Run &run : runs) {
        const QList<Operation> operations = certain(context.journal.ofRun(run.id));
        qint64 total = 0;
        for (const qint64 count : run.counts) {
            total += count;
        }
        const qint64 items = operations.size() + certain(context.orders.rejectedOf(run.id)).size();
        if (total != items) {
            problems.append(u"I12 %1: %2 of %3"_s.arg(run.id.value).arg(total).arg(items));
        }
        if (run.state == RunStore::State::Running ||
            (run.state == RunStore::State::Finished && run.counts.value(OperationState::Planned) > 0)) {
            problems.append(u"I12 %1: nobody works at it"_s.arg(run.id.value));
        }
        Yen done;
        Yen sold;
        for (const Operation &operation : operations) {
            const bool isSold =
                operation.kind == OperationKind::Capture && operation.state == OperationState::Done;
            done += isSold ? operation.pre->total() : Yen{};
            sold += soldOf.value(operation.id);
        }
        if (done != sold) {
            problems.append(
                u"I12 %1: reports %2 yen, sold %3"_s.arg(run.id.value).arg(done.value).arg(sold.value));
        }
    }
    return problems;
}

QStringList Invariants::brokenStore()
{
    QStringList problems;
    const QString folder = m_source.shop().dataFolder();
    const auto checks = doctorChecks(context().database, m_source.shop().settings(), folder);
    for (const DoctorCheck &check : checks) {
        if (!check.ok) {
            problems.append(u"%1: %2"_s.arg(check.name, check.message));
        }
    }
    for (const QString &file : filesWithSecrets(folder, {m_source.shopPass.toUtf8()})) {
        problems.append(u"I14 %1 holds a secret"_s.arg(file));
    }
    return problems;
}

} // namespace kessai
