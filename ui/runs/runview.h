#pragma once

#include "ui/runs/rundesk.h"
#include "ui/runs/runitemsmodel.h"
#include "ui/runs/runwords.h"

#include <QWidget>

#include <functional>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace kessai {

class Banner;
class Paragraph;
class PartLegend;
class RowDetails;
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
    /// What came besides: why it paused, what became of 対応状況.
    void showOutcome(const RunDesk::Outcome &outcome);
    void showProblem(const QString &problem);
    [[nodiscard]] const std::optional<RunId> &run() const { return m_run; }

    /// Buttons of a finished run's report; empty: none is offered.
    using ReportAction = std::function<void(const RunId &run, RunKind kind)>;
    void setExporter(ReportAction exporter);
    void setPrinter(ReportAction printer);

signals:
    void againAsked(const kessai::RunId &run, kessai::RunKind kind);
    /// The command that fits what 対応状況 was changed to (S44), for the orders that this run changed.
    void commandAsked(const kessai::RunId &run, kessai::OperationKind kind);
    /// 対応状況 of what is done, by hand: also of what was in doubt when the run ended.
    void statusOfDoneAsked(const kessai::RunId &run, kessai::OrderStatus status);
    /// The rows of what became of 対応状況 are to be seen.
    void statusRowsAsked(const kessai::RunDesk::Outcome &outcome);
    void orderChosen(kessai::OrderId order);
    void leaveAsked();

private:
    void buildHead(QBoxLayout &column);
    void buildControls(QBoxLayout &column);
    void buildFoot(QBoxLayout &column);
    QPushButton *button(const QString &text, const QString &objectName);
    void followOther(std::optional<RunId> run);
    void showStanding();
    void showSentences(const RunDesk::Standing &standing);
    void showControls(const RunDesk::Standing &standing);
    void showAgain(const RunDesk::Standing &standing);
    void showFollowing(const RunDesk::Standing &standing);
    void showColumns();
    void showParts(const QList<RunPart> &parts);
    void chooseStates(int part);
    [[nodiscard]] qint64 countOfChosen() const;
    void showSweep(const RunProgress &progress, const std::optional<OrderStatus> &promised);
    void placeFocus();
    void addInquiry();

    RunDesk &m_desk;
    std::optional<RunId> m_run;
    RunKind m_kind = RunKind::Capture;
    std::optional<OperationKind> m_fitting; ///< the command that goes with the changed 対応状況
    QList<RunPart> m_parts;
    RunStore::State m_state = RunStore::State::Running;
    RunItemsModel m_items;
    ReportAction m_export;
    ReportAction m_print;
    RunDesk::Outcome m_outcome; ///< what became of 対応状況, where some could not be changed
    QLabel *m_title;
    Paragraph *m_sentence;
    RunBar *m_bar;
    PartLegend *m_legend;
    Banner *m_note;
    QPushButton *m_noteRows = nullptr;
    Banner *m_problem;
    QPushButton *m_pause;
    QPushButton *m_resume;
    QPushButton *m_stop;
    Paragraph *m_stopWords;
    Paragraph *m_sweep;
    RowTable *m_table;
    RowDetails *m_details;
    QPushButton *m_again;
    QPushButton *m_paired;
    QPushButton *m_then;
    QPushButton *m_exportButton;
    QPushButton *m_printButton;
    QPushButton *m_back;
};

} // namespace kessai
