#include "ui/work/mainwindow.h"

#include "ui/models/whendone.h"
#include "ui/orders/orderlistpage.h"
#include "ui/orders/ordertable.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/work/connectionstatus.h"
#include "ui/work/environmentband.h"
#include "ui/work/importpage.h"
#include "ui/work/refreshjob.h"
#include "ui/work/sidebar.h"

#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(ShopSession &session, QWidget *parent)
    : QMainWindow(parent), m_session(session), m_source(session), m_counts(m_source)
{
    setObjectName(u"mainWindow"_s);
    buildLayout();
    buildMenus();
    connectSession();
    resize(1280, 820);
    updateTitle();
    showStart(u"folder-open"_s, tr("店舗を開いています"), {});
}

MainWindow::~MainWindow()
{
    if (m_settings) {
        m_settings->setValue(u"window/geometry"_s, saveGeometry());
    }
    delete m_orderList; // it keeps its view in m_settings
}

void MainWindow::buildLayout()
{
    auto *central = new QWidget(this);
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_band = new EnvironmentBand(central);
    column->addWidget(m_band);
    addBanners(*column);
    m_sideBar = new SideBar(central);
    m_pages = new QStackedWidget(central);
    m_start = new EmptyState(m_pages);
    m_pages->addWidget(m_start);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_sideBar);
    row->addWidget(m_pages, 1);
    column->addLayout(row, 1);
    setCentralWidget(central);
    m_status = new ConnectionStatus(m_session, this);
    statusBar()->addPermanentWidget(m_status);
    statusBar()->setSizeGripEnabled(false);
}

void MainWindow::connectSession()
{
    connect(&m_session, &ShopSession::opened, this, &MainWindow::onOpened);
    connect(&m_session, &ShopSession::openFailed, this, &MainWindow::onOpenFailed);
    connectBanners();
    connect(&m_session, &ShopSession::closed, this, [this] {
        m_mayClose = true;
        close();
        emit closedForGood();
    });
    connect(&m_counts, &CountsModel::changed, this, [this] {
        m_sideBar->setCounts(m_counts.counts());
        m_status->setInDoubt(m_counts.counts().counts.inDoubt);
    });
    connect(m_sideBar, &SideBar::viewChosen, this, &MainWindow::showView);
    connect(m_status, &ConnectionStatus::inDoubtClicked, this,
            [this] { showView(OrderView::Kind::InDoubt); });
    connect(m_status, &ConnectionStatus::operatorChosen, this, [this](const QString &name) {
        setOperator(name);
        keepSetting(u"operator.last"_s, name);
    });
}

void MainWindow::openShop(const Shop::Options &options)
{
    m_options = options;
    m_session.open(options);
}

void MainWindow::onOpened()
{
    m_settings = std::make_unique<QSettings>(QDir(m_session.dataFolder()).filePath(u"window.ini"_s),
                                             QSettings::IniFormat);
    restoreGeometry(m_settings->value(u"window/geometry"_s).toByteArray());
    m_band->setEnvironment(m_session.environment(), m_practice);
    m_orderList = new OrderListPage(m_source, m_counts, *m_settings, m_pages);
    m_orderList->setOrderWindowFactory(m_openOrder);
    m_orderList->addFirstStep(tr("受注CSVを取り込む"), u"importStep"_s,
                              [this] { chooseImport(ImportJob::Kind::Orders); });
    if (!m_practice) {
        m_orderList->addFirstStep(tr("練習モードを開く"), u"practiceStep"_s,
                                  [this] { emit practiceChosen(); });
    }
    connect(m_orderList, &OrderListPage::filterShown, this, [this](const OrderFilter &filter) {
        m_sideBar->mark(OrderView::of(filter, m_source.today()));
        updateTitle();
    });
    m_pages->addWidget(m_orderList);
    m_pages->setCurrentWidget(m_orderList);
    m_sideBar->show();
    for (QAction *action : std::as_const(m_shopActions)) {
        action->setEnabled(true);
    }
    m_orderList->start();
    m_sideBar->mark(OrderView::of(m_orderList->filter(), m_source.today()));
    updateTitle();
    connect(&m_orderList->table(), &OrderTable::twoLinesChosen, this,
            [this](bool twoLines) { keepSetting(u"ui.rowLines"_s, twoLines ? u"2"_s : u"1"_s); });
    connect(&m_orderList->table(), &OrderTable::copied, this, [this](int rows) {
        statusBar()->showMessage(tr("%n行をコピーしました。", nullptr, rows), 5000);
    });
    reloadFacts();
}

void MainWindow::reloadFacts()
{
    const auto facts = [](Shop &shop) {
        const Settings &settings = shop.settings();
        return ShopFacts{settings.shopName(), settings.operators(),
                         themeFromCode(settings.theme()).value_or(ThemeChoice::Automatic),
                         settings.rowLines()};
    };
    whenDone(m_session.onEngine(facts), this, [this](const ShopFacts &known) { takeFacts(known); });
}

void MainWindow::takeFacts(const ShopFacts &facts)
{
    m_shopName = facts.name;
    takeOperators(facts.operators);
    for (QAction *action : m_themeMenu->actions()) {
        action->setChecked(action->data().toInt() == int(facts.theme));
    }
    m_orderList->table().setTwoLines(facts.rowLines != 1);
    updateTitle();
    emit shopNameKnown(facts.name);
}

void MainWindow::showView(OrderView::Kind kind)
{
    if (!m_orderList) {
        return;
    }
    m_pages->setCurrentWidget(m_orderList);
    m_orderList->showFilter(OrderView::filterOf(kind, m_source.today()));
    m_orderList->table().setFocus();
}

void MainWindow::keepSetting(const QString &key, const QString &text)
{
    const auto keep = [key, text](Shop &shop) -> QString {
        const auto set = shop.settings().set(key, text);
        const auto saved = set ? shop.settings().save() : set;
        return saved ? QString() : saved.error();
    };
    whenDone(m_session.onEngine(keep), this, [this](const QString &problem) {
        if (!problem.isEmpty()) {
            statusBar()->showMessage(tr("設定を保存できませんでした。%1").arg(problem));
        }
    });
}

void MainWindow::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("店舗のデータフォルダを選ぶ"), m_session.dataFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::folderChosen);
    dialog->open();
}

void MainWindow::chooseImport(ImportJob::Kind kind)
{
    if (m_import && m_import->busy()) { // one after the other
        m_pages->setCurrentWidget(m_import);
        return;
    }
    const QString title = kind == ImportJob::Kind::Orders ? tr("受注CSVを選ぶ") : tr("連携ファイルを選ぶ");
    auto *dialog = new QFileDialog(this, title, {}, tr("CSVファイル (*.csv);;すべてのファイル (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"importFileDialog"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, kind](const QString &file) { importFile(kind, file); });
    dialog->open();
}

void MainWindow::importFile(ImportJob::Kind kind, const QString &file)
{
    if (!m_import) {
        m_import = new ImportPage(m_session, m_pages);
        m_pages->addWidget(m_import);
        connect(m_import, &ImportPage::left, this, [this] { m_pages->setCurrentWidget(m_orderList); });
        m_importPageAction->setEnabled(true);
    }
    m_pages->setCurrentWidget(m_import);
    m_import->start(kind, file);
}

/// Of the page in sight.
void MainWindow::copySelected()
{
    if (m_import && m_pages->currentWidget() == m_import) {
        m_import->copySelected();
    } else {
        m_orderList->table().copySelected();
    }
}

void MainWindow::updateTitle()
{
    const QString shop = m_shopName.isEmpty() ? u"KessaiDesk"_s : m_shopName;
    if (!m_orderList || m_pages->currentWidget() == m_start) {
        setWindowTitle(shop);
        return;
    }
    const auto view = OrderView::of(m_orderList->filter(), m_source.today());
    setWindowTitle(tr("%1 受注管理 — %2").arg(OrderView::titleOf(view), shop));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_mayClose) {
        QMainWindow::closeEvent(event);
        return;
    }
    event->ignore(); // the session answers with closed() when nothing is waited for any more
    setEnabled(m_session.state() == ShopSession::State::Open ||
               m_session.state() == ShopSession::State::Closing);
    stopRefresh();
    m_session.close();
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && stopRefresh()) {
        return;
    }
    QMainWindow::keyPressEvent(event);
}

} // namespace kessai
