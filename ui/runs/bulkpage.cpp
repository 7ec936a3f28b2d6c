#include "ui/runs/bulkpage.h"

#include "ui/runs/runview.h"
#include "ui/widgets/progressline.h"

#include <QKeyEvent>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

// 状態一括確認 and 対応状況 are in bulkpageorders.cpp.

namespace kessai {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

BulkPage::BulkPage(RunDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_reading(desk.session())
    , m_watch(desk.session())
    , m_progress(new ProgressLine(this))
    , m_preview(new PreviewView(this))
    , m_orders(new ManyPreview(this))
    , m_run(new RunView(desk, this))
{
    setObjectName(u"bulkPage"_s);
    auto *body = new QWidget(this);
    m_stack = new QStackedLayout(body);
    m_stack->addWidget(m_preview);
    m_stack->addWidget(m_orders);
    m_stack->addWidget(m_run);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_progress);
    column->addWidget(body, 1);
    m_dayTimer.setInterval(20s);
    connect(&m_dayTimer, &QTimer::timeout, this, &BulkPage::judgeDay);
    m_preview->setSession(desk.session());
    m_orders->setSession(desk.session());
    connectPreview();
    connectOrders();
    connectRun();
}

void BulkPage::connectPreview()
{
    connect(&m_reading, &PreviewReading::answered, this,
            [this](const std::shared_ptr<const PreviewAnswer> &answer) {
                m_progress->setActive(false);
                m_preview->showAnswer(answer);
                m_watch.watch(answer);
            });
    connect(&m_reading, &PreviewReading::failed, this, [this](const QString &message) {
        m_progress->setActive(false);
        m_preview->showFailure(message);
    });
    connect(m_preview, &PreviewView::startAsked, this, &BulkPage::start);
    connect(m_preview, &PreviewView::keepGatewayAmountChosen, this, [this](bool keep) {
        m_question.keepGatewayAmount = keep;
        ask(m_question);
    });
    connect(m_preview, &PreviewView::readAgainAsked, this, [this] {
        m_question.listed.reset(); // what the list showed then
        ask(m_question);
    });
    connect(m_preview, &PreviewView::leaveAsked, this, &BulkPage::leave);
    connect(m_preview, &PreviewView::orderChosen, this, &BulkPage::orderChosen);
    connect(&m_watch, &PreviewWatch::moved, this, &BulkPage::noticeMoved);
    connect(&m_desk.session(), &ShopSession::gatewayAnswered, this, &BulkPage::judgeDay);
}

void BulkPage::connectRun()
{
    connect(&m_desk, &RunDesk::started, this, &BulkPage::onStarted);
    connect(&m_desk, &RunDesk::worked, this, &BulkPage::onWorked);
    connect(&m_desk, &RunDesk::failed, this, [this](const QString &problem) {
        if (m_stack->currentWidget() == m_run) {
            m_run->showProblem(problem);
        }
    });
    connect(m_run, &RunView::leaveAsked, this, &BulkPage::leave);
    connect(m_run, &RunView::orderChosen, this, &BulkPage::orderChosen);
    connect(m_run, &RunView::statusOfDoneAsked, this, &BulkPage::askStatusOfDone);
    connect(m_run, &RunView::againAsked, this, &BulkPage::askAgain);
    connect(m_run, &RunView::statusRowsAsked, this, &BulkPage::showRefused);
    connect(m_run, &RunView::commandAsked, this, &BulkPage::askCommand);
}

void BulkPage::setExporter(ReportAction exporter)
{
    m_run->setExporter(std::move(exporter));
}

void BulkPage::setPrinter(ReportAction printer)
{
    m_run->setPrinter(std::move(printer));
}

void BulkPage::showPreview(OperationKind kind, const ListTicks &list)
{
    m_used = true;
    PreviewQuestion question;
    static_cast<ListTicks &>(question) = list;
    question.kind = kind;
    ask(question);
}

void BulkPage::ask(const PreviewQuestion &question)
{
    if (m_startedHere) {
        return; // its answer comes first
    }
    stopReading();
    m_question = question;
    m_stack->setCurrentWidget(m_preview);
    m_preview->showReading(question.kind);
    m_progress->setActive(true);
    m_reading.ask(question);
    m_dayTimer.start();
}

void BulkPage::showRun(const RunId &run)
{
    m_used = true;
    stopReading();
    m_stack->setCurrentWidget(m_run);
    m_run->showRun(run);
}

std::optional<RunId> BulkPage::shownRun() const
{
    return m_stack->currentWidget() == m_run ? m_run->run() : std::nullopt;
}

/// Exactly what stands in the preview, with what the person saw (design.md §4).
void BulkPage::start()
{
    const auto answer = m_preview->answer();
    if (!answer || m_startedHere || m_reading.isReading()) {
        return;
    }
    const auto requests = [answer, operatorName = m_desk.session().operatorName(),
                           then = m_preview->thenStatus()] {
        QList<OperationRequest> asked = requestsOf(answer->preview, operatorName);
        if (!asked.isEmpty()) { // the first one speaks for the run
            asked.first().asRun = true;
            asked.first().thenStatus = then;
        }
        return asked;
    };
    if (!m_desk.start(requests)) {
        return;
    }
    m_watch.watch(nullptr); // the run looks at each by itself
    m_preview->showStarting();
    awaitStart();
}

void BulkPage::awaitStart()
{
    m_startedHere = true;
    m_progress->setActive(true);
}

void BulkPage::onStarted(const RunId &run)
{
    if (m_startedHere) {
        m_startedHere = false;
        if (const auto then = std::exchange(m_then, {})) {
            m_thenAfter.insert(run, *then);
        }
        showRun(run);
    }
}

void BulkPage::onWorked(const RunDesk::Outcome &outcome)
{
    const bool awaited = m_startedHere && (!outcome.run || m_stack->currentWidget() != m_run);
    if (awaited) {
        m_startedHere = false;
        m_progress->setActive(false);
        if (outcome.run) {
            showRun(*outcome.run);
        } else if (m_stack->currentWidget() == m_orders) {
            m_orders->showNotStarted(outcome.problem);
            return;
        } else {
            m_preview->showNotStarted(outcome.problem);
            m_watch.watch(m_preview->answer());
            return;
        }
    }
    const bool shown = m_stack->currentWidget() == m_run && (outcome.run == m_run->run());
    if (shown) {
        m_run->showOutcome(outcome);
    }
}

void BulkPage::noticeMoved()
{
    if (m_stack->currentWidget() == m_preview && !m_startedHere) {
        m_preview->showStale(tr(
            "この画面を開いたあとで変わった注文があります。変わった注文は送信されず、取りやめになります。"));
        judgeDay(); // which says more, where both are so
    }
}

/// The word of a cancel moves with the gateway's day.
void BulkPage::judgeDay()
{
    const bool inSight = m_stack->currentWidget() == m_preview;
    const auto answer = m_preview->answer();
    if (inSight && answer && !m_startedHere && answer->madeOn != m_desk.session().today()) {
        m_preview->showStale(
            tr("日付が変わりました。送る言葉と期限が変わることがあるので、読み直してから実行してください。"));
    }
}

void BulkPage::stopReading()
{
    ++m_generation;
    m_desk.session().stopReads(ManyPlanReads);
    m_reading.stop();
    m_watch.watch(nullptr);
    m_progress->setActive(false);
    m_dayTimer.stop();
}

void BulkPage::leave()
{
    stopReading();
    emit left();
}

void BulkPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_startedHere) {
        leave();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace kessai
