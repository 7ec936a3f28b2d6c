#pragma once

#include "core/services/changenotifier.h" // declares the ids as meta types
#include "core/storage/orderticks.h"

#include <QObject>

#include <optional>

namespace kessai {

/// The ticked orders of a list (S41, S113, S114; design.md §4). They belong to orders, not to rows: sorting,
/// filtering, reading anew and asking anew move none.
class Ticks : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const OrderTicks &value() const { return m_state.ticks; }
    [[nodiscard]] bool isEmpty() const { return m_state.ticks.isEmpty(); }
    [[nodiscard]] bool contains(OrderId id) const;

    void setTicked(OrderId id, bool ticked);
    /// All of them in one change.
    void setTicked(const QList<OrderId> &ids, bool ticked);
    /// Everything that matches the filter at this moment; ticks of other orders go.
    /// @param matching what it matches, in any order
    void tickEverything(const OrderFilter &filter, const QList<OrderId> &matching);
    void clear();

    /// 選択を元に戻す: as it was before the last change of more than one order.
    void undo();
    [[nodiscard]] bool canUndo() const { return m_before.has_value(); }

    /// After "everything": what the filter of that moment matches by now, so that rows show what a run would
    /// take.
    void setMatching(const QList<OrderId> &matching);

signals:
    /// What is ticked.
    void changed();
    /// The same is ticked, but by now the filter of "everything" matches other orders.
    void matchingChanged();

private:
    struct State
    {
        OrderTicks ticks;
        QList<OrderId> matching; ///< in the order of the ids; only with everything
    };
    [[nodiscard]] bool matches(OrderId id) const;
    void nameEveryOne();
    void put(const QList<OrderId> &ids, bool ticked);

    State m_state;
    std::optional<State> m_before;
};

} // namespace kessai
