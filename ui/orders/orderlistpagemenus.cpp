// OrderListPage: what a row offers.
#include "core/services/orderservice.h"
#include "ui/help/inquirydialog.h"
#include "ui/models/codewords.h"
#include "ui/models/ordertexts.h"
#include "ui/models/whendone.h"
#include "ui/orders/orderlistpage.h"
#include "ui/orders/ordertable.h"
#include "ui/papers/deliverynoteentry.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"
#include "ui/widgets/banner.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

namespace kessai {

using namespace Qt::StringLiterals;

void OrderListPage::showContextMenu(const QPoint &place)
{
    // By the keyboard it belongs to the current row, wherever the mouse is.
    const QModelIndex index = m_table->indexAt(place);
    const auto order = m_model.summaryAt(index.row());
    if (!index.isValid() || !order) {
        return;
    }
    auto *menu = new QMenu(this);
    menu->setObjectName(m_layout.name(u"rowMenu"_s));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    if (m_openOrder) {
        menu->addAction(tr("受注情報を開く"), this,
                        [this, index = QPersistentModelIndex(index)] { open(index); });
        menu->addSeparator();
    }
    addTickActions(*menu, order->id);
    QMenu *moves = menu->addMenu(tr("対応状況の変更"));
    moves->setToolTipsVisible(true);
    addStatusMoves(*moves, *order);
    if (order->doubt == OperationState::Conflict) {
        QAction *adopt =
            menu->addAction(tr("GMOの状態を採用…"), this, [this, id = order->id] { emit adoptAsked(id); });
        adopt->setObjectName(u"adoptAction"_s);
    }
    menu->addSeparator();
    addCopyActions(*menu, *order);
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void OrderListPage::addTickActions(QMenu &menu, OrderId id)
{
    const bool ticked = m_ticks.contains(id);
    QAction *tick = menu.addAction(ticked ? tr("この受注の選択を外す") : tr("この受注を選択する"), this,
                                   [this, id, ticked] { m_ticks.setTicked(id, !ticked); });
    tick->setObjectName(u"tickRowAction"_s);
    QAction *undo = menu.addAction(tr("選択を元に戻す"), this, &OrderListPage::undoTicks);
    undo->setObjectName(u"undoTicksAction"_s);
    undo->setEnabled(m_ticks.canUndo());
    menu.addSeparator();
}

void OrderListPage::addCopyActions(QMenu &menu, const OrderSummary &order)
{
    const auto offerCopy = [&menu](const QString &name, const QString &label, const QString &value) {
        if (!value.isEmpty()) {
            QAction *copy =
                menu.addAction(label, &menu, [value] { QGuiApplication::clipboard()->setText(value); });
            copy->setObjectName(name);
        }
    };
    offerCopy(u"copyNumberAction"_s, tr("注文番号をコピー"), order.orderNumber);
    offerCopy(u"copyNameAction"_s, tr("お名前をコピー"), order.customerName);
    offerCopy(u"copyGatewayOrderIdAction"_s, tr("決済オーダーIDをコピー"), order.gatewayOrderId);
    offerCopy(u"copyTrackingAction"_s, tr("お問い合わせ番号をコピー"), order.trackingNumber);
    offerCopy(u"copyErrorAction"_s, tr("最終エラーをコピー"),
              orderExplanation(order, OrderTableModel::Column::LastError, m_source.today()));
    if (!order.lastError.isEmpty()) {
        const InquiryAbout about{order.id, {}, gatewayCodes(order.lastError)};
        QAction *ask =
            menu.addAction(tr("GMOに問い合わせる"), this, [this, about] { askGateway(about, *this); });
        ask->setObjectName(u"askGatewayAction"_s);
    }
    addTableActions(menu);
}

/// What is done with rows, not with the one of the menu.
void OrderListPage::addTableActions(QMenu &menu)
{
    menu.addSeparator();
    QAction *rows = menu.addAction(tr("選んだ行をコピー"), m_table, &OrderTable::copySelected);
    rows->setObjectName(u"copyRowsAction"_s);
    rows->setShortcut(QKeySequence::Copy);
    QAction *ticked = menu.addAction(tr("選択した受注をコピー"), this, &OrderListPage::copyTicked);
    ticked->setObjectName(u"copyTickedAction"_s);
    ticked->setEnabled(!m_ticks.isEmpty());
    QAction *exported = menu.addAction(tr("書き出し…"), this, &OrderListPage::askExport);
    exported->setObjectName(u"exportRowsAction"_s);
    QAction *notes = menu.addAction(deliveryNotesLabel(), this, &OrderListPage::askDeliveryNotes);
    notes->setObjectName(u"deliveryNoteAction"_s);
    notes->setEnabled(hasChosen());
}

bool OrderListPage::hasChosen() const
{
    return !m_ticks.isEmpty() || m_table->selectionModel()->hasSelection();
}

void OrderListPage::askDeliveryNotes()
{
    if (ShopSession *shop = inquiryShopOf(*this)) {
        openDeliveryNotes(*this, *shop, m_source, m_settings,
                          {m_ticks.value(), m_model.order(), m_table->selectedIds()});
    }
}

void OrderListPage::copyTicked()
{
    whenDone(m_source.tickedIds(m_ticks.value(), m_model.order()), this,
             [this](const StorageResult<QList<OrderId>> &ids) {
                 if (ids) {
                     m_table->copy(*ids);
                 } else {
                     m_problem->setText(tr("一覧を読み込めませんでした。%1").arg(ids.error().message));
                     m_problem->show();
                 }
             });
}

void OrderListPage::connectCopies()
{
    connect(m_table, &OrderTable::copyTickedAsked, this, &OrderListPage::copyTicked);
    connect(m_table, &OrderTable::tooManyToCopy, this, [this](qint64 count, qint64 most) {
        m_problem->setText(tr("%1件はコピーできません（%2件まで）。「書き出し…」でファイルにしてください。")
                               .arg(Formats::count(count), Formats::count(most)));
        m_problem->show();
    });
}

void OrderListPage::askExport()
{
    const bool payments = m_layout.kind == ListLayout::Kind::Payments;
    OrderExport asked;
    asked.list = payments ? tr("決済状況一覧") : tr("受注一覧");
    asked.shown.filter = m_model.filter();
    asked.shown.sort = m_model.order();
    asked.shown.found = m_model.answeredIds();
    asked.ticks = m_ticks.value();
    if (m_tickCounts.known()) {
        asked.ticked = m_tickCounts.summary().count;
    }
    asked.values = m_table->shownValues(m_source.today());
    emit exportAsked(asked);
}

/// All of them, so that nobody looks for one in vain; those that the shop does not allow are off and say why.
/// What only the whole order tells (open shipments) is said when the change is asked for.
void OrderListPage::addStatusMoves(QMenu &menu, const OrderSummary &order)
{
    Order known;
    known.status = order.status;
    for (const OrderStatus status : allOrderStatuses()) {
        if (status == order.status || leftOutOfSearches(status)) {
            continue;
        }
        const QString problem = statusProblem(known, status);
        const QString word = Words::of(status);
        QAction *move = menu.addAction(
            problem.isEmpty() ? word : tr("%1（%2からは変更できません）").arg(word, Words::of(order.status)),
            this, [this, id = order.id, status] { emit statusOfOneAsked(id, status); });
        move->setObjectName(u"moveTo_%1"_s.arg(int(status)));
        move->setEnabled(problem.isEmpty());
        move->setToolTip(problem);
    }
}

void OrderListPage::showStatusMenu(int row, const QPoint &globalPlace)
{
    const auto order = m_model.summaryAt(row);
    if (!order) {
        return; // not read yet
    }
    auto *menu = new QMenu(this);
    menu->setObjectName(m_layout.name(u"statusMenu"_s));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    addStatusMoves(*menu, *order);
    menu->popup(globalPlace);
}

} // namespace kessai
