#include "ui/payments/paymentpanelmodel.h"

#include "core/base/japantime.h"
#include "core/services/journalrecord.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QList<Payment> plain(const QList<PaymentFacts> &all)
{
    QList<Payment> payments;
    for (const PaymentFacts &facts : all) {
        payments.append(facts.payment);
    }
    return payments;
}

} // namespace

/// What the facts say right after an outcome belongs to it; a conflict that comes later outdates it.
void PaymentPanelModel::setFacts(const OrderFacts &facts)
{
    const bool conflictBefore = state() == PanelState::Conflict;
    m_facts = facts;
    const bool conflictComes = !conflictBefore && state() == PanelState::Conflict;
    if (m_outcome && m_outcome->key == u"outcome"_s && m_outcomeHasFacts && conflictComes) {
        m_outcome.reset();
    }
    m_outcomeHasFacts = true;
}

bool PaymentPanelModel::isTroubled() const
{
    return state() == PanelState::InDoubt || state() == PanelState::Conflict;
}

bool PaymentPanelModel::setGatewayNow(const QDateTime &now)
{
    const QDate day = today();
    const QList<PanelButton> before = buttons();
    m_facts.gatewayNow = now;
    return day != today() || before != buttons();
}

void PaymentPanelModel::setOutcome(Meaning meaning, const QString &text, const QString &otherCancelWord)
{
    const auto action =
        otherCancelWord.isEmpty() ? PanelBanner::Action::None : PanelBanner::Action::CancelOtherwise;
    m_outcome = PanelBanner{u"outcome"_s, meaning, text, action, otherCancelWord};
    m_outcomeHasFacts = false;
}

void PaymentPanelModel::setNotice(const QString &text, Meaning meaning)
{
    m_outcome = PanelBanner{u"notice"_s, meaning, text, PanelBanner::Action::None};
}

PaymentMethod PaymentPanelModel::method() const
{
    const PaymentFacts *facts = current();
    return facts ? facts->payment.method : m_facts.order.method;
}

bool PaymentPanelModel::ambiguous() const
{
    return choosePayment(OperationKind::Capture, plain(m_facts.payments)).problem ==
           EndReason::AmbiguousPayment;
}

const PaymentFacts *PaymentPanelModel::current() const
{
    const auto find = [this](PaymentId id) -> const PaymentFacts * {
        for (const PaymentFacts &facts : m_facts.payments) {
            if (facts.payment.id == id) {
                return &facts;
            }
        }
        return nullptr;
    };
    if (m_chosen) {
        if (const PaymentFacts *chosen = find(*m_chosen)) {
            return chosen;
        }
    }
    const auto open = choosePayment(OperationKind::Capture, plain(m_facts.payments));
    if (open.payment) {
        return find(*open.payment);
    }
    return m_facts.payments.isEmpty() ? nullptr : &m_facts.payments.last();
}

PanelState PaymentPanelModel::state() const
{
    if (m_activity == Activity::Waiting) {
        return PanelState::Waiting;
    }
    const PaymentFacts *facts = current();
    if (facts && facts->live) {
        const bool conflict = facts->live->state == OperationState::Conflict;
        const bool doubt = facts->live->state == OperationState::InDoubt;
        return conflict ? PanelState::Conflict : doubt ? PanelState::InDoubt : PanelState::Waiting;
    }
    if (facts && !facts->findings.isEmpty()) {
        return PanelState::Conflict;
    }
    if (m_activity == Activity::Confirming) {
        return PanelState::Confirming;
    }
    return m_activity == Activity::Finished ? PanelState::Done : PanelState::Idle;
}

QDate PaymentPanelModel::today() const
{
    return japantime::dayOf(m_facts.gatewayNow);
}

std::optional<Yen> PaymentPanelModel::difference() const
{
    const PaymentFacts *facts = current();
    const auto difference = differenceOf(m_facts.order.totals.payableTotal,
                                         facts ? std::optional<Payment>(facts->payment) : std::nullopt);
    const bool open = facts && facts->payment.known && !isClosed(facts->payment.known->status);
    return open && difference && difference->value != 0 ? difference : std::nullopt;
}

PaymentSituation PaymentPanelModel::situation() const
{
    PaymentSituation situation;
    situation.payableTotal = m_facts.order.totals.payableTotal;
    situation.gatewayMethod = isGatewayMethod(m_facts.order.method);
    situation.now = m_facts.gatewayNow;
    situation.ambiguous = ambiguous() && !m_chosen;
    if (const PaymentFacts *facts = current()) {
        situation.payment = facts->payment;
        situation.operationLive = facts->live.has_value();
        situation.findingOpen = !facts->findings.isEmpty();
        situation.otherPaymentOpen = otherPaymentHeld(facts->payment.id) ||
                                     chooseNamedPayment(OperationKind::Reauthorize, plain(m_facts.payments),
                                                        facts->payment.gatewayOrderId)
                                             .problem == EndReason::AmbiguousPayment;
    }
    return situation;
}

/// What may have happened to another counts as happened, as when it is planned (paymentFor).
bool PaymentPanelModel::otherPaymentHeld(PaymentId id) const
{
    return std::any_of(m_facts.payments.begin(), m_facts.payments.end(), [id](const PaymentFacts &other) {
        return other.payment.id != id && other.payment.unlinkedReason.isEmpty() &&
               (other.live || !other.findings.isEmpty());
    });
}

QString PaymentPanelModel::unlinkProblem() const
{
    const PaymentFacts *facts = current();
    if (facts && !facts->findings.isEmpty()) {
        return tr("要確認の内容を解決するまで、連携を外せません。");
    }
    return facts && facts->live ? tr("確認の済んでいない操作がある間は、連携を外せません。") : QString();
}

} // namespace kessai
