#include "ui/runs/manyplan.h"

#include "core/domain/orderstatus.h"
#include "core/storage/orderrepository.h"
#include "ui/runs/runwords.h"
#include "ui/runs/statusquestion.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"

namespace kessai {

namespace {

constexpr qsizetype ChunkSize = 500;

int readReason(const OrderSummary &order)
{
    return int(!isGatewayMethod(order.method) ? ManyReason::NotGatewayMethod
               : order.paymentId              ? ManyReason::None
                                              : ManyReason::NotLinked);
}

int statusReason(const OrderSummary &order, OrderStatus wanted)
{
    if (order.status == wanted) {
        return int(ManyReason::HasStatusAlready);
    }
    return moveAllowed(order.status, wanted) ? int(ManyReason::None)
                                             : int(ManyReason::MoveNotAllowed) + int(order.status);
}

ManyPlanRow rowOf(const OrderSummary &order, const ManyQuestion &question)
{
    ManyPlanRow row;
    row.order = order.id;
    row.payment = order.paymentId;
    row.linked = !order.gatewayOrderId.isEmpty();
    row.method = order.method;
    row.paymentStatus = order.paymentStatus;
    row.status = order.status;
    const bool refresh = question.kind == RunKind::Refresh;
    row.amount = refresh ? order.gatewayAmount.value_or(order.payableTotal) : order.payableTotal;
    row.reason = refresh ? readReason(order) : statusReason(order, question.status);
    return row;
}

} // namespace

StorageResult<std::shared_ptr<const ManyPlan>> manyPlan(Database &database, const ManyQuestion &question)
{
    auto plan = std::make_shared<ManyPlan>();
    plan->question = question;
    const auto command = question.kind == RunKind::Status ? fittingCommand(question.status) : std::nullopt;
    const auto ordered = ordersOf(database, question);
    if (!ordered) {
        return failure(ordered.error());
    }
    plan->rows.reserve(ordered->orders.size());
    const QSet<OrderId> hidden(ordered->orders.begin() + ordered->shownCount, ordered->orders.end());
    for (qsizetype at = 0; at < ordered->orders.size(); at += ChunkSize) {
        const auto orders = OrderRepository(database).page(ordered->orders.mid(at, ChunkSize));
        if (!orders) {
            return failure(orders.error());
        }
        for (const OrderSummary &order : *orders) {
            ManyPlanRow row = rowOf(order, question);
            row.hidden = hidden.contains(row.order);
            plan->commandFits =
                plan->commandFits || (command && row.runs() && commandMayFit(*command, order));
            plan->rows.append(row);
        }
    }
    plan->lookThrough();
    return std::shared_ptr<const ManyPlan>(plan);
}

PreviewSheet::Row ManyPlan::rowAt(int place) const
{
    const ManyPlanRow &row = rows.at(place);
    return {{row.order, row.payment.value_or(PaymentId{})}, row.amount, row.reason, row.hidden};
}

PreviewSheet::Cells ManyPlan::cellsAt(int place, const RowNames &names) const
{
    const ManyPlanRow &row = rows.at(place);
    Cells cells;
    cells.badge = question.kind == RunKind::Status ? badgeOf(row.status)
                                                   : badgeOf(row.paymentStatus, row.method, row.linked);
    cells.action = ManyWords::actionOf(*this, row, names);
    cells.remark = reasonText(row.reason);
    cells.advice =
        row.reason == int(ManyReason::NotLinked) ? RunWords::adviceOf(RuleReason::NotLinked) : QString();
    return cells;
}

QString ManyPlan::reasonText(int reason) const
{
    return ManyWords::reasonOf(reason, question.status);
}

QString ManyWords::reasonOf(int reason, OrderStatus wanted)
{
    switch (ManyReason(reason)) {
    case ManyReason::None:
        return {};
    case ManyReason::NotLinked:
        return Words::of(RuleReason::NotLinked);
    case ManyReason::NotGatewayMethod:
        return Words::of(RuleReason::NotGatewayMethod);
    case ManyReason::HasStatusAlready:
        return tr("すでに「%1」です。").arg(Words::of(wanted));
    case ManyReason::MoveNotAllowed:
        break;
    }
    const auto from = OrderStatus(reason - int(ManyReason::MoveNotAllowed));
    return tr("「%1」から「%2」には変更できません。").arg(Words::of(from), Words::of(wanted));
}

QString ManyWords::summary(const ManyPlan &plan)
{
    const QString count = Formats::count(plan.runRows.size());
    const QString yen = Formats::yen(plan.runTotal);
    const bool refresh = plan.question.kind == RunKind::Refresh;
    const QString word = Words::of(plan.question.status);
    QString what;
    if (plan.runRows.isEmpty()) {
        what = refresh ? tr("決済状態を確認できる注文がありません。")
                       : tr("対応状況を「%1」に変更できる注文がありません。").arg(word);
    } else {
        what = refresh ? tr("%1件、合計 %2 の決済状態をGMOで確認します。").arg(count, yen)
                       : tr("%1件、合計 %2 の注文の対応状況を「%3」に変更します。").arg(count, yen, word);
    }
    const qsizetype out = plan.leftOutRows.size();
    return Formats::sentences(
        {what, out > 0 ? tr("%1件は対象外です。").arg(Formats::count(out)) : QString()});
}

QString ManyWords::consequence(const ManyPlan &plan)
{
    if (plan.runRows.isEmpty()) {
        return {};
    }
    return plan.question.kind == RunKind::Refresh
               ? tr("GMOに今の状態を問い合わせて、この一覧に反映します。請求には影響しません。")
               : tr("GMOの決済には影響しません。請求の確定や取消は、決済の操作で行ってください。");
}

QString ManyWords::verb(const ManyPlan &plan)
{
    const QString count = Formats::count(plan.runRows.size());
    return plan.question.kind == RunKind::Refresh
               ? tr("%1件の決済状態を確認する").arg(count)
               : tr("%1件を「%2」にする").arg(count, Words::of(plan.question.status));
}

QString ManyWords::actionOf(const ManyPlan &plan, const ManyPlanRow &row, const RowNames &names)
{
    const bool refresh = plan.question.kind == RunKind::Refresh;
    if (!row.runs() || (refresh && names.gatewayOrderId.isEmpty())) { // not read yet
        return {};
    }
    return refresh ? tr("照会（%1）").arg(names.gatewayOrderId)
                   : tr("%1 → %2").arg(Words::of(row.status), Words::of(plan.question.status));
}

} // namespace kessai
