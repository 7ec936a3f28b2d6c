#pragma once

#include "ui/runs/previewview.h"
#include "ui/runs/previewwatch.h"
#include "ui/runs/rundesk.h"

#include <QTimer>

class QStackedLayout;

namespace kessai {

class ProgressLine;
class RunView;

/// 一括処理 (S110–S116) as one page over the list: the preview, then in its place the run, then its report.
/// Leaving it stops nothing and changes no tick.
class BulkPage : public QWidget
{
    Q_OBJECT

public:
    BulkPage(RunDesk &desk, QWidget *parent = nullptr);

    /// Reads what the command would do; nothing is sent.
    void showPreview(OperationKind kind, const OrderTicks &ticks, const OrderSort &sort,
                     const OrderFilter &shown);
    /// How this run stands, or its report.
    void showRun(const RunId &run);
    /// What is in sight: a run (its id), or a preview (none).
    [[nodiscard]] std::optional<RunId> shownRun() const;

    /// There was a preview or a run to come back to.
    [[nodiscard]] bool wasUsed() const { return m_used; }

    /// Buttons of a report; empty: none is offered.
    void setExporter(std::function<void(const RunId &)> exporter);
    void setPrinter(std::function<void(const RunId &)> printer);

signals:
    /// Back to the list.
    void left();
    void orderChosen(kessai::OrderId order);
    /// 対応状況 of these orders of a report is to be asked for and changed.
    void statusAsked(kessai::OrderStatus status, const kessai::OrderTicks &ticks);
    /// What became of 対応状況 after a run is to be seen row by row.
    void statusRowsAsked(const kessai::RunDesk::Outcome &outcome);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void connectPreview();
    void connectRun();
    void ask(const PreviewQuestion &question);
    void start();
    void onStarted(const RunId &run);
    void onWorked(const RunDesk::Outcome &outcome);
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
    bool m_startedHere = false; ///< the run that is being planned is the one in sight
    ProgressLine *m_progress;
    QStackedLayout *m_stack = nullptr;
    PreviewView *m_preview;
    RunView *m_run;
};

} // namespace kessai
