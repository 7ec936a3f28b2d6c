// OrderListPage: what a row offers.
#include "core/services/orderservice.h"
#include "ui/models/ordertexts.h"
#include "ui/orders/orderlistpage.h"
#include "ui/orders/ordertable.h"
#include "ui/text/words.h"

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
    menu.addAction(tr("選んだ行をコピー"), m_table, &OrderTable::copySelected);
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
