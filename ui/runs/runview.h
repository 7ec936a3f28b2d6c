#pragma once

#include "ui/runs/rundesk.h"
#include "ui/runs/runitemsmodel.h"
#include "ui/runs/runwords.h"

#include <QWidget>

#include <functional>

class QBoxLayout;
class QButtonGroup;
class QLabel;
class QPushButton;
class QToolButton;

namespace kessai {

class Banner;
class Paragraph;
class RowTable;
class RunBar;

/// A run while it works, and its report when it is over: one bar of parts, how far it is, what stops it, and
/// the rows. Everything is read from the database.
class RunView : public QWidget
{
    Q_OBJECT

public:
    RunView(RunDesk &desk, QWidget *parent = nullptr);
    ~RunView() override;

    void showRun(const RunId &run);
    /// One order alone, which is no run: its report only.
    void showSingle(const OperationItem &item, OperationKind kind, const QString &customerName);
    /// What came besides: why it paused, what became of 対応状況.
    void showOutcome(const RunDesk::Outcome &outcome);
    void showProblem(const QString &problem);
    [[nodiscard]] const std::optional<RunId> &run() const { return m_run; }

    /// Buttons of a finished run's report; empty: none is offered.
    void setExporter(std::function<void(const RunId &)> exporter);
    void setPrinter(std::function<void(const RunId &)> printer);

signals:
    void againAsked(const kessai::RunId &run, kessai::OperationKind kind);
    void againSingleAsked(kessai::OrderId order, kessai::OperationKind kind);
    /// 対応状況 of what is done, by hand: also of what was in doubt when the run ended.
    void statusOfDoneAsked(const kessai::RunId &run, kessai::OrderStatus status);
    void orderChosen(kessai::OrderId order);
    void leaveAsked();

private:
    void buildHead(QBoxLayout &column);
    void buildLegend(QBoxLayout &column);
    void buildControls(QBoxLayout &column);
    void buildFoot(QBoxLayout &column);
    QPushButton *button(const QString &text, const QString &objectName);
    void followOther(std::optional<RunId> run);
    void showStanding();
    void showSentences(const RunProgress &progress, const RunSums &sums);
    void showControls(const RunProgress &progress);
    void showParts(const QMap<OperationState, qint64> &counts);
    void chooseStates(int part);
    [[nodiscard]] qint64 countOfChosen() const;
    void showSweep(const RunProgress &progress);
    void tryAgain();

    RunDesk &m_desk;
    std::optional<RunId> m_run;
    std::optional<OperationItem> m_single;
    OperationKind m_kind = OperationKind::Capture;
    QList<RunPart> m_parts;
    RunStore::State m_state = RunStore::State::Running;
    RunItemsModel m_items;
    std::function<void(const RunId &)> m_export;
    std::function<void(const RunId &)> m_print;
    int m_chosen = -1; ///< part whose rows are shown; -1 all
    QLabel *m_title;
    Paragraph *m_sentence;
    RunBar *m_bar;
    QButtonGroup *m_legend;
    Banner *m_note;
    Banner *m_problem;
    QPushButton *m_pause;
    QPushButton *m_resume;
    QPushButton *m_stop;
    Paragraph *m_stopWords;
    Paragraph *m_sweep;
    RowTable *m_table;
    QPushButton *m_again;
    QPushButton *m_paired;
    QPushButton *m_exportButton;
    QPushButton *m_printButton;
    QPushButton *m_back;
};

} // namespace kessai
