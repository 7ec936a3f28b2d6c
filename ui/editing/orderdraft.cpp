#include "ui/editing/orderdraft.h"

#include "core/domain/totals.h"

#include <QUndoCommand>

#include <algorithm>
#include <functional>

namespace kessai {

namespace {

/// Whole orders share what they have in common, so a step costs little.
class DraftStep : public QUndoCommand
{
public:
    using Take = std::function<void(const Order &)>;

    DraftStep(const QString &what, Order before, Order after, int mergeId, Take take)
        : QUndoCommand(what)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_mergeId(mergeId)
        , m_take(std::move(take))
    {
    }

    [[nodiscard]] int id() const override { return m_mergeId; }
    bool mergeWith(const QUndoCommand *other) override
    {
        m_after = static_cast<const DraftStep *>(other)->m_after; // all steps of the stack are of this class
        return true;
    }
    void undo() override { m_take(m_before); }
    void redo() override { m_take(m_after); }

private:
    Order m_before;
    Order m_after;
    int m_mergeId;
    Take m_take;
};

} // namespace

OrderDraft::OrderDraft(const Order &opened, const LineDefaults &defaults, QObject *parent)
    : QObject(parent), m_opened(opened), m_defaults(defaults)
{
    take(opened);
}

QString OrderDraft::problemAt(const EditPlace &place) const
{
    const auto found = std::find_if(m_problems.begin(), m_problems.end(),
                                    [&place](const EditProblem &problem) { return problem.place == place; });
    return found == m_problems.end() ? QString() : found->sentence;
}

void OrderDraft::take(const Order &order)
{
    m_order = order;
    m_calculated = calculatedTotals(m_order, m_defaults.pointRatePercent);
    m_problems = problemsOf(tidiedOrder(), m_opened);
    emit changed();
}

void OrderDraft::change(const QString &what, const Order &after, int mergeId)
{
    m_undo.push(new DraftStep(what, m_order, after, mergeId, [this](const Order &order) { take(order); }));
}

void OrderDraft::changeLine(int row, const OrderItem &line)
{
    if (m_order.items.at(row) == line) {
        return;
    }
    Order after = m_order;
    after.items[row] = line;
    change(tr("明細の変更"), after);
}

void OrderDraft::addLine(OrderItemType type)
{
    Order after = m_order;
    after.items.append(newLine(m_order, type, m_defaults));
    change(tr("行の追加"), after);
}

void OrderDraft::removeLine(int row)
{
    Order after = m_order;
    after.items.removeAt(row);
    change(tr("行の削除"), after);
}

void OrderDraft::takeCalculated()
{
    if (m_order.totals == m_calculated) {
        return;
    }
    Order after = m_order;
    after.totals = m_calculated;
    change(tr("計算結果の更新"), after);
}

} // namespace kessai
