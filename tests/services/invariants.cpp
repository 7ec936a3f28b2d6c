#include "tests/services/invariants.h"

#include "core/services/doctor.h"
#include "core/services/journalrecord.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

template <typename T>
T certain(Result<T, StorageError> result)
{
    if (!result) {
        qFatal("%s", qPrintable(result.error().message));
    }
    return std::move(*result);
}

bool hadEffect(const simulator::LedgerEntry &request)
{
    return request.effect.has_value();
}

QString jobOfArming(const Evidence &row)
{
    return QJsonDocument::fromJson(row.fields.toUtf8()).object().value(u"JobCd"_s).toString();
}

bool showsWanted(const Operation &operation, const Evidence &row)
{
    const auto snapshot = snapshotFromFields(row.fields);
    return row.source == u"READ"_s && snapshot && snapshot->amount == operation.wantAmount &&
           snapshot->tax == operation.wantTax.value_or(Yen{});
}

/// I8: two equal reads, T_GAP apart, after T_SENDWIN + T_SETTLE.
bool isWellFounded(const QList<Evidence> &rows, const Operation &operation, const JournalTiming &timing)
{
    const QDateTime settled = operation.armedAt->addMSecs((timing.sendWindow + timing.settle).count());
    for (const Evidence &early : rows) {
        for (const Evidence &late : rows) {
            const bool reads = early.source == u"READ"_s && late.source == u"READ"_s;
            if (reads && early.at >= settled && early.at.msecsTo(late.at) >= timing.gap.count() &&
                early.fields == late.fields) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

Invariants::Seen Invariants::look(const QString &gatewayOrderId)
{
    Seen seen{gatewayOrderId, {}, {}};
    ShopContext &context = m_money.shop->context();
    const auto row =
        certain(context.database.first(u"SELECT id FROM payment WHERE gw_order_id = ?"_s, {gatewayOrderId}));
    seen.operations = certain(context.journal.ofPayment(PaymentId{row.value(0).toLongLong()}));
    for (const simulator::LedgerEntry &entry : m_money.gateway.ledger()) {
        const bool mutating = entry.call == u"AlterTran"_s || entry.call == u"ChangeTran"_s;
        if (mutating && entry.orderId == gatewayOrderId) {
            seen.requests.append(entry);
        }
    }
    return seen;
}

void Invariants::checkRequests(const Seen &seen, QStringList &problems)
{
    QStringList armed;
    for (const Operation &operation : seen.operations) {
        for (const Evidence &row : certain(m_money.shop->context().journal.evidenceOf(operation.id))) {
            if (row.source == u"ARM"_s) {
                armed.append(jobOfArming(row));
            }
        }
    }
    for (const simulator::LedgerEntry &request : seen.requests) {
        if (!armed.removeOne(request.jobCd)) {
            problems.append(
                u"I1/I2 %1: a request %2 without an ARMED row of its own"_s.arg(seen.name, request.jobCd));
        }
    }
}

void Invariants::checkOperation(const Operation &operation, QStringList &problems)
{
    const QString name = operation.id.value;
    const QList<Evidence> rows = certain(m_money.shop->context().journal.evidenceOf(operation.id));
    qint64 epoch = 0;
    bool ended = false;
    for (const Evidence &row : rows) {
        if (ended && !row.state.isEmpty()) {
            problems.append(u"I7 %1: %2 after its end"_s.arg(name, row.state));
        }
        const auto state = operationStateFromCode(row.state);
        ended |= state && isFinal(*state);
        if (!row.state.isEmpty() && row.epoch < epoch) {
            problems.append(u"I9 %1: epoch %2 after %3"_s.arg(name).arg(row.epoch).arg(epoch));
        }
        epoch = std::max(epoch, row.state.isEmpty() ? epoch : row.epoch);
    }
    const bool done = operation.state == OperationState::Done;
    if (operation.endReason == EndReason::NoEffect &&
        !isWellFounded(rows, operation, m_money.shop->context().timing)) {
        problems.append(u"I8 %1: no effect was said too early"_s.arg(name));
    }
    if (done && operation.kind == OperationKind::Change && operation.proof != Proof::Person &&
        std::none_of(rows.begin(), rows.end(),
                     [&operation](const Evidence &row) { return showsWanted(operation, row); })) {
        problems.append(u"I15 %1: a change is done without a read that shows it"_s.arg(name));
    }
}

QStringList Invariants::broken(const QString &gatewayOrderId)
{
    QStringList problems;
    const Seen seen = look(gatewayOrderId);
    checkRequests(seen, problems);
    int live = 0;
    for (const Operation &operation : seen.operations) {
        live += isLive(operation.state) ? 1 : 0;
        checkOperation(operation, problems);
    }
    if (live > 1) {
        problems.append(u"I6 %1: %2 live operations"_s.arg(seen.name).arg(live));
    }
    const auto effects = std::count_if(seen.requests.begin(), seen.requests.end(), hadEffect);
    if (effects > seen.operations.size()) {
        problems.append(u"I4 %1: %2 effects"_s.arg(seen.name).arg(effects));
    }
    return problems;
}

QStringList Invariants::brokenAtRest(const QString &gatewayOrderId)
{
    QStringList problems = broken(gatewayOrderId);
    const Seen seen = look(gatewayOrderId);
    QStringList effective;
    for (const simulator::LedgerEntry &request : seen.requests) {
        if (hadEffect(request)) {
            if (!effective.isEmpty() && effective.last() == request.jobCd && request.jobCd != u"AUTH"_s &&
                request.jobCd != u"CAPTURE"_s) {
                problems.append(u"I3 %1: %2 twice"_s.arg(seen.name, request.jobCd));
            }
            effective.append(request.jobCd);
        }
    }
    QStringList done;
    for (const Operation &operation : seen.operations) {
        if (operation.state == OperationState::Done) {
            done.append(operation.jobCd);
        } else if (operation.state != OperationState::Refused &&
                   operation.state != OperationState::Cancelled) {
            problems.append(u"I11 %1: still %2"_s.arg(seen.name, codeOf(operation.state)));
        }
    }
    if (done != effective) {
        problems.append(
            u"I5 %1: in the ledger [%2], done [%3]"_s.arg(seen.name, effective.join(u' '), done.join(u' ')));
    }
    return problems;
}

QStringList Invariants::brokenStore()
{
    QStringList problems;
    const auto checks =
        doctorChecks(m_money.shop->context().database, m_money.shop->settings(), m_money.shop->dataFolder());
    for (const DoctorCheck &check : checks) {
        if (!check.ok) {
            problems.append(u"%1: %2"_s.arg(check.name, check.message));
        }
    }
    return problems;
}

} // namespace kessai
