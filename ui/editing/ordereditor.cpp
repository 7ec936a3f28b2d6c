#include "ui/editing/ordereditor.h"

#include "ui/editing/customerform.h"
#include "ui/editing/itemdelegate.h"
#include "ui/editing/itemtablemodel.h"
#include "ui/editing/totalspanel.h"
#include "ui/models/badge.h"
#include "ui/text/formats.h"
#include "ui/widgets/banner.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int RowsShown = 6; ///< of the table; more are scrolled to

QPushButton *button(const QString &text, const QString &objectName, const QKeySequence &keys, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(objectName);
    made->setAccessibleName(text);
    made->setAutoDefault(false);
    if (!keys.isEmpty()) {
        // Not the button's own shortcut, which clicks a moment later and swallows quick repeats.
        auto *shortcut = new QShortcut(keys, parent);
        QObject::connect(shortcut, &QShortcut::activated, made, &QPushButton::click);
        made->setToolTip(keys.toString(QKeySequence::NativeText));
    }
    return made;
}

} // namespace

OrderEditor::OrderEditor(ShopSession &session, const EditStart &start, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_draft(start.order, start.defaults)
    , m_note(new Banner(Meaning::NeedsWork, this))
    , m_problems(new Banner(Meaning::NeedsPerson, this))
    , m_lines(new ItemTableModel(m_draft, this))
    , m_table(new QTableView(this))
{
    setObjectName(u"orderEditor"_s);
    setAccessibleName(tr("受注情報の編集"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    buildActions(*column);
    m_note->setObjectName(u"editNote"_s);
    m_note->setClosable(true);
    m_note->hide();
    column->addWidget(m_note);
    m_problems->setObjectName(u"editProblems"_s);
    m_problems->hide();
    column->addWidget(m_problems);
    buildTable(*column);
    buildLineButtons(*column);
    column->addWidget(new TotalsPanel(m_draft, this), 0, Qt::AlignRight);
    column->addWidget(new CustomerForm(m_draft, this));
    connect(&m_draft, &OrderDraft::changed, this, &OrderEditor::showProblems);
    connect(&m_draft.undoStack(), &QUndoStack::cleanChanged, this, &OrderEditor::changedStateChanged);
    if (start.byOther) {
        say(tr("%1さんが%2から編集中です。編集はできますが、先に声をかけてください。")
                .arg(start.byOther->operatorName, Formats::minute(start.byOther->since)));
    }
    m_table->setFocus();
}

/// The stack of steps and an open cell take their leave with signals: nobody outside hears them any more, and
/// the cell goes while the draft that it writes to is still there.
OrderEditor::~OrderEditor()
{
    disconnect(this, &OrderEditor::changedStateChanged, nullptr, nullptr);
    m_draft.undoStack().disconnect(this);
    delete m_table;
    m_draft.disconnect(this);
}

void OrderEditor::buildActions(QBoxLayout &column)
{
    auto *row = new QHBoxLayout;
    auto *undo = button(tr("元に戻す"), u"undoButton"_s, QKeySequence(u"Ctrl+Z"_s), this);
    auto *redo = button(tr("やり直す"), u"redoButton"_s, QKeySequence(u"Ctrl+Y"_s), this);
    QUndoStack &steps = m_draft.undoStack();
    undo->setEnabled(false);
    redo->setEnabled(false);
    connect(undo, &QPushButton::clicked, &steps, &QUndoStack::undo);
    connect(redo, &QPushButton::clicked, &steps, &QUndoStack::redo);
    connect(&steps, &QUndoStack::canUndoChanged, undo, &QPushButton::setEnabled);
    connect(&steps, &QUndoStack::canRedoChanged, redo, &QPushButton::setEnabled);
    auto *recalculated = button(tr("計算結果を更新"), u"recalculateButton"_s, Qt::Key_F9, this);
    connect(recalculated, &QPushButton::clicked, this, &OrderEditor::recalculate);
    m_save = button(tr("登録"), u"saveButton"_s, QKeySequence(u"Ctrl+S"_s), this);
    m_save->setProperty("primary", true);
    connect(m_save, &QPushButton::clicked, this, &OrderEditor::save);
    auto *leave = button(tr("編集をやめる"), u"leaveEditingButton"_s, {}, this);
    leave->setToolTip(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText)); // of the window
    connect(leave, &QPushButton::clicked, this, &OrderEditor::leaveAsked);
    auto *alsoSave = new QShortcut(QKeySequence(u"Ctrl+Return"_s), this); // as in every form
    connect(alsoSave, &QShortcut::activated, m_save, &QPushButton::click);
    row->addWidget(undo);
    row->addWidget(redo);
    row->addStretch(1);
    row->addWidget(recalculated);
    row->addWidget(m_save);
    row->addWidget(leave);
    column.addLayout(row);
}

void OrderEditor::buildTable(QBoxLayout &column)
{
    m_table->setObjectName(u"itemTable"_s);
    m_table->setAccessibleName(tr("明細"));
    m_table->setModel(m_lines);
    m_table->setItemDelegate(new ItemDelegate(m_table));
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false); // Tab goes on to the buttons
    m_table->setWordWrap(false);
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setSectionResizeMode(ItemTableModel::Name, QHeaderView::Stretch);
    for (const auto &[part, widthPx] :
         {std::pair(ItemTableModel::Code, 180), std::pair(ItemTableModel::Type, 70),
          std::pair(ItemTableModel::Price, 140), std::pair(ItemTableModel::Quantity, 64),
          std::pair(ItemTableModel::TaxRate, 60), std::pair(ItemTableModel::Taxation, 90),
          std::pair(ItemTableModel::Subtotal, 110)}) {
        m_table->setColumnWidth(part, widthPx);
    }
    m_table->setMinimumHeight(m_table->verticalHeader()->defaultSectionSize() * (RowsShown + 1));
    connect(m_lines, &ItemTableModel::refused, this, &OrderEditor::say);
    connect(m_lines, &ItemTableModel::accepted, m_note, &QWidget::hide);
    column.addWidget(m_table);
}

void OrderEditor::buildLineButtons(QBoxLayout &column)
{
    auto *row = new QHBoxLayout;
    auto *add = button(tr("行を追加"), u"addLineButton"_s, QKeySequence(u"Ctrl+Ins"_s), this);
    auto *types = new QMenu(add);
    types->setObjectName(u"addLineMenu"_s);
    for (const OrderItemType type : {OrderItemType::Goods, OrderItemType::DeliveryFee, OrderItemType::Charge,
                                     OrderItemType::Discount, OrderItemType::Point}) {
        types->addAction(labelOf(type), this, [this, type] { addLine(type); })
            ->setObjectName(u"addLine%1"_s.arg(int(type)));
    }
    add->setMenu(types);
    m_removeLine = button(tr("行を削除"), u"removeLineButton"_s, QKeySequence(u"Ctrl+Del"_s), this);
    connect(m_removeLine, &QPushButton::clicked, this, &OrderEditor::removeLine);
    row->addWidget(add);
    row->addWidget(m_removeLine);
    row->addStretch(1);
    column.addLayout(row);
}

void OrderEditor::addLine(OrderItemType type)
{
    commitCell();
    m_draft.addLine(type);
    m_table->setFocus();
    m_table->setCurrentIndex(m_lines->index(m_lines->rowCount() - 1, ItemTableModel::Name));
    m_table->scrollToBottom();
}

void OrderEditor::removeLine()
{
    const QModelIndex at = m_table->currentIndex();
    if (!at.isValid()) {
        say(tr("削除する行を明細の表で選んでください。"));
        return;
    }
    const int row = at.row();
    m_draft.removeLine(row);
    m_table->setCurrentIndex(m_lines->index(qMin(row, m_lines->rowCount() - 1), at.column()));
}

void OrderEditor::recalculate()
{
    if (!commitCell()) {
        return;
    }
    const Yen before = m_draft.order().totals.payableTotal;
    const bool isSame = m_draft.order().totals == m_draft.calculated();
    m_draft.takeCalculated();
    const Yen after = m_draft.order().totals.payableTotal;
    if (isSame) {
        say(tr("明細の計算結果は、受注の金額と同じです。"));
    } else {
        say(tr("お支払い合計を %1 から %2 に更新しました（差 %3）。登録すると保存されます。")
                .arg(Formats::yen(before), Formats::yen(after), Formats::signedYen(after - before)));
    }
}

} // namespace kessai
