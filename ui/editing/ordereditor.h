#pragma once

#include "core/services/orderediting.h"
#include "core/services/shopsession.h"
#include "ui/editing/orderdraft.h"

#include <QWidget>

class QBoxLayout;
class QPushButton;
class QTableView;

namespace kessai {

class Banner;
class ItemTableModel;

/// What an order's editing begins with.
struct EditStart
{
    Order order;
    LineDefaults defaults;
    std::optional<EditMark> byOther; ///< another person has unsaved changes of it
};

/// Reads the order and marks it as being edited; on the engine's thread.
StorageResult<EditStart> startEditing(Shop &shop, OrderId id);

/// 受注情報の編集 (S69–S80): the lines with their totals, 注文者 and notes of one order. Stores nothing
/// before 登録, and never touches a payment.
class OrderEditor : public QWidget
{
    Q_OBJECT

public:
    OrderEditor(ShopSession &session, const EditStart &start, QWidget *parent = nullptr);
    ~OrderEditor() override;
    Q_DISABLE_COPY_MOVE(OrderEditor)

    [[nodiscard]] bool isChanged() const { return m_draft.isChanged(); }
    /// A cell that is still open hands over what was typed. False: it is no value for that cell, which the
    /// editor says.
    bool commitCell();
    /// 登録. Answers with saved(), or with notSaved() and says here why not.
    void save();

signals:
    void changedStateChanged();
    /// It is stored: `sentence` says so, and what others changed meanwhile.
    void saved(const QString &sentence);
    /// 登録 was asked, and the changes are still only here; the editor says why at its top.
    void notSaved();
    /// 編集をやめる was pressed.
    void leaveAsked();

private:
    void buildActions(QBoxLayout &column);
    void buildTable(QBoxLayout &column);
    void buildLineButtons(QBoxLayout &column);
    void addLine(OrderItemType type);
    void removeLine();
    void recalculate();
    void showProblems();
    void say(const QString &sentence);
    void sayNotSaved(const QString &sentence);
    void send(const Order &base, const Order &edited);
    void onAnswer(const Order &base, const Order &edited, const SaveAnswer &answer);
    void askConflicts(const Order &base, const Order &edited, const SaveAnswer &answer);

    ShopSession &m_session;
    OrderDraft m_draft;
    bool m_saving = false;
    Banner *m_note;
    Banner *m_problems;
    ItemTableModel *m_lines;
    QTableView *m_table;
    QPushButton *m_save = nullptr;
    QPushButton *m_removeLine = nullptr;
};

} // namespace kessai
