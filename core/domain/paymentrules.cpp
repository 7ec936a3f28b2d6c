#include "core/domain/paymentrules.h"

#include "core/base/japantime.h"
#include "core/domain/journalrules.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr Yen SmallestAmount{1};
constexpr Yen LargestAmount{9'999'999};

bool isOver(const std::optional<QDate> &lastDay, const QDate &today)
{
    return lastDay && today > *lastDay;
}

/// What stops every command, whatever the payment's status is.
RuleReason generalReason(const PaymentSituation &situation)
{
    if (!situation.gatewayMethod) {
        return RuleReason::NotGatewayMethod;
    }
    if (situation.ambiguous) {
        return RuleReason::AmbiguousPayment;
    }
    if (!situation.payment) {
        return RuleReason::NotLinked;
    }
    if (!isCarriedOut(situation.payment->method)) {
        return RuleReason::MethodNotSupported;
    }
    if (situation.operationLive) {
        return RuleReason::OperationLive;
    }
    if (situation.findingOpen) {
        return RuleReason::FindingOpen;
    }
    return situation.waitsInRun ? RuleReason::WaitsInRun : RuleReason::None;
}

/// A payment of which nothing is known yet: the pre-check decides.
void judgeUnread(OperationVerdict &verdict, const PaymentSituation &situation, const PaymentRules &rules)
{
    switch (verdict.kind) {
    case OperationKind::Capture:
        verdict.jobCd = u"SALES"_s;
        verdict.amount = situation.payableTotal;
        break;
    case OperationKind::Cancel:
        verdict.reason = isMidnightGuard(situation.now) ? RuleReason::MidnightGuard : RuleReason::None;
        break;
    case OperationKind::Change:
        verdict.amount = situation.payableTotal;
        verdict.reason = amountReason(situation.payableTotal);
        break;
    case OperationKind::Reauthorize:
        verdict.jobCd = rules.reauthorizeJob;
        verdict.amount = situation.payableTotal;
        verdict.reason = amountReason(situation.payableTotal);
        break;
    }
    verdict.allowed = verdict.reason == RuleReason::None;
    if (verdict.allowed) {
        verdict.reason = RuleReason::NeverRead;
    }
}

RuleReason judgeCapture(OperationVerdict &verdict, const PaymentSituation &situation,
                        const Deadlines &deadlines)
{
    const Snapshot &known = *situation.payment->known;
    if (known.status == "SALES"_L1) {
        return RuleReason::AlreadyCaptured;
    }
    if (known.status == "CAPTURE"_L1) {
        return RuleReason::ImmediateSale;
    }
    if (known.status != "AUTH"_L1) {
        return RuleReason::WrongState;
    }
    verdict.jobCd = u"SALES"_s;
    verdict.amount = known.total();
    verdict.until = deadlines.captureBy;
    if (isOver(deadlines.captureBy, japantime::dayOf(situation.now))) {
        return RuleReason::CaptureDeadlineOver;
    }
    return known.total() == situation.payableTotal ? RuleReason::None : RuleReason::DifferenceBlocksCapture;
}

RuleReason judgeCancel(OperationVerdict &verdict, const PaymentSituation &situation,
                       const Deadlines &deadlines)
{
    const Payment &payment = *situation.payment;
    const QDate today = japantime::dayOf(situation.now);
    const AuthorizationTimes times{payment.authorizedAt, payment.authorizedTranId, payment.soldAt};
    const std::optional<QString> word = cancelWord(*payment.known, times, today);
    if (!word) {
        return RuleReason::WrongState;
    }
    verdict.jobCd = *word;
    verdict.amount = payment.known->total();
    verdict.until = deadlines.cancelBy;
    if (isOver(deadlines.cancelBy, today)) {
        return RuleReason::ChangeDeadlineOver;
    }
    return isMidnightGuard(situation.now) ? RuleReason::MidnightGuard : RuleReason::None;
}

RuleReason judgeChange(OperationVerdict &verdict, const PaymentSituation &situation,
                       const Deadlines &deadlines)
{
    const Snapshot &known = *situation.payment->known;
    const std::optional<QString> job = changeJob(known.status);
    if (!job) {
        return RuleReason::WrongState;
    }
    verdict.jobCd = *job;
    verdict.amount = situation.payableTotal;
    verdict.until = deadlines.changeBy;
    if (isOver(deadlines.changeBy, japantime::dayOf(situation.now))) {
        return RuleReason::ChangeDeadlineOver;
    }
    if (known.total() == situation.payableTotal) {
        return RuleReason::NoDifference;
    }
    return amountReason(situation.payableTotal);
}

RuleReason judgeReauthorize(OperationVerdict &verdict, const PaymentSituation &situation,
                            const Deadlines &deadlines, const PaymentRules &rules)
{
    if (!isCancelledWord(situation.payment->known->status)) {
        return RuleReason::WrongState;
    }
    if (situation.otherPaymentOpen) {
        return RuleReason::OtherPaymentOpen;
    }
    verdict.jobCd = rules.reauthorizeJob;
    verdict.amount = situation.payableTotal;
    verdict.until = deadlines.reauthorizeBy;
    if (isOver(deadlines.reauthorizeBy, japantime::dayOf(situation.now))) {
        return RuleReason::ChangeDeadlineOver;
    }
    return amountReason(situation.payableTotal);
}

RuleReason judgeKnown(OperationVerdict &verdict, const PaymentSituation &situation, const PaymentRules &rules)
{
    const Deadlines deadlines = deadlinesOf(*situation.payment, rules);
    switch (verdict.kind) {
    case OperationKind::Capture:
        return judgeCapture(verdict, situation, deadlines);
    case OperationKind::Cancel:
        return judgeCancel(verdict, situation, deadlines);
    case OperationKind::Change:
        return judgeChange(verdict, situation, deadlines);
    case OperationKind::Reauthorize:
        return judgeReauthorize(verdict, situation, deadlines, rules);
    }
    return RuleReason::WrongState;
}

bool isOpen(const Payment &payment)
{
    return !payment.known || !isClosed(payment.known->status);
}

/// Authorised later, or entered later where no authorisation is known.
bool isOlder(const Payment &one, const Payment &other)
{
    const auto age = [](const Payment &payment) {
        const auto processed =
            payment.known ? japantime::fromGatewayText(payment.known->processDate) : std::nullopt;
        const QDateTime since = payment.authorizedAt.value_or(processed.value_or(QDateTime()));
        return std::pair(since.isValid() ? since.toMSecsSinceEpoch() : 0, payment.id);
    };
    return age(one) < age(other);
}

} // namespace

RuleReason amountReason(Yen amount)
{
    return amount < SmallestAmount || amount > LargestAmount ? RuleReason::AmountOutOfRange
                                                             : RuleReason::None;
}

QList<OperationVerdict> operationVerdicts(const PaymentSituation &situation, const PaymentRules &rules)
{
    QList<OperationVerdict> verdicts;
    for (const OperationKind kind :
         {OperationKind::Capture, OperationKind::Cancel, OperationKind::Change, OperationKind::Reauthorize}) {
        verdicts.append(operationVerdict(kind, situation, rules));
    }
    return verdicts;
}

OperationVerdict operationVerdict(OperationKind kind, const PaymentSituation &situation,
                                  const PaymentRules &rules)
{
    OperationVerdict verdict;
    verdict.kind = kind;
    verdict.reason = generalReason(situation);
    if (verdict.reason != RuleReason::None) {
        return verdict;
    }
    if (!situation.payment->known) {
        judgeUnread(verdict, situation, rules);
        return verdict;
    }
    verdict.reason = judgeKnown(verdict, situation, rules);
    verdict.allowed = verdict.reason == RuleReason::None;
    return verdict;
}

PaymentChoice choosePayment(OperationKind kind, const QList<Payment> &paymentsOfOrder)
{
    QList<Payment> linked;
    std::copy_if(paymentsOfOrder.begin(), paymentsOfOrder.end(), std::back_inserter(linked),
                 [](const Payment &payment) { return payment.unlinkedReason.isEmpty(); });
    const auto open = std::count_if(linked.begin(), linked.end(), isOpen);
    if (open > 1) {
        return {std::nullopt, EndReason::AmbiguousPayment};
    }
    if (open == 1 && kind == OperationKind::Reauthorize && linked.size() > 1) {
        // Never read beside closed ones: only a person, or a read, can tell which one to authorise anew.
        const auto found = std::find_if(linked.begin(), linked.end(), isOpen);
        if (!found->known) {
            return {std::nullopt, EndReason::AmbiguousPayment};
        }
    }
    if (open == 1) {
        return {std::find_if(linked.begin(), linked.end(), isOpen)->id, EndReason::None};
    }
    if (kind != OperationKind::Reauthorize || linked.isEmpty()) {
        return {std::nullopt, EndReason::NoPayment};
    }
    return {std::max_element(linked.begin(), linked.end(), isOlder)->id, EndReason::None};
}

PaymentChoice chooseNamedPayment(OperationKind kind, const QList<Payment> &paymentsOfOrder,
                                 const QString &gatewayOrderId)
{
    PaymentChoice choice{std::nullopt, EndReason::NoPayment};
    bool otherIsOpen = false;
    for (const Payment &payment : paymentsOfOrder) {
        if (!payment.unlinkedReason.isEmpty()) {
            continue;
        }
        if (payment.gatewayOrderId == gatewayOrderId) {
            choice = {payment.id, EndReason::None};
        } else {
            otherIsOpen |= isOpen(payment);
        }
    }
    if (choice.payment && kind == OperationKind::Reauthorize && otherIsOpen) {
        return {std::nullopt, EndReason::AmbiguousPayment};
    }
    return choice;
}

std::optional<Yen> differenceOf(Yen payableTotal, const std::optional<Payment> &payment)
{
    if (!payment || !payment->known) {
        return std::nullopt;
    }
    return payableTotal - payment->known->total();
}

} // namespace kessai
