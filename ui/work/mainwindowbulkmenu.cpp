// MainWindow: what is ticked and what is done with it, in the menus.
#include "ui/orders/bulkbar.h"
#include "ui/orders/orderlistpage.h"
#include "ui/text/words.h"
#include "ui/work/mainwindow.h"

#include <QMenuBar>
#include <QStackedWidget>

namespace kessai {

using namespace Qt::StringLiterals;

/// On only where the bulk bar would offer it (updateTickActions).
void MainWindow::buildBulkMenu()
{
    QMenu *bulk = menuBar()->addMenu(tr("一括処理(&B)"));
    bulk->setToolTipsVisible(true);
    const auto add = [&](OperationKind kind, const QString &name, const QString &text, const QString &keys) {
        m_bulkActions.insert(kind,
                             addTo(*bulk, name, text, QKeySequence(keys), [this, kind] { askBulk(kind); }));
    };
    // The letters of the panel's own commands, but U, which input methods take for characters by number. Each
    // of them opens a preview, none of them runs anything.
    add(OperationKind::Capture, u"bulkCaptureAction"_s, tr("一括売上…"), u"Ctrl+Shift+E"_s);
    add(OperationKind::Cancel, u"bulkCancelAction"_s, tr("一括取消…"), u"Ctrl+Shift+T"_s);
    add(OperationKind::Reauthorize, u"bulkReauthorizeAction"_s, tr("一括再オーソリ…"), u"Ctrl+Shift+R"_s);
    bulk->addSeparator();
    m_bulkRefreshAction = addTo(*bulk, u"bulkRefreshAction"_s, tr("状態一括確認"),
                                QKeySequence(u"Ctrl+Shift+J"_s), [this] { refreshTicked(); });
    m_bulkStatusMenu = bulk->addMenu(tr("対応状況の変更"));
    m_bulkStatusMenu->setObjectName(u"bulkStatusMenu"_s);
    for (const OrderStatus wanted : allOrderStatuses()) {
        if (!leftOutOfSearches(wanted)) {
            addTo(*m_bulkStatusMenu, u"bulkStatus_%1"_s.arg(int(wanted)),
                  tr("%1にする…").arg(Words::of(wanted)), {}, [this, wanted] { askStatus(wanted); });
        }
    }
    QAction *status = m_bulkStatusMenu->menuAction();
    status->setShortcut(QKeySequence(u"Ctrl+Shift+S"_s));
    connect(status, &QAction::triggered, this, [this] { // by its keys: the menu itself only opens
        m_bulkStatusMenu->popup(m_pages->mapToGlobal(m_pages->rect().center()));
        m_bulkStatusMenu->setActiveAction(m_bulkStatusMenu->actions().first());
    });
    bulk->addSeparator();
    m_shopActions.append(addTo(*bulk, u"bulkPageAction"_s, tr("一括処理の画面に戻る"),
                               QKeySequence(u"Ctrl+Shift+B"_s), [this] { backToBulkPage(); }));
}

/// What is ticked in the list in sight; elsewhere the keys belong to whatever has the focus.
void MainWindow::buildTickActions(QMenu &menu)
{
    m_undoTicksAction = addTo(menu, u"undoTicksAction"_s, tr("選択を元に戻す"), QKeySequence::Undo,
                              [this] { list()->undoTicks(); });
    menu.addSeparator();
    m_tickActions = {addTo(menu, u"tickShownAction"_s, tr("この画面の行をすべて選択"),
                           QKeySequence::SelectAll, [this] { list()->tickShown(); }),
                     addTo(menu, u"tickAllAction"_s, tr("検索結果をすべて選択"),
                           QKeySequence(u"Ctrl+Shift+A"_s), [this] { list()->tickAllMatching(); }),
                     addTo(menu, u"tickListAction"_s, tr("注文番号の一覧から選択…"),
                           QKeySequence(u"Ctrl+L"_s), [this] { list()->openTickList(); })};
    m_clearTicksAction = addTo(menu, u"clearTicksAction"_s, tr("選択を解除"), QKeySequence(u"Ctrl+D"_s),
                               [this] { list()->clearTicks(); });
    menu.addSeparator();
}

/// As the bulk bar has it: the commands of what nobody sees ticked are off, and so are those that would do
/// nothing. While the sums are not known they are on: the preview reckons anew.
void MainWindow::updateTickActions()
{
    auto *page = qobject_cast<OrderListPage *>(m_pages->currentWidget());
    const bool ticked = page && !page->ticks().isEmpty();
    const bool known = page && page->tickCounts().known();
    const auto offer = [ticked, known](QAction &action, qint64 count, const QString &what,
                                       const QString &whyOff) {
        action.setEnabled(ticked && (!known || count > 0));
        action.setToolTip(action.isEnabled() ? what : whyOff);
    };
    const TickSummary summary = page ? page->tickCounts().summary() : TickSummary{};
    const QString nothing = tr("先に一覧で受注を選択してください（行のチェック欄、またはスペースキー）。");
    for (auto action = m_bulkActions.cbegin(); action != m_bulkActions.cend(); ++action) {
        offer(**action, summary.wouldRun.value(action.key()), BulkBar::whatCommandsDo(),
              ticked ? BulkBar::whyOff(action.key()) : nothing);
    }
    offer(*m_bulkRefreshAction, summary.readable, BulkBar::whatRefreshDoes(),
          ticked ? BulkBar::whyNothingToRead() : nothing);
    offer(*m_bulkStatusMenu->menuAction(), summary.count, BulkBar::whatStatusDoes(), nothing);
    for (QAction *action : std::as_const(m_tickActions)) {
        action->setEnabled(page);
    }
    m_clearTicksAction->setEnabled(ticked);
    m_deliveryNotesAction->setEnabled(page && page->hasChosen());
    m_undoTicksAction->setEnabled(page && page->ticks().canUndo());
}

} // namespace kessai
