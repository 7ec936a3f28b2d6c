// BulkPage: 状態一括確認 and 対応状況, and what goes on from a report.
#include "ui/models/whendone.h"
#include "ui/runs/bulkpage.h"
#include "ui/runs/runview.h"
#include "ui/widgets/progressline.h"

#include <QStackedLayout>

#include <limits>

namespace kessai {

namespace {

OrderTicks ticksOf(const QList<OrderId> &orders)
{
    OrderTicks ticks;
    ticks.ids = QSet<OrderId>(orders.begin(), orders.end());
    return ticks;
}

/// On the engine's thread.
OrderRunRequest requestOf(const ManyPlan &plan)
{
    OrderRunRequest request;
    request.kind = plan.question.kind;
    if (request.kind == RunKind::Status) {
        request.wantedStatus = plan.question.status;
    }
    request.items.reserve(plan.runRows.size());
    for (const int place : plan.runRows) {
        const ManyPlanRow &row = plan.rows.at(place);
        const bool reads = request.kind == RunKind::Refresh;
        request.items.append({row.order, reads ? row.payment : std::nullopt});
    }
    return request;
}

} // namespace

void BulkPage::connectOrders()
{
    connect(m_orders, &ManyPreview::startAsked, this, &BulkPage::startOrders);
    connect(m_orders, &ManyPreview::leaveAsked, this, &BulkPage::leave);
    connect(m_orders, &ManyPreview::orderChosen, this, &BulkPage::orderChosen);
    connect(&m_desk, &RunDesk::cameToRest, this, &BulkPage::goOnWithCommand);
}

void BulkPage::showPreview(const ManyQuestion &question)
{
    if (m_startedHere) {
        return; // its answer comes first
    }
    m_used = true;
    stopReading();
    m_stack->setCurrentWidget(m_orders);
    m_orders->showReading(question.kind);
    m_progress->setActive(true);
    const auto job = [question](Database &database) { return manyPlan(database, question); };
    const auto done = [this, generation =
                                 m_generation](const StorageResult<std::shared_ptr<const ManyPlan>> &plan) {
        if (generation != m_generation) {
            return;
        }
        m_progress->setActive(false);
        if (plan) {
            m_orders->showPlan(*plan);
        } else {
            m_orders->showFailure(plan.error().message);
        }
    };
    const auto dropped = [this, generation = m_generation] {
        if (generation == m_generation) {
            m_progress->setActive(false);
            m_orders->showFailure(tr("店舗を閉じています。"));
        }
    };
    whenDone(m_desk.session().onReader(ManyPlanReads, job), this, done, dropped);
}

/// Exactly what stands in the preview.
void BulkPage::startOrders()
{
    const auto plan = m_orders->plan();
    if (plan && !m_startedHere && m_desk.startOrders([plan] { return requestOf(*plan); })) {
        m_then = m_orders->thenCommand();
        awaitStart();
    }
}

void BulkPage::askAgain(const RunId &run, RunKind kind)
{
    if (const auto operation = operationOf(kind)) {
        PreviewQuestion question;
        question.kind = *operation;
        question.again = run;
        ask(question);
        return;
    }
    const RunDesk::Standing *standing = m_desk.standingOf(run);
    ManyQuestion question;
    question.kind = kind;
    question.again = run;
    if (standing && standing->progress.run.wantedStatus) {
        question.status = *standing->progress.run.wantedStatus;
    }
    showPreview(question);
}

/// Orders whose 対応状況 could not be changed after a run: the preview lists each with its reason.
void BulkPage::showRefused(const RunDesk::Outcome &outcome)
{
    ManyQuestion question;
    question.kind = RunKind::Status;
    question.status = outcome.status.value_or(question.status);
    question.fromList = false;
    for (const StatusChange &change : outcome.statusRefused) {
        question.ticks.ids.insert(change.order);
    }
    showPreview(question);
}

/// Only where all went well and somebody looks: else there is something to read first, or something else is
/// being done; the report has a button.
void BulkPage::goOnWithCommand(const RunProgress &progress)
{
    const RunStore::Run &run = progress.run;
    const auto then = m_thenAfter.constFind(run.id);
    if (then == m_thenAfter.constEnd() || run.state != RunStore::State::Finished) {
        return;
    }
    const OperationKind command = m_thenAfter.take(run.id);
    const qint64 left =
        run.counts.value(OperationState::Refused) + run.counts.value(OperationState::Cancelled);
    if (run.changedCount > 0 && left == 0 && isVisible() && shownRun() == run.id) {
        askCommand(run.id, command);
    }
}

/// Not the ticks: what they match may be another set now that the status has changed.
void BulkPage::askCommand(const RunId &run, OperationKind kind)
{
    const auto job = [run](Database &database) { return ordersChanged(database, run); };
    whenDone(m_desk.session().onReader(QByteArrayLiteral("changedOfRun"), job), this,
             [this, kind](const StorageResult<QList<OrderId>> &orders) {
                 if (orders) {
                     emit commandAsked(kind, ticksOf(*orders));
                 } else {
                     m_run->showProblem(orders.error().message);
                 }
             });
}

void BulkPage::askStatusOfDone(const RunId &run, OrderStatus status)
{
    const auto job = [run](Database &database) {
        return runItems(database, run, {OperationState::Done}, 0, std::numeric_limits<int>::max());
    };
    whenDone(m_desk.session().onReader(QByteArrayLiteral("doneOfRun"), job), this,
             [this, status](const StorageResult<QList<RunItem>> &items) {
                 if (!items) {
                     m_run->showProblem(items.error().message);
                     return;
                 }
                 QList<OrderId> orders;
                 for (const RunItem &item : *items) {
                     orders.append(item.order);
                 }
                 emit statusAsked(status, ticksOf(orders));
             });
}

} // namespace kessai
