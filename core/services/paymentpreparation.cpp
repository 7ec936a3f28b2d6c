// What PaymentOperation::run sends: the bytes that the pre-check's read leads to (journal.md §6.4).
#include "core/services/paymentattempt.h"

#include "core/base/japantime.h"
#include "core/domain/methodrules.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// The carriers' sale and cancel name the whole of what the transaction has; a cancel's takes back the rest
/// where a part was taken back elsewhere (protocol.md §4.6 to §4.8, §7).
bool namesAmountOfTransaction(GatewayCall call)
{
    return call == GatewayCall::AuSales || call == GatewayCall::AuCancelReturn ||
           call == GatewayCall::DocomoSales || call == GatewayCall::DocomoCancelReturn ||
           call == GatewayCall::SbSales || call == GatewayCall::SbCancel;
}

std::optional<Yen> taxOf(const Snapshot &pre)
{
    return pre.tax.value != 0 ? std::optional<Yen>(pre.tax) : std::nullopt;
}

} // namespace

/// Decides the word and makes the bytes; whatever is sent from here on is exactly this.
EndReason PaymentOperation::prepare(Attempt &attempt) const
{
    const OperationKind kind = attempt.operation.kind;
    const bool setsAmount = kind == OperationKind::Change || kind == OperationKind::Reauthorize;
    const Yen wanted = attempt.operation.wantAmount.value_or(Yen{});
    if (setsAmount && amountReason(attempt.payment.method, wanted) != RuleReason::None) {
        return EndReason::WrongState;
    }
    attempt.operation.pre = attempt.read.snapshot;
    return attempt.payment.method == PaymentMethod::Card ? prepareCard(attempt) : prepareMulti(attempt);
}

/// The field Tax is sent as 0 only if the transaction has one (design.md §6).
std::optional<Yen> PaymentOperation::wantedTaxOf(const Attempt &attempt)
{
    return attempt.read.snapshot.tax.value != 0 ? attempt.operation.wantTax : std::nullopt;
}

EndReason PaymentOperation::prepareCard(Attempt &attempt) const
{
    const Snapshot &pre = attempt.read.snapshot;
    const GmoClient &client = m_context.gate->client();
    const Yen wanted = attempt.operation.wantAmount.value_or(Yen{});
    const std::optional<Yen> wantedTax = wantedTaxOf(attempt);
    switch (attempt.operation.kind) {
    case OperationKind::Capture: {
        attempt.operation.jobCd = u"SALES"_s;
        const AlterRequest request{
            attempt.read.access, attempt.operation.jobCd, pre.amount, taxOf(pre), {}, {}};
        attempt.request = client.prepare(request);
        return EndReason::None;
    }
    case OperationKind::Cancel: {
        const AuthorizationTimes times{attempt.payment.authorizedAt, attempt.payment.authorizedTranId,
                                       attempt.payment.soldAt};
        const auto ruled = cancelWord(pre, times, japantime::dayOf(*attempt.read.record.gatewayDate));
        if (!ruled) {
            return EndReason::WrongState;
        }
        // A person may ask for the neighbour of the refused word, never for any other.
        const QString asked = attempt.askedCancelWord.isEmpty() ? *ruled : attempt.askedCancelWord;
        if (asked != *ruled && asked != neighbouringCancelWord(pre.status, *ruled)) {
            return EndReason::WrongState;
        }
        attempt.operation.jobCd = asked;
        const AlterRequest request{attempt.read.access, asked, std::nullopt, std::nullopt, {}, {}};
        attempt.request = client.prepare(request);
        return EndReason::None;
    }
    case OperationKind::Change: {
        const auto job = changeJob(pre.status);
        if (!job) {
            return EndReason::WrongState;
        }
        attempt.operation.jobCd = *job;
        const ChangeRequest request{attempt.read.access, *job, wanted, wantedTax};
        attempt.request = client.prepare(request);
        return EndReason::None;
    }
    case OperationKind::Reauthorize: {
        const AlterRequest request{attempt.read.access, attempt.operation.jobCd, wanted,
                                   wantedTax,           attempt.read.methodCode, attempt.read.payTimes};
        attempt.request = client.prepare(request);
        return EndReason::None;
    }
    }
    return EndReason::WrongState;
}

/// The calls of the other methods are named by the rules' table and have no JobCd.
EndReason PaymentOperation::prepareMulti(Attempt &attempt) const
{
    const Snapshot &pre = attempt.read.snapshot;
    const MethodRule *const rule = ruleOnSomeDay(attempt.payment.method, attempt.operation.kind, pre.status);
    // A word of a cancel is a card's alone.
    if (!rule || !attempt.askedCancelWord.isEmpty()) {
        return EndReason::WrongState;
    }
    MultiRequest request;
    request.call = rule->call;
    request.access = attempt.read.access;
    request.gatewayOrderId = attempt.payment.gatewayOrderId;
    if (namesAmountOfTransaction(rule->call)) {
        request.amount = pre.amount;
        request.tax = taxOf(pre);
    } else if (rule->call == GatewayCall::RakutenIdChange) {
        request.amount = attempt.operation.wantAmount;
        request.tax = wantedTaxOf(attempt);
    }
    attempt.request = m_context.gate->client().prepare(request);
    return EndReason::None;
}

} // namespace kessai
