#include "ui/work/orderwork.h"

#include "ui/models/whendone.h"
#include "ui/payments/paymentpanelmodel.h"
#include "ui/payments/reasondialog.h"

#include <algorithm>

namespace kessai {

OrderWork::OrderWork(ShopSession &session, QWidget &window)
    : QObject(&window), m_session(session), m_commands(session), m_window(window)
{
}

void OrderWork::askStatus(OrderId order, OrderStatus status)
{
    OrderTicks one;
    one.ids = {order};
    const auto job = [status, one](Database &database) { return statusPlan(database, status, one, {}); };
    whenDone(m_session.onReader(QByteArrayLiteral("statusPlan"), job), this,
             [this](const StorageResult<StatusPlan> &plan) {
                 if (plan) {
                     askPlanned(*plan);
                 } else {
                     emit warned(plan.error().message);
                 }
             });
}

void OrderWork::askPlanned(const StatusPlan &plan)
{
    auto *dialog = new StatusDialog(plan, &m_window);
    connect(dialog, &StatusDialog::confirmed, this, [this, plan, dialog] {
        const OrderId order = plan.orders.first();
        const auto then = dialog->thenCommand();
        whenDone(m_commands.setStatus(order, plan.status), this,
                 [this, order, then](const StorageResult<StatusChange> &change) {
                     const QString problem = change ? change->problem : change.error().message;
                     if (!problem.isEmpty()) {
                         emit warned(problem);
                         return;
                     }
                     emit said(tr("注文 %1 の対応状況を変更しました。").arg(change->orderNumber));
                     if (then) {
                         OrderTicks one;
                         one.ids = {order};
                         emit commandAsked(*then, one);
                     }
                 });
    });
    dialog->open();
}

void OrderWork::changeStatus(OrderId order, OrderStatus status)
{
    whenDone(m_commands.setStatus(order, status), this, [this](const StorageResult<StatusChange> &change) {
        const QString problem = change ? change->problem : change.error().message;
        if (!problem.isEmpty()) {
            emit warned(problem);
        } else if (change->changed) {
            emit said(tr("注文 %1 の対応状況を変更しました。").arg(change->orderNumber));
        }
    });
}

void OrderWork::adopt(OrderId order)
{
    whenDone(m_commands.facts(order), this, [this](const StorageResult<OrderFacts> &facts) {
        if (facts) {
            askReason(*facts);
        } else {
            emit warned(facts.error().message);
        }
    });
}

void OrderWork::askReason(const OrderFacts &facts)
{
    const auto troubled =
        std::find_if(facts.payments.begin(), facts.payments.end(), [](const PaymentFacts &payment) {
            const bool conflict = payment.live && payment.live->state == OperationState::Conflict;
            return conflict || !payment.findings.isEmpty();
        });
    if (troubled == facts.payments.end()) {
        emit said(tr("この注文には、要確認の内容はもうありません。"));
        return;
    }
    PaymentPanelModel model;
    model.setFacts(facts);
    model.choose(troubled->payment.id);
    const auto answer = [this, id = troubled->payment.id](Resolution resolution, const QString &reason) {
        whenDone(m_commands.resolve(id, resolution, reason), this,
                 [this](const StorageResult<ResolveService::Outcome> &outcome) {
                     if (outcome && outcome->resolved) {
                         emit said(tr("要確認を解決しました。"));
                     } else {
                         emit warned(outcome ? outcome->problem : outcome.error().message);
                     }
                 });
    };
    const bool conflict = troubled->live.has_value();
    makeResolveDialog(conflict, model.lastSeenText(), answer, &m_window)->open();
}

} // namespace kessai
