#pragma once

#include "ui/runs/manypreview.h"
#include "ui/runs/previewview.h"
#include "ui/runs/previewwatch.h"
#include "ui/runs/rundesk.h"

#include <QHash>
#include <QTimer>

#include <functional>

class QStackedLayout;

namespace kessai {

class ProgressLine;
class RunView;

/// 一括処理 (S43, S61, S110–S116) as one page over the list: the preview, then in its place the run, then its
/// report. Leaving it stops nothing and changes no tick.
class BulkPage : public QWidget
{
    Q_OBJECT

public:
    BulkPage(RunDesk &desk, QWidget *parent = nullptr);

    /// Reads what the command would do; nothing is sent.
    void showPreview(OperationKind kind, const ListTicks &list);
    /// The same of 状態一括確認 and of a change of 対応状況.
    void showPreview(const ManyQuestion &question);
    /// How this run stands, or its report.
    void showRun(const RunId &run);
    /// What is in sight: a run (its id), or a preview (none).
    [[nodiscard]] std::optional<RunId> shownRun() const;

    /// There was a preview or a run to come back to.
    [[nodiscard]] bool wasUsed() const { return m_used; }

    /// Buttons of a report; empty: none is offered.
    using ReportAction = std::function<void(const RunId &run, RunKind kind)>;
    void setExporter(ReportAction exporter);
    void setPrinter(ReportAction printer);

signals:
    /// Back to the list.
    void left();
    void orderChosen(kessai::OrderId order);
    /// 対応状況 of these orders of a report is to be asked for and changed.
    void statusAsked(kessai::OrderStatus status, const kessai::OrderTicks &ticks);
    /// The preview of this command for the orders that a run changed is wanted (S44).
    void commandAsked(kessai::OperationKind kind, const kessai::OrderTicks &ticks);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    static constexpr char ManyPlanReads[] = "manyPlan"; ///< the kind of its reads

    void connectPreview();
    void connectOrders();
    void connectRun();
    void stopReading();
    void ask(const PreviewQuestion &question);
    void start();
    void startOrders();
    void awaitStart();
    void onStarted(const RunId &run);
    void onWorked(const RunDesk::Outcome &outcome);
    void askAgain(const RunId &run, RunKind kind);
    void showRefused(const RunDesk::Outcome &outcome);
    void goOnWithCommand(const RunProgress &progress);
    void askCommand(const RunId &run, OperationKind kind);
    void noticeMoved();
    void judgeDay();
    void leave();
    void askStatusOfDone(const RunId &run, OrderStatus status);

    RunDesk &m_desk;
    PreviewReading m_reading;
    PreviewWatch m_watch;
    PreviewQuestion m_question;
    QTimer m_dayTimer; ///< a preview may stand open over midnight
    bool m_used = false;
    bool m_startedHere = false;          ///< the run that is being planned is the one in sight
    int m_generation = 0;                ///< of the plan that is read; later ones make the earlier worthless
    std::optional<OperationKind> m_then; ///< wanted after the run that is being planned
    QHash<RunId, OperationKind> m_thenAfter; ///< the same of those that run
    ProgressLine *m_progress;
    QStackedLayout *m_stack = nullptr;
    PreviewView *m_preview;
    ManyPreview *m_orders;
    RunView *m_run;
};

} // namespace kessai
