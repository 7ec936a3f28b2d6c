#include "ui/work/mainwindow.h"

#include "ui/history/historypage.h"
#include "ui/models/whendone.h"
#include "ui/orders/orderlistpage.h"
#include "ui/orders/ordertable.h"
#include "ui/runs/bulkpage.h"
#include "ui/runs/runstatus.h"
#include "ui/today/todaypage.h"
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
#include <QMenu>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QStyle>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace kessai {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr QSize FirstSizePx(1280, 820);
constexpr std::chrono::milliseconds DayLookMs = 20s; ///< where no answer of the gateway brings the new day

} // namespace

MainWindow::MainWindow(ShopSession &session, QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_source(session)
    , m_paymentSource(session, QByteArrayLiteral("payments"))
    , m_savedSource(session, QByteArrayLiteral("saved"))
    , m_counts(m_source)
    , m_saved(m_savedSource)
    , m_numbers(session)
    , m_desk(session)
{
    setObjectName(u"mainWindow"_s);
    buildLayout();
    buildMenus();
    connectSession();
    resize(firstSizeOn(screen()->availableGeometry().size()));
    updateTitle();
    showStart(u"folder-open"_s, tr("店舗を開いています"), {});
}

/// What the desktop puts around it is not known before it is shown: a title bar above, hair lines elsewhere.
QSize MainWindow::firstSizeOn(const QSize &available) const
{
    const int titlePx = style()->pixelMetric(QStyle::PM_TitleBarHeight);
    return FirstSizePx.boundedTo(available - QSize(0, titlePx)).expandedTo(minimumSizeHint());
}

MainWindow::~MainWindow()
{
    if (m_settings) {
        m_settings->setValue(u"window/geometry"_s, saveGeometry());
    }
    if (m_history) {
        m_history->saveView();
    }
    delete m_today;     // it looks at the numbers
    delete m_orderList; // they keep their view in m_settings
    delete m_paymentList;
    delete m_history;
    delete m_bulk; // it follows its run at the desk
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
    m_runStatus = new RunStatus(m_desk, this);
    statusBar()->addPermanentWidget(m_runStatus);
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
        showDueSoon();
        followNews();
    });
    m_dayTimer.setInterval(DayLookMs);
    connect(&m_dayTimer, &QTimer::timeout, this, &MainWindow::judgeDay);
    connect(&m_session, &ShopSession::gatewayAnswered, this, &MainWindow::judgeDay);
    connectSideBar();
    connectSavedSearches();
    connect(&m_numbers, &TodayNumbers::changed, this, &MainWindow::showFirstPage);
    connect(&m_numbers, &TodayNumbers::failed, this, &MainWindow::showFirstPage);
    connectRuns();
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
    buildLists();
    buildRuns();
    buildToday();
    m_sideBar->show();
    for (QAction *action : std::as_const(m_shopActions)) {
        action->setEnabled(true);
    }
    m_day = m_session.today();
    m_dayTimer.start();
    m_numbers.refresh(); // first: the page that opens waits for it
    m_orderList->start();
    if (!m_opensToday || !m_today->opensFirst()) {
        showPage(m_orderList);
    }
    m_saved.refresh();
    m_desk.begin();
    reloadFacts();
}

void MainWindow::reloadFacts()
{
    const auto facts = [](Shop &shop) {
        const Settings &settings = shop.settings();
        return ShopFacts{settings.shopName(), settings.operators(),
                         themeFromCode(settings.theme()).value_or(ThemeChoice::Automatic),
                         settings.rowLines(), rulesOf(settings)};
    };
    whenDone(m_session.onEngine(facts), this, [this](const ShopFacts &known) { takeFacts(known); });
}

void MainWindow::takeFacts(const ShopFacts &facts)
{
    m_shopName = facts.name;
    m_source.setRules(facts.rules);
    m_paymentSource.setRules(facts.rules);
    takeOperators(facts.operators);
    for (QAction *action : m_themeMenu->actions()) {
        action->setChecked(action->data().toInt() == int(facts.theme));
    }
    for (OrderListPage *list : {m_orderList, m_paymentList}) {
        list->table().setTwoLines(facts.rowLines != 1);
    }
    updateTitle();
    emit shopNameKnown(facts.name);
}

void MainWindow::showView(OrderView::Kind kind)
{
    if (!m_orderList) {
        return;
    }
    m_savedShown.reset();
    m_orderList->showFilter(OrderView::filterOf(kind, m_source.now()));
    showPage(m_orderList);
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
        showPage(m_import);
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
        connect(m_import, &ImportPage::left, this, [this] { showLastList(); });
        m_importPageAction->setEnabled(true);
    }
    showPage(m_import);
    m_import->start(kind, file);
}

/// Of the page in sight.
void MainWindow::copySelected()
{
    if (m_import && m_pages->currentWidget() == m_import) {
        m_import->copySelected();
    } else if (m_orderList && m_pages->currentWidget() == list()) {
        list()->table().copySelected();
    } else { // not rows that nobody sees
        statusBar()->showMessage(tr("受注一覧か決済状況一覧を表示してから、もう一度行ってください。"), 5000);
    }
}

void MainWindow::updateTitle()
{
    const QString shop = m_shopName.isEmpty() ? u"KessaiDesk"_s : m_shopName;
    const QWidget *page = m_pages->currentWidget();
    if (!m_orderList || page == m_start) {
        setWindowTitle(shop);
    } else if (page == m_paymentList) {
        setWindowTitle(tr("決済状況一覧 受注管理 — %1").arg(shop));
    } else if (page == m_today) {
        setWindowTitle(tr("%1 受注管理 — %2").arg(tr("今日の仕事"), shop));
    } else if (page == m_history) {
        setWindowTitle(tr("処理の履歴 — %1").arg(shop));
    } else if (page == m_bulk) {
        setWindowTitle(tr("一括処理 — %1").arg(shop));
    } else {
        const auto view = OrderView::of(m_orderList->filter(), m_source.now());
        setWindowTitle(tr("%1 受注管理 — %2").arg(OrderView::titleOf(view), shop));
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_mayClose) {
        QMainWindow::closeEvent(event);
        return;
    }
    if (m_closeGuard && m_session.state() == ShopSession::State::Open && !m_closeGuard()) {
        event->ignore();
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
