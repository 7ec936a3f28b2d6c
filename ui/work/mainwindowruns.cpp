// MainWindow: bulk runs and other work on many orders.
#include "ui/history/runreport.h"
#include "ui/orders/orderlistpage.h"
#include "ui/runs/bulkpage.h"
#include "ui/runs/runnotice.h"
#include "ui/runs/runstatus.h"
#include "ui/runs/runwords.h"
#include "ui/text/formats.h"
#include "ui/widgets/banner.h"
#include "ui/work/mainwindow.h"
#include "ui/work/orderwork.h"

#include <QStackedWidget>
#include <QStatusBar>

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
    m_pages->addWidget(m_bulk);
    m_bulk->setExporter([this](const RunId &run, RunKind kind) { exportRun(this, m_session, run, kind); });
    m_bulk->setPrinter([this](const RunId &run, RunKind kind) { printRun(this, m_session, run, kind); });
    connect(m_bulk, &BulkPage::left, this, &MainWindow::showLastList);
    connect(m_bulk, &BulkPage::orderChosen, this, &MainWindow::openOrder);
    connect(m_bulk, &BulkPage::statusAsked, this,
            [this](OrderStatus status, const OrderTicks &ticks) { changeStatus(status, ticks, {}, false); });
    m_orderWork = new OrderWork(m_session, *this);
    connect(m_orderWork, &OrderWork::said, this,
            [this](const QString &sentence) { statusBar()->showMessage(sentence, SaidMs); });
    connect(m_orderWork, &OrderWork::warned, this, [this](const QString &sentence) {
        m_warning->setText(sentence);
        m_warning->show();
    });
    const auto preview = [this](OperationKind kind, const OrderTicks &ticks) {
        showPreview(kind, ticks, {});
    };
    connect(m_orderWork, &OrderWork::commandAsked, this, preview);
    connect(m_bulk, &BulkPage::commandAsked, this, preview);
}

void MainWindow::showPreview(OperationKind kind, const OrderTicks &ticks, const OrderSort &sort)
{
    showPage(m_bulk);
    m_bulk->showPreview(kind, inList(ticks, sort));
}

ListTicks MainWindow::inList(const OrderTicks &ticks, const OrderSort &sort)
{
    return {ticks, sort, list()->filter(), list()->model().answeredIds()};
}

void MainWindow::showPreview(const ManyQuestion &question)
{
    showPage(m_bulk);
    m_bulk->showPreview(question);
}

void MainWindow::refreshTicks(const OrderTicks &ticks, const OrderSort &sort)
{
    ManyQuestion question;
    static_cast<ListTicks &>(question) = inList(ticks, sort);
    showPreview(question);
}

void MainWindow::changeStatus(OrderStatus status, const OrderTicks &ticks, const OrderSort &sort,
                              bool fromList)
{
    if (!ticks.everything && ticks.ids.size() == 1) {
        m_orderWork->askStatus(*ticks.ids.begin(), status);
        return;
    }
    ManyQuestion question;
    question.kind = RunKind::Status;
    question.status = status;
    static_cast<ListTicks &>(question) = inList(ticks, sort);
    question.fromList = fromList;
    showPreview(question);
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

void MainWindow::backToBulkPage()
{
    if (m_bulk->wasUsed()) {
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
    if (!ticksMissing()) {
        showPreview(kind, list()->ticks().value(), list()->model().order());
    }
}

void MainWindow::askStatus(OrderStatus status)
{
    if (!ticksMissing()) {
        changeStatus(status, list()->ticks().value(), list()->model().order());
    }
}

void MainWindow::refreshTicked()
{
    if (!ticksMissing()) {
        refreshTicks(list()->ticks().value(), list()->model().order());
    }
}

} // namespace kessai
