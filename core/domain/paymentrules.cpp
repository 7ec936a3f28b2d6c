#include "core/domain/paymentrules.h"

#include "core/base/japantime.h"
#include "core/domain/journalrules.h"
#include "core/domain/methodrules.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr Yen LargestAmount{9'999'999};

/// 楽天ペイ takes 100 yen and more (protocol.md §2).
Yen smallestAmount(PaymentMethod method)
{
    return method == PaymentMethod::Rakuten ? Yen{100} : Yen{1};
}

bool isOver(const std::optional<Deadline> &last, const QDateTime &now)
{
    return last && last->isOver(now);
}

/// Why the state does not allow it, as near as it can be said.
RuleReason stateReason(OperationKind kind, const QString &status)
{
    if (isRequestWord(status)) {
        return RuleReason::GatewayInWork;
    }
    if (kind == OperationKind::Capture && status == "SALES"_L1) {
        return RuleReason::AlreadyCaptured;
    }
    if (kind == OperationKind::Capture && status == "CAPTURE"_L1) {
        return RuleReason::ImmediateSale;
    }
    return kind == OperationKind::Cancel && status == "PAYSUCCESS"_L1 ? RuleReason::PaidInCash
                                                                      : RuleReason::WrongState;
}

/// What was paid by WebMoney can be sold, never given back.
bool isPaidByWebMoney(OperationKind kind, const Payment &payment)
{
    return kind == OperationKind::Cancel && payment.method == PaymentMethod::Au &&
           payment.facts.auPayMethod == "03"_L1;
}

/// What stops the command whatever the payment's status is.
RuleReason generalReason(OperationKind kind, const PaymentSituation &situation)
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
    if (!hasOperation(situation.payment->method, kind)) {
        return RuleReason::NotOffered;
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
    const PaymentMethod method = situation.payment->method;
    switch (verdict.kind) {
    case OperationKind::Capture:
        verdict.jobCd = method == PaymentMethod::Card ? u"SALES"_s : QString();
        verdict.amount = situation.payableTotal;
        break;
    case OperationKind::Cancel:
        verdict.reason = isMidnightGuard(situation.now) ? RuleReason::MidnightGuard : RuleReason::None;
        break;
    case OperationKind::Change:
        verdict.amount = situation.payableTotal;
        verdict.reason = amountReason(method, situation.payableTotal);
        break;
    case OperationKind::Reauthorize:
        verdict.jobCd = rules.reauthorizeJob;
        verdict.amount = situation.payableTotal;
        verdict.reason = amountReason(method, situation.payableTotal);
        break;
    }
    verdict.allowed = verdict.reason == RuleReason::None;
    if (verdict.allowed) {
        verdict.reason = RuleReason::NeverRead;
    }
}

/// The word that would be sent now; "" the call has none. None: the day that it depends on is not known.
std::optional<QString> wordOf(OperationKind kind, const PaymentSituation &situation, const MethodRule &rule,
                              const PaymentRules &rules)
{
    const Payment &payment = *situation.payment;
    if (kind == OperationKind::Reauthorize) {
        return rules.reauthorizeJob;
    }
    if (kind != OperationKind::Cancel || payment.method != PaymentMethod::Card) {
        return QString(rule.word);
    }
    const AuthorizationTimes times{payment.authorizedAt, payment.authorizedTranId, payment.soldAt};
    return cancelWord(*payment.known, times, japantime::dayOf(situation.now));
}

RuleReason deadlineReason(OperationKind kind, PaymentMethod method)
{
    if (kind != OperationKind::Capture) {
        return RuleReason::ChangeDeadlineOver;
    }
    return hasOperation(method, OperationKind::Reauthorize) ? RuleReason::CaptureDeadlineOver
                                                            : RuleReason::CaptureTermOver;
}

RuleReason reasonAfterDeadline(OperationKind kind, const PaymentSituation &situation)
{
    const Yen known = situation.payment->known->total();
    switch (kind) {
    case OperationKind::Capture:
        return known == situation.payableTotal ? RuleReason::None : RuleReason::DifferenceBlocksCapture;
    case OperationKind::Cancel:
        return isMidnightGuard(situation.now) ? RuleReason::MidnightGuard : RuleReason::None;
    case OperationKind::Change:
        return known == situation.payableTotal
                   ? RuleReason::NoDifference
                   : amountReason(situation.payment->method, situation.payableTotal);
    case OperationKind::Reauthorize:
        return amountReason(situation.payment->method, situation.payableTotal);
    }
    return RuleReason::WrongState;
}

RuleReason judgeKnown(OperationVerdict &verdict, const PaymentSituation &situation, const PaymentRules &rules)
{
    const Payment &payment = *situation.payment;
    const MethodRule *const rule = ruleOnSomeDay(payment.method, verdict.kind, payment.known->status);
    const std::optional<QString> word = rule ? wordOf(verdict.kind, situation, *rule, rules) : std::nullopt;
    if (!word) {
        return stateReason(verdict.kind, payment.known->status);
    }
    if (isPaidByWebMoney(verdict.kind, payment)) {
        return RuleReason::PaidByWebMoney;
    }
    if (verdict.kind == OperationKind::Reauthorize && situation.otherPaymentOpen) {
        return RuleReason::OtherPaymentOpen;
    }
    const bool ofPayment = verdict.kind == OperationKind::Capture || verdict.kind == OperationKind::Cancel;
    verdict.jobCd = *word;
    verdict.amount = ofPayment ? payment.known->total() : situation.payableTotal;
    verdict.until = deadlinesOf(payment, rules).of(verdict.kind);
    if (isOver(verdict.until, situation.now)) {
        return deadlineReason(verdict.kind, payment.method);
    }
    return reasonAfterDeadline(verdict.kind, situation);
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

RuleReason amountReason(PaymentMethod method, Yen amount)
{
    return amount < smallestAmount(method) || amount > LargestAmount ? RuleReason::AmountOutOfRange
                                                                     : RuleReason::None;
}

EndReason lateProblem(OperationKind kind, const Payment &payment, const PaymentRules &rules,
                      const QDateTime &now)
{
    if (isPaidByWebMoney(kind, payment)) {
        return EndReason::WrongState;
    }
    return isOver(deadlinesOf(payment, rules).of(kind), now) ? EndReason::DeadlineOver : EndReason::None;
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
    verdict.reason = generalReason(kind, situation);
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
    if (!payment || !payment->known || isClosed(payment->known->status)) {
        return std::nullopt;
    }
    return payableTotal - payment->known->total();
}

} // namespace kessai
