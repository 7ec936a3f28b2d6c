#include "tests/domain/rulecomparison.h"

#include "core/base/japantime.h"
#include "core/domain/journalrules.h"

namespace kessai {

using namespace Qt::StringLiterals;
using namespace simulator;

namespace {

const QString OtherWord = u"another word is taken there: "_s;

/// The words that could be sent; one without meaning for a call that has none.
QStringList wordsOf(const RuleQuestion &question)
{
    if (question.life.payment().method != PaymentMethod::Card) {
        return {QString()};
    }
    switch (question.kind) {
    case OperationKind::Capture:
        return {u"SALES"_s};
    case OperationKind::Cancel:
        return {u"VOID"_s, u"RETURN"_s, u"RETURNX"_s};
    case OperationKind::Change:
        return {changeJob(question.life.payment().known->status).value_or(u"AUTH"_s)};
    case OperationKind::Reauthorize:
        break;
    }
    return {question.rules.reauthorizeJob};
}

/// But for what was not read in time.
QString markOfRules(const RuleQuestion &question, const OperationVerdict &verdict, const QString &difference)
{
    const QString status = question.life.payment().known->status;
    if (verdict.reason == RuleReason::MidnightGuard) {
        return u"journal.md §9: around midnight no cancel is sent, a guard of ours alone"_s;
    }
    if (difference.endsWith(u"M01058011"_s) && question.contract.multiRules.docomoFromNoon) {
        return u"protocol.md §6.4, §11: docomo before noon of the next day, not blocked here"_s;
    }
    if (status == u"CHECK"_s || status == u"SAUTH"_s) {
        return u"protocol.md §6.1, §11: after CHECK and SAUTH, the sources are silent, no commands here"_s;
    }
    const auto *multi = std::get_if<MultiTransaction>(&question.life.transaction());
    if (multi && multi->atTerminal && verdict.allowed) {
        return u"protocol.md §6.2: the customer is at the store's terminal, which no inquiry tells"_s;
    }
    if (difference == OtherWord + u"RETURN"_s && verdict.jobCd == u"VOID"_s) {
        return u"protocol.md §11: RETURN on the day of the payment is taken there, VOID is sent"_s;
    }
    return {};
}

} // namespace

PaymentSituation situationOf(const RuleQuestion &question, const Payment &payment)
{
    PaymentSituation situation;
    situation.payment = payment;
    situation.payableTotal = payment.known->total() + Yen{question.kind == OperationKind::Change ? 100 : 0};
    situation.now = question.now;
    return situation;
}

TriedAnswer triedWith(const RuleQuestion &question, const QString &word)
{
    const Payment &payment = question.life.payment();
    const TriedRequest request{question.kind, word, situationOf(question, payment).payableTotal};
    return tryAtGateway(request, question.life.transaction(), question.now, question.contract);
}

QString differenceOf(const RuleQuestion &question, const OperationVerdict &verdict)
{
    if (verdict.allowed) {
        const QString refusal = triedWith(question, verdict.jobCd).refusal;
        if (!refusal.isEmpty()) {
            return u"allowed here, refused there: "_s + refusal;
        }
    }
    for (const QString &word : wordsOf(question)) {
        const bool asked = verdict.allowed && word == verdict.jobCd;
        if (!asked && triedWith(question, word).refusal.isEmpty()) {
            return verdict.allowed ? OtherWord + word : u"refused here, allowed there: "_s + word;
        }
    }
    return {};
}

QString markOf(const RuleQuestion &question, const OperationVerdict &verdict, const QString &difference)
{
    const QString mark = markOfRules(question, verdict, difference);
    if (!mark.isEmpty() || question.life.isDatedRightly()) {
        return mark;
    }
    // With the dates that it could not know the application must say the same as the gateway.
    const PaymentSituation right = situationOf(question, question.life.rightlyDated());
    const OperationVerdict better = operationVerdict(question.kind, right, question.rules);
    const QString left = differenceOf(question, better);
    return left.isEmpty() || !markOfRules(question, better, left).isEmpty()
               ? u"protocol.md §4.1, journal.md §9: read late, an inquiry tells the last processing only"_s
               : QString();
}

QString describe(const RuleQuestion &question, const OperationVerdict &verdict, const QString &difference)
{
    const Payment &payment = question.life.payment();
    const TransactionHead &head = question.life.head();
    const auto text = [](const QDateTime &instant) {
        return instant.isValid() ? japantime::toIsoText(instant) : u"-"_s;
    };
    const auto known = [&text](const std::optional<QDateTime> &instant) {
        return text(instant.value_or(QDateTime()));
    };
    return u"%1 %2 %3 now %4; there A %5 S %6 T %7; here A %8 S %9: "_s.arg(
               labelOf(payment.method), codeOf(question.kind), payment.known->status, text(question.now),
               text(head.authorizedAt), text(head.soldAt), text(head.processedAt),
               known(payment.authorizedAt), known(payment.soldAt)) +
           difference + u" ("_s + reasonText(verdict.reason) + u')';
}

} // namespace kessai
