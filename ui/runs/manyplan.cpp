#include "ui/runs/manyplan.h"

#include "core/domain/orderstatus.h"
#include "core/storage/orderrepository.h"
#include "ui/runs/statusquestion.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"

#include <algorithm>

namespace kessai {

namespace {

constexpr qsizetype ChunkSize = 500;

int readReason(const OrderSummary &order)
{
    if (!order.paymentId) {
        return int(order.method == PaymentMethod::Other ? ManyReason::NotGatewayMethod
                                                        : ManyReason::NotLinked);
    }
    return int(isCarriedOut(order.method) ? ManyReason::None : ManyReason::MethodNotSupported);
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
    row.orderNumber = order.orderNumber;
    row.customerName = order.customerName;
    row.gatewayOrderId = order.gatewayOrderId;
    row.method = order.method;
    row.paymentStatus = order.paymentStatus;
    row.status = order.status;
    const bool refresh = question.kind == ManyKind::Refresh;
    row.amount = refresh ? order.gatewayAmount.value_or(order.payableTotal) : order.payableTotal;
    row.reason = refresh ? readReason(order) : statusReason(order, question.status);
    return row;
}

/// Ticks that the list's conditions hide.
StorageResult<Nothing> markHidden(Database &database, ManyPlan &plan)
{
    const ManyQuestion &question = plan.question;
    const bool allShown = question.ticks.everything && question.ticks.filter == question.shown;
    if (!question.fromList || allShown) {
        return Nothing{};
    }
    const auto shown = OrderRepository(database).matching(question.shown, question.sort);
    if (!shown) {
        return failure(shown.error());
    }
    const QSet<OrderId> inSight(shown->begin(), shown->end());
    for (ManyPlanRow &row : plan.rows) {
        row.hidden = !inSight.contains(row.order);
    }
    return Nothing{};
}

void lookThrough(ManyPlan &plan)
{
    QMap<int, LeftOutReason> byReason;
    for (int place = 0; place < plan.rows.size(); ++place) {
        const ManyPlanRow &row = plan.rows.at(place);
        if (row.runs()) {
            plan.runRows.append(place);
            plan.runTotal += row.amount;
            plan.hiddenRuns += row.hidden ? 1 : 0;
            continue;
        }
        plan.leftOutRows.append(place);
        LeftOutReason &reason = byReason[row.reason];
        ++reason.count;
        reason.total += row.amount;
    }
    for (auto reason = byReason.begin(); reason != byReason.end(); ++reason) {
        reason->key = reason.key();
        reason->text = ManyWords::reasonOf(reason.key(), plan.question.status);
    }
    plan.reasons = byReason.values();
    std::stable_sort(plan.leftOutRows.begin(), plan.leftOutRows.end(), [&plan](int one, int other) {
        return plan.rows.at(one).reason < plan.rows.at(other).reason;
    });
}

} // namespace

StorageResult<std::shared_ptr<const ManyPlan>> manyPlan(Database &database, const ManyQuestion &question)
{
    auto plan = std::make_shared<ManyPlan>();
    plan->question = question;
    const auto command = question.kind == ManyKind::Status ? fittingCommand(question.status) : std::nullopt;
    const auto ids = tickedIds(database, question.ticks, question.sort);
    if (!ids) {
        return failure(ids.error());
    }
    plan->rows.reserve(ids->size());
    for (qsizetype at = 0; at < ids->size(); at += ChunkSize) {
        const auto orders = OrderRepository(database).page(ids->mid(at, ChunkSize));
        if (!orders) {
            return failure(orders.error());
        }
        for (const OrderSummary &order : *orders) {
            plan->rows.append(rowOf(order, question));
            plan->commandFits =
                plan->commandFits || (command && plan->rows.last().runs() && commandMayFit(*command, order));
        }
    }
    const auto marked = markHidden(database, *plan);
    if (!marked) {
        return failure(marked.error());
    }
    lookThrough(*plan);
    return std::shared_ptr<const ManyPlan>(plan);
}

QString ManyWords::nameOf(ManyKind kind)
{
    return kind == ManyKind::Refresh ? tr("状態一括確認") : tr("対応状況の変更");
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
    case ManyReason::MethodNotSupported:
        return tr("この支払方法の決済状態は、このアプリではまだ確認できません。");
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
    const bool refresh = plan.question.kind == ManyKind::Refresh;
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
    return plan.question.kind == ManyKind::Refresh
               ? tr("GMOに今の状態を問い合わせて、この一覧に反映します。請求には影響しません。")
               : tr("GMOの決済には影響しません。請求の確定や取消は、決済の操作で行ってください。");
}

QString ManyWords::verb(const ManyPlan &plan)
{
    const QString count = Formats::count(plan.runRows.size());
    return plan.question.kind == ManyKind::Refresh
               ? tr("%1件の決済状態を確認する").arg(count)
               : tr("%1件を「%2」にする").arg(count, Words::of(plan.question.status));
}

QString ManyWords::actionOf(const ManyPlan &plan, const ManyPlanRow &row)
{
    if (!row.runs()) {
        return {};
    }
    return plan.question.kind == ManyKind::Refresh
               ? tr("照会（%1）").arg(row.gatewayOrderId)
               : tr("%1 → %2").arg(Words::of(row.status), Words::of(plan.question.status));
}

} // namespace kessai
