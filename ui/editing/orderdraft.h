#pragma once

#include "core/domain/orderedit.h"

#include <QObject>
#include <QUndoStack>

namespace kessai {

/// The order that a person edits in one window: as it was opened, and as it is now. Every change can be taken
/// back. Nothing of it is stored before 登録.
class OrderDraft : public QObject
{
    Q_OBJECT

public:
    OrderDraft(const Order &opened, const LineDefaults &defaults, QObject *parent = nullptr);

    [[nodiscard]] const Order &opened() const { return m_opened; }
    [[nodiscard]] const Order &order() const { return m_order; }
    /// As it would be stored.
    [[nodiscard]] Order tidiedOrder() const { return tidied(m_order, m_opened); }
    [[nodiscard]] bool isChanged() const { return !m_undo.isClean(); }
    /// What of it cannot be stored.
    [[nodiscard]] const QList<EditProblem> &problems() const { return m_problems; }
    /// "" or what is wrong there.
    [[nodiscard]] QString problemAt(const EditPlace &place) const;
    /// What 計算結果を更新 would make of the totals (S78).
    [[nodiscard]] const OrderTotals &calculated() const { return m_calculated; }
    [[nodiscard]] QUndoStack &undoStack() { return m_undo; }

    /// One step that can be taken back.
    /// @param mergeId changes of the same id that follow each other are one step (typing in one field); −1:
    /// each is its own
    void change(const QString &what, const Order &after, int mergeId = -1);
    void changeLine(int row, const OrderItem &line);
    void addLine(OrderItemType type);
    void removeLine(int row);
    /// 計算結果を更新: the order's figures become what the lines give.
    void takeCalculated();

signals:
    void changed();

private:
    void take(const Order &order);

    Order m_opened;
    LineDefaults m_defaults;
    Order m_order;
    OrderTotals m_calculated;
    QList<EditProblem> m_problems;
    QUndoStack m_undo;
};

} // namespace kessai
