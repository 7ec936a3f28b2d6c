// MainWindow: bulk runs and other work on many orders.
#include "ui/history/runreport.h"
#include "ui/orders/orderlistpage.h"
#include "ui/runs/bulkpage.h"
#include "ui/runs/manypage.h"
#include "ui/runs/runnotice.h"
#include "ui/runs/runstatus.h"
#include "ui/runs/runwords.h"
#include "ui/text/formats.h"
#include "ui/widgets/banner.h"
#include "ui/work/mainwindow.h"
#include "ui/work/manyreporttable.h"
#include "ui/work/manywork.h"

#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int SaidMs = 10'000;
constexpr int EndedMs = 30'000;

} // namespace

void MainWindow::connectRuns()
{
    m_notice = new RunNotice(*this);
    connect(m_runStatus, &RunStatus::runChosen, this, &MainWindow::showRun);
    connect(&m_desk, &RunDesk::cameToRest, m_notice, &RunNotice::tell);
    connect(m_notice, &RunNotice::chosen, this, &MainWindow::showRun);
    connect(&m_desk, &RunDesk::changed, this, &MainWindow::showUnfinishedRuns);
    connect(&m_desk, &RunDesk::changed, this, &MainWindow::followNews);
    connect(&m_desk, &RunDesk::cameToRest, this, [this](const RunProgress &progress) {
        const bool inSight = m_pages->currentWidget() == m_bulk && m_bulk->shownRun() == progress.run.id;
        if (!inSight) { // whoever works on another page of this window
            const bool finished = progress.run.state == RunStore::State::Finished;
            const QString how = finished ? RunWords::total(progress) : progress.run.reasonInWords();
            statusBar()->showMessage(tr("%1。%2").arg(RunWords::headline(progress), how), EndedMs);
        }
    });
    connect(&m_desk, &RunDesk::started, this, [this] {
        m_offersRuns = false; // from now on the status bar and the page say it
    });
    connect(&m_desk, &RunDesk::failed, this, [this](const QString &problem) {
        if (m_pages->currentWidget() != m_bulk) { // the page says it where the eye is
            m_warning->setText(problem);
            m_warning->show();
        }
    });
    connect(&m_desk, &RunDesk::worked, this, [this](const RunDesk::Outcome &outcome) {
        const bool inSight = m_pages->currentWidget() == m_bulk && m_bulk->shownRun() == outcome.run;
        const bool told = outcome.status && (outcome.statusChanged > 0 || !outcome.statusRefused.isEmpty());
        const QString statuses = told ? RunWords::statusSentence(*outcome.status, outcome.statusChanged,
                                                                 outcome.statusRefused.size())
                                      : QString();
        const bool toRead = !outcome.problem.isEmpty() || !outcome.statusRefused.isEmpty();
        if (!inSight && toRead) {
            m_warning->setText(Formats::sentences({outcome.problem, statuses}));
            m_warning->show();
        } else if (!inSight && told) {
            statusBar()->showMessage(statuses, EndedMs);
        }
    });
}

void MainWindow::buildRuns()
{
    m_bulk = new BulkPage(m_desk, m_pages);
    m_manyPage = new ManyPage(m_pages);
    m_pages->addWidget(m_bulk);
    m_pages->addWidget(m_manyPage);
    connect(m_pages, &QStackedWidget::currentChanged, this, [this] {
        const QWidget *page = m_pages->currentWidget();
        m_manyIsNewer = page == m_manyPage || (m_manyIsNewer && page != m_bulk);
    });
    m_bulk->setExporter([this](const RunId &run) { exportRun(this, m_session, run); });
    m_bulk->setPrinter([this](const RunId &run) { printRun(this, m_session, run); });
    connect(m_bulk, &BulkPage::left, this, &MainWindow::showLastList);
    connect(m_bulk, &BulkPage::orderChosen, this, &MainWindow::openOrder);
    connect(m_bulk, &BulkPage::statusAsked, this, [this](OrderStatus status, const OrderTicks &ticks) {
        m_many->changeStatus(status, ticks, {}, false);
    });
    connect(m_bulk, &BulkPage::statusRowsAsked, this,
            [this](const RunDesk::Outcome &outcome) { m_many->showRefused(outcome); });
    connect(m_manyPage, &ManyPage::left, this, &MainWindow::showLastList);
    connect(m_manyPage, &ManyPage::orderChosen, this, &MainWindow::openOrder);
    m_many = new ManyWork(m_session, *m_manyPage, *this, [this] { return list()->filter(); });
    connect(m_many, &ManyWork::pageAsked, this, [this] { showPage(m_manyPage); });
    connect(m_many, &ManyWork::ended, this, [this](const QString &title, const QString &sentence) {
        m_notice->tellOther(title, sentence, [this] { showManyReport(); });
    });
    buildManyStatus();
    m_manyPage->report().setExporter(
        [this](const ManyOutcome &outcome) { exportMany(this, m_session, outcome); });
    m_manyPage->report().setPrinter(
        [this](const ManyOutcome &outcome) { printMany(this, m_session, outcome); });
    connect(m_many, &ManyWork::said, this,
            [this](const QString &sentence) { statusBar()->showMessage(sentence, SaidMs); });
    connect(m_many, &ManyWork::warned, this, [this](const QString &sentence) {
        m_warning->setText(sentence);
        m_warning->show();
    });
    connect(m_many, &ManyWork::commandAsked, this,
            [this](OperationKind kind, const OrderTicks &ticks, const OrderSort &sort) {
                showPage(m_bulk);
                m_bulk->showPreview(kind, ticks, sort, list()->filter());
            });
}

void MainWindow::showRun(const RunId &run)
{
    if (!m_bulk || run.value.isEmpty()) {
        return;
    }
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    showPage(m_bulk);
    m_bulk->showRun(run);
}

/// In the status bar while it goes on, wherever one looks.
void MainWindow::buildManyStatus()
{
    auto *status = new QToolButton(this);
    status->setObjectName(u"manyStatus"_s);
    status->setAutoRaise(true);
    status->setToolTip(tr("クリックすると一括処理の画面を表示します。"));
    status->hide();
    statusBar()->insertPermanentWidget(0, status);
    connect(status, &QToolButton::clicked, this, &MainWindow::showManyReport);
    connect(&m_manyPage->report(), &ManyReport::moved, status, [this, status] {
        const ManyReport &report = m_manyPage->report();
        status->setText(tr("実行中: %1").arg(report.brief()));
        status->setAccessibleName(status->text());
        status->setVisible(report.busy());
    });
}

void MainWindow::showManyReport()
{
    if (m_manyPage->showReport()) {
        setWindowState(windowState() & ~Qt::WindowMinimized);
        show();
        raise();
        activateWindow();
        showPage(m_manyPage);
        m_manyPage->report().placeFocus();
    }
}

void MainWindow::backToBulkPage()
{
    if (m_manyIsNewer && m_manyPage->showReport()) {
        showManyReport();
    } else if (m_bulk->wasUsed()) {
        showPage(m_bulk);
    } else {
        statusBar()->showMessage(tr("一括処理はまだありません。受注を選択して、一括処理を選んでください。"),
                                 SaidMs);
    }
}

bool MainWindow::ticksMissing()
{
    if (list() && !list()->ticks().isEmpty()) {
        return false;
    }
    statusBar()->showMessage(tr("先に受注を選択してください（行のチェック欄、またはスペースキー）。"),
                             SaidMs);
    return true;
}

void MainWindow::askBulk(OperationKind kind)
{
    if (ticksMissing()) {
        return;
    }
    const OrderTicks ticks = list()->ticks().value();
    const OrderSort sort = list()->model().order();
    showPage(m_bulk);
    m_bulk->showPreview(kind, ticks, sort, list()->filter());
}

void MainWindow::askStatus(OrderStatus status)
{
    if (!ticksMissing()) {
        m_many->changeStatus(status, list()->ticks().value(), list()->model().order());
    }
}

void MainWindow::refreshTicked()
{
    if (!ticksMissing()) {
        m_many->refresh(list()->ticks().value(), list()->model().order());
    }
}

} // namespace kessai
