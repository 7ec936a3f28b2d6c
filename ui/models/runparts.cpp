#include "ui/models/runparts.h"

#include "ui/text/formats.h"
#include "ui/text/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// Of this file.
struct PartWords
{
    Q_DECLARE_TR_FUNCTIONS(RunParts)
};

const QList<OperationState> Open{OperationState::Planned, OperationState::Claimed, OperationState::Armed};

QList<RunPart> partsOfMoney()
{
    return {
        {u"done"_s, PartWords::tr("完了"), Meaning::Good, Qt::SolidPattern, {OperationState::Done}},
        {u"refused"_s,
         PartWords::tr("不成立"),
         Meaning::NeedsWork,
         Qt::Dense3Pattern,
         {OperationState::Refused}},
        {u"cancelled"_s,
         PartWords::tr("取りやめ"),
         Meaning::Closed,
         Qt::BDiagPattern,
         {OperationState::Cancelled}},
        {u"inDoubt"_s,
         PartWords::tr("結果確認中"),
         Meaning::Doubt,
         Qt::SolidPattern,
         {OperationState::InDoubt}},
        {u"conflict"_s,
         PartWords::tr("要確認"),
         Meaning::NeedsPerson,
         Qt::SolidPattern,
         {OperationState::Conflict}},
        {u"rest"_s, PartWords::tr("残り"), Meaning::Motion, Qt::NoBrush, Open},
    };
}

QList<RunPart> partsOfOrders(bool refresh)
{
    const auto word = [refresh](const QString &ofRefresh, const QString &ofStatus) {
        return refresh ? ofRefresh : ofStatus;
    };
    return {
        {u"changed"_s,
         word(PartWords::tr("変わりました"), PartWords::tr("変更しました")),
         refresh ? Meaning::Accent : Meaning::Good,
         Qt::SolidPattern,
         {OperationState::Done},
         true},
        {u"same"_s,
         word(PartWords::tr("変わりません"), PartWords::tr("変更済みでした")),
         refresh ? Meaning::Good : Meaning::Closed,
         Qt::SolidPattern,
         {OperationState::Done},
         false},
        {u"unable"_s,
         word(PartWords::tr("確認できません"), PartWords::tr("変更できません")),
         refresh ? Meaning::Doubt : Meaning::NeedsWork,
         Qt::Dense3Pattern,
         {OperationState::Refused}},
        {u"notDone"_s,
         word(PartWords::tr("確認していません"), PartWords::tr("変更していません")),
         Meaning::Closed,
         Qt::BDiagPattern,
         {OperationState::Cancelled}},
        {u"rest"_s, PartWords::tr("残り"), Meaning::Motion, Qt::NoBrush, Open},
    };
}

QList<RunPart> partsOf(RunKind kind)
{
    return operationOf(kind) ? partsOfMoney() : partsOfOrders(kind == RunKind::Refresh);
}

/// Of a payment with its amount, or of an order.
QString stateOf(const std::optional<PaymentStatus> &payment, const std::optional<Yen> &amount,
                const std::optional<OrderStatus> &order)
{
    QStringList words;
    if (payment) {
        words.append(Words::of(*payment));
    }
    if (order) {
        words.append(Words::of(*order));
    }
    if (amount) {
        words.append(Formats::yen(*amount));
    }
    return words.join(u' ');
}

} // namespace

QList<RunPart> runPartsOf(const RunStore::Run &run)
{
    QList<RunPart> parts = partsOf(run.kind);
    for (RunPart &part : parts) {
        for (const OperationState state : std::as_const(part.states)) {
            part.count += run.counts.value(state);
        }
        if (part.changed) {
            part.count = *part.changed ? run.changedCount : part.count - run.changedCount;
        }
    }
    return parts;
}

Badge badgeOf(RunKind kind, const RunItem &item)
{
    if (operationOf(kind)) {
        return badgeOf(item.state);
    }
    const bool changed = item.change && item.change->changed;
    const QList<RunPart> parts = partsOf(kind);
    const auto part = std::find_if(parts.begin(), parts.end(), [&item, changed](const RunPart &one) {
        return one.states.contains(item.state) && one.changed.value_or(changed) == changed;
    });
    return part == parts.end() ? badgeOf(item.state) : Badge{part->word, part->meaning, {}, {}};
}

QString stateBefore(const RunItem &item)
{
    if (!item.change) {
        return {};
    }
    const QString before =
        stateOf(item.change->paymentStatusBefore, item.change->amountBefore, item.change->orderStatusBefore);
    return before.isEmpty() && !stateAfter(item).isEmpty() ? Words::neverRead() : before;
}

QString stateAfter(const RunItem &item)
{
    return item.change ? stateOf(item.change->paymentStatusAfter, item.change->amountAfter,
                                 item.change->orderStatusAfter)
                       : QString();
}

QString changeProblem(const RunItem &item)
{
    const bool withdrawn = item.change && item.state == OperationState::Cancelled;
    return withdrawn ? Words::of(EndReason::Withdrawn) : item.change ? item.change->problem : QString();
}

} // namespace kessai
