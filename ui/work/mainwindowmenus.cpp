#include "ui/help/contactdialog.h"
#include "ui/help/inquirydialog.h"
#include "ui/help/versiondialog.h"
#include "ui/history/historypage.h"
#include "ui/orders/jumpdialog.h"
#include "ui/orders/orderlistpage.h"
#include "ui/orders/ordertable.h"
#include "ui/papers/deliverynoteentry.h"
#include "ui/runs/bulkpage.h"
#include "ui/text/words.h"
#include "ui/today/todaypage.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/helpplace.h"
#include "ui/widgets/keysheet.h"
#include "ui/work/importpage.h"
#include "ui/work/mainwindow.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenuBar>
#include <QStackedWidget>

namespace kessai {

using namespace Qt::StringLiterals;

QAction *MainWindow::addTo(QMenu &menu, const QString &objectName, const QString &text,
                           const QKeySequence &keys, std::function<void()> action)
{
    QAction *added = menu.addAction(text);
    added->setObjectName(objectName);
    added->setShortcut(keys);
    connect(added, &QAction::triggered, this, std::move(action));
    return added;
}

void MainWindow::buildMenus()
{
    buildFileMenu();
    buildEditAndViewMenus();
    buildWorkMenus();
    buildBulkMenu();
    buildHelpMenu();
    updateTickActions();
    for (QAction *action : std::as_const(m_shopActions)) {
        action->setEnabled(false);
    }
}

void MainWindow::buildFileMenu()
{
    m_fileMenu = menuBar()->addMenu(tr("ファイル(&F)"));
    m_shopActions.append(addTo(*m_fileMenu, u"importOrdersAction"_s, tr("受注CSVを取り込む…"),
                               QKeySequence(u"Ctrl+I"_s), [this] { chooseImport(ImportJob::Kind::Orders); }));
    m_shopActions.append(addTo(*m_fileMenu, u"importLinksAction"_s, tr("連携ファイルを取り込む…"), {},
                               [this] { chooseImport(ImportJob::Kind::Links); }));
    m_importPageAction =
        addTo(*m_fileMenu, u"importPageAction"_s, tr("取込の画面に戻る"), {}, [this] { showPage(m_import); });
    m_importPageAction->setEnabled(false);
    m_shopActions.append(
        addTo(*m_fileMenu, u"exportAction"_s, tr("一覧を書き出し…"), QKeySequence(u"Ctrl+E"_s), [this] {
            showLastList(); // what is written is seen
            list()->askExport();
        }));
    m_fileMenu->addSeparator();
    addTo(*m_fileMenu, u"openShopAction"_s, tr("店舗を開く…"), QKeySequence::Open,
          [this] { chooseFolder(); });
    addTo(*m_fileMenu, u"practiceAction"_s, tr("練習モードを開く"), {}, [this] { emit practiceChosen(); });
    m_settingsAction = m_fileMenu->addAction(tr("設定…"));
    m_settingsAction->setObjectName(u"settingsAction"_s);
    m_settingsAction->setShortcut(QKeySequence(u"Ctrl+,"_s)); // not every platform has one of its own
    m_settingsAction->setVisible(false);
    m_shopActions.append(m_settingsAction);
    m_operatorAction =
        addTo(*m_fileMenu, u"operatorAction"_s, tr("担当者を選ぶ…"), {}, [this] { chooseOperator(); });
    m_operatorAction->setEnabled(false);
    m_fileMenu->addSeparator();
    QAction *quit =
        addTo(*m_fileMenu, u"quitAction"_s, tr("終了"), QKeySequence(u"Ctrl+Q"_s), [this] { close(); });
    quit->setMenuRole(QAction::QuitRole);
}

void MainWindow::buildEditAndViewMenus()
{
    QMenu *edit = menuBar()->addMenu(tr("編集(&E)"));
    buildTickActions(*edit);
    m_shopActions.append(addTo(*edit, u"copyAction"_s, tr("選んだ行をコピー"),
                               QKeySequence(u"Ctrl+Shift+C"_s), [this] { copySelected(); }));
    m_shopActions.append(addTo(*edit, u"findAction"_s, tr("検索の欄へ移る"), QKeySequence::Find, [this] {
        showLastList();
        list()->focusSearch();
    }));
    QMenu *view = menuBar()->addMenu(tr("表示(&V)"));
    m_shopActions.append(addTo(*view, u"ordersAction"_s, tr("受注一覧"), QKeySequence(u"Ctrl+1"_s),
                               [this] { showView(OrderView::Kind::All); }));
    m_shopActions.append(addTo(*view, u"paymentsAction"_s, tr("決済状況一覧"), QKeySequence(u"Ctrl+2"_s),
                               [this] { showPayments(); }));
    m_shopActions.append(addTo(*view, u"historyAction"_s, tr("処理の履歴"), QKeySequence(u"Ctrl+3"_s),
                               [this] { showHistory(); }));
    m_shopActions.append(
        addTo(*view, u"todayAction"_s, tr("今日の仕事"), QKeySequence(u"Ctrl+4"_s), [this] { showToday(); }));
    view->addSeparator();
    QMenu *columns = view->addMenu(tr("表示列"));
    connect(columns, &QMenu::aboutToShow, this, [this, columns] {
        columns->clear();
        list()->table().fillColumnMenu(*columns);
    });
    m_shopActions.append(columns->menuAction());
    view->addSeparator();
    m_themeMenu = view->addMenu(tr("配色"));
    buildThemeMenu(*m_themeMenu);
}

void MainWindow::buildThemeMenu(QMenu &menu)
{
    auto *group = new QActionGroup(this);
    const QList<std::pair<ThemeChoice, QString>> choices{
        {ThemeChoice::Light, tr("明")}, {ThemeChoice::Dark, tr("暗")}, {ThemeChoice::Automatic, tr("自動")}};
    for (const auto &[choice, label] : choices) {
        QAction *action = addTo(menu, u"theme_"_s + codeOf(choice), label, {},
                                [this, choice = choice] { chooseTheme(choice); });
        action->setCheckable(true);
        action->setData(int(choice));
        group->addAction(action);
    }
}

void MainWindow::chooseTheme(ThemeChoice choice)
{
    applyTheme(*qApp, choice);
    keepSetting(u"ui.theme"_s, codeOf(choice));
}

void MainWindow::buildWorkMenus()
{
    QMenu *orders = menuBar()->addMenu(tr("受注(&O)"));
    // Its key is the Enter of the list itself.
    m_openOrderAction =
        addTo(*orders, u"openOrderAction"_s, tr("受注情報を開く"), {}, [this] { list()->openSelected(); });
    m_openOrderAction->setVisible(false);
    m_shopActions.append(m_openOrderAction);
    QAction *jump = addTo(*orders, u"jumpAction"_s, tr("注文番号・決済オーダーIDへ移動…"),
                          QKeySequence(u"Ctrl+K"_s), [this] {
                              auto *dialog = new JumpDialog(m_source, this);
                              connect(dialog, &JumpDialog::orderFound, this, &MainWindow::openOrder);
                              connect(dialog, &JumpDialog::searchAsked, this, [this](const QString &text) {
                                  OrderFilter filter;
                                  filter.query = text;
                                  m_orderList->showFilter(filter);
                                  showPage(m_orderList);
                                  m_orderList->table().setFocus();
                              });
                              dialog->open();
                          });
    jump->setVisible(false); // until orders can be opened
    m_shopActions.append(jump);
    m_deliveryNotesAction = addTo(*orders, u"deliveryNotesAction"_s, deliveryNotesLabel(),
                                  QKeySequence(u"Ctrl+P"_s), [this] { list()->askDeliveryNotes(); });
    orders->addSeparator();
    for (const OrderView::Kind kind : OrderView::all()) {
        QAction *action = addTo(*orders, u"view_%1"_s.arg(int(kind)), OrderView::titleOf(kind), {},
                                [this, kind] { showView(kind); });
        m_shopActions.append(action);
    }
    QMenu *payments = menuBar()->addMenu(tr("決済(&P)"));
    QAction *refresh = addTo(*payments, u"refreshAction"_s, tr("決済状態確認・反映"),
                             QKeySequence(Qt::Key_F5), [this] { refreshPayments(); });
    refresh->setStatusTip(
        tr("選択した受注、なければ選んだ行、それもなければ見えている行の決済をGMOに確認します。"));
    m_shopActions.append(refresh);
}

void MainWindow::buildHelpMenu()
{
    setInquiryShop(*this, m_session);
    QMenu *help = menuBar()->addMenu(tr("ヘルプ(&H)"));
    m_helpAction = addTo(*help, u"helpAction"_s, tr("使い方"), QKeySequence(Qt::Key_F1),
                         [this] { m_openHelp(helpPage()); });
    m_helpAction->setVisible(false);
    addTo(*help, u"keysAction"_s, tr("キー操作の一覧"), QKeySequence(u"Ctrl+/"_s), [this] { showKeys(); });
    help->addSeparator();
    m_shopActions.append(
        addTo(*help, u"contactAction"_s, tr("お問い合わせ先…"), {}, [this] { showContact(); }));
    addTo(*help, u"versionAction"_s, tr("バージョン情報"), {}, [this] { showVersion(); });
}

void MainWindow::setOrderWindowFactory(OrderWindowFactory factory)
{
    m_openOrder = std::move(factory);
    m_openOrderAction->setVisible(bool(m_openOrder));
    findChild<QAction *>(u"jumpAction"_s)->setVisible(bool(m_openOrder));
    for (OrderListPage *list : {m_orderList, m_paymentList}) {
        if (list) {
            list->setOrderWindowFactory(m_openOrder);
        }
    }
}

void MainWindow::setSettingsOpener(std::function<void()> open)
{
    m_settingsAction->setVisible(bool(open));
    connect(m_settingsAction, &QAction::triggered, this, std::move(open));
}

void MainWindow::setHelpOpener(HelpOpener open)
{
    m_openHelp = std::move(open);
    m_helpAction->setVisible(bool(m_openHelp));
    // For what opens over the window.
    connect(m_pages, &QStackedWidget::currentChanged, this, [this] { setHelpPage(*this, helpPage()); });
}

/// Of the place that has the focus, else of the page in sight.
QString MainWindow::helpPage() const
{
    const QString focused = helpPageOf(focusWidget(), this);
    if (!focused.isEmpty()) {
        return focused;
    }
    const QWidget *page = m_pages->currentWidget();
    if (page == m_bulk) {
        return m_bulk->shownRun() ? helppage::Run : helppage::Bulk;
    }
    return page == m_start ? helppage::Start : helpPageOf(page, this);
}

QList<KeySheet::Group> MainWindow::keys() const
{
    QList<KeySheet::Group> groups;
    for (const QAction *menu : menuBar()->actions()) {
        const auto keys = KeySheet::keysOf(menu->menu()->actions());
        if (!keys.isEmpty()) {
            groups.append({menu->text().section(u'(', 0, 0).remove(u'&'), keys});
        }
    }
    groups.append({tr("受注情報"),
                   {{u"Alt+P"_s, tr("決済情報へ移る")},
                    {u"Alt+U"_s, tr("売上確定(実売上)")},
                    {u"Alt+M"_s, tr("決済金額のまま売上確定")},
                    {u"Alt+T"_s, tr("取消(返品)")},
                    {u"Alt+K"_s, tr("決済金額変更")},
                    {u"Alt+R"_s, tr("再オーソリ")},
                    {u"Alt+J"_s, tr("決済状態確認・反映")},
                    {u"Alt+L"_s, tr("決済ログ表示・非表示")}}});
    groups.append({tr("一覧"),
                   {{u"↑ ↓"_s, tr("行を移る")},
                    {u"Enter"_s, tr("受注情報を開く")},
                    {u"Ctrl+Enter"_s, tr("検索条件の欄で検索する")},
                    {u"Ctrl+Shift+F"_s, tr("詳細検索を開く・閉じる")},
                    {u"Alt+↓"_s, tr("日付の欄のカレンダーを開く")},
                    {u"Shift+↑ ↓"_s, tr("続けて選ぶ")},
                    {u"Space"_s, tr("行を選択する・外す")},
                    {u"Ctrl+C"_s, tr("選んだ行をコピー")},
                    {u"Esc"_s, tr("検索・確認・取込を中止する")}}});
    groups.append({tr("一括処理の画面"),
                   {{u"Enter"_s, tr("行の受注情報を開く")},
                    {u"Space"_s, tr("Tabキーで移ったボタンを押す（実行のボタンも、移ってから）")},
                    {u"Esc"_s, tr("一覧に戻る（実行中の処理は止まりません）")}}});
    return groups;
}

void MainWindow::showKeys()
{
    auto *sheet = new KeySheet(keys(), this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void MainWindow::showContact()
{
    auto *dialog = new ContactDialog(m_session, this);
    connect(dialog, &ContactDialog::settingsAsked, m_settingsAction, &QAction::trigger);
    dialog->open();
}

void MainWindow::showVersion()
{
    auto *dialog = new VersionDialog(m_session, this);
    dialog->open();
}

} // namespace kessai
