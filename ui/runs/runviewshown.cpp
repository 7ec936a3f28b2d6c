// RunView: what it shows of a run.
#include "ui/runs/partlegend.h"
#include "ui/runs/rowtable.h"
#include "ui/runs/runbar.h"
#include "ui/runs/runview.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/paragraph.h"

#include <QLabel>
#include <QPushButton>

#include <utility>

namespace kessai {

using namespace Qt::StringLiterals;

void RunView::followOther(std::optional<RunId> run)
{
    if (run == m_run) {
        return;
    }
    if (m_run) {
        m_desk.unfollow(*m_run);
    }
    m_run = run;
    if (m_run) {
        m_desk.follow(*m_run);
    }
}

void RunView::showRun(const RunId &run)
{
    if (m_run == run) {
        placeFocus();
        return;
    }
    followOther(run);
    m_outcome = {};
    m_note->hide();
    m_problem->hide();
    m_items.showRun(run, m_kind, {}, 0);
    m_title->clear();
    m_sentence->setSentences({});
    m_stopWords->setSentences({});
    m_sweep->setSentences({});
    for (QPushButton *control :
         {m_pause, m_resume, m_stop, m_again, m_paired, m_then, m_exportButton, m_printButton}) {
        control->hide();
    }
    RunStore::Run unread;
    unread.kind = m_kind; // most likely: what it is will be read at once
    showParts(runPartsOf(unread));
    m_legend->choose(-1);
    showStanding();
    placeFocus();
}

/// In the rows: no key that comes now presses anything.
void RunView::placeFocus()
{
    m_table->setFocus();
}

void RunView::showStanding()
{
    const RunDesk::Standing *standing = m_run ? m_desk.standingOf(*m_run) : nullptr;
    if (!standing) {
        return;
    }
    const RunProgress &progress = standing->progress;
    const bool first = m_title->text().isEmpty();
    const bool otherKind = std::exchange(m_kind, progress.run.kind) != progress.run.kind;
    m_state = progress.run.state;
    showSentences(*standing);
    if (m_problem->text() == progress.run.reasonInWords()) {
        m_problem->hide(); // it stands in the sentence
    }
    showParts(runPartsOf(progress.run));
    showControls(*standing);
    showFollowing(*standing);
    showSweep(progress, standing->promised);
    if (otherKind) {
        showColumns();
    }
    if (first) {
        m_items.showRun(*m_run, m_kind, {}, progress.total);
    } else {
        m_items.refresh(countOfChosen());
    }
}

void RunView::showSentences(const RunDesk::Standing &standing)
{
    const RunProgress &progress = standing.progress;
    m_title->setText(RunWords::headline(progress));
    const bool over = progress.run.state == RunStore::State::Finished;
    if (!over) {
        m_sentence->setSentences(RunWords::progressSentence(progress));
        return;
    }
    QStringList sentences{RunWords::total(progress, standing.sums ? &*standing.sums : nullptr)};
    sentences.append(progress.run.reasonInWords()); // who stopped it, and when
    if (standing.sumsUnreadable) {
        sentences.append(tr("金額の合計は読み取れませんでした。"));
    }
    m_sentence->setSentences(Formats::sentences(sentences));
}

/// The words of each kind have their own length: what is left goes to the reason.
void RunView::showColumns()
{
    using Column = RunItemsModel::Column;
    for (int column = 0; column < int(Column::Count); ++column) {
        m_table->setColumnHidden(column, !RunItemsModel::hasColumn(m_kind, Column(column)));
    }
    m_table->setColumnCharacters(int(Column::State), operationOf(m_kind) ? 12 : 10);
    for (const Column column : {Column::Before, Column::After}) {
        m_table->setColumnCharacters(int(column), m_kind == RunKind::Refresh ? 11 : 7);
    }
}

void RunView::showParts(const QList<RunPart> &parts)
{
    m_parts = parts;
    m_bar->setParts(m_parts);
    m_legend->setParts(m_parts);
}

void RunView::chooseStates(int part)
{
    if (!m_run) {
        return;
    }
    m_items.showRun(*m_run, m_kind, part < 0 ? std::nullopt : std::optional(m_parts.at(part)),
                    countOfChosen());
}

qint64 RunView::countOfChosen() const
{
    qint64 count = 0;
    const int chosen = m_legend->chosenPart();
    for (int part = 0; part < m_parts.size(); ++part) {
        count += chosen < 0 || chosen == part ? m_parts.at(part).count : 0;
    }
    return count;
}

void RunView::showControls(const RunDesk::Standing &standing)
{
    const RunProgress &progress = standing.progress;
    const bool running = m_state == RunStore::State::Running;
    const bool over = m_state == RunStore::State::Finished;
    const bool hadFocus = m_pause->hasFocus() || m_resume->hasFocus() || (over && m_stop->hasFocus());
    m_pause->setVisible(running);
    m_pause->setEnabled(running);
    m_resume->setVisible(m_state == RunStore::State::Paused);
    m_resume->setEnabled(m_state == RunStore::State::Paused);
    m_stop->setVisible(!over);
    m_stop->setEnabled(!over && progress.counts.value(OperationState::Planned) > 0);
    if (hadFocus) { // the key that paused must not begin something else
        (over ? static_cast<QWidget *>(m_table) : running ? m_pause : m_resume)->setFocus();
    }
    m_stopWords->setSentences(RunWords::stopExplanation(progress));
    m_stopWords->setVisible(!over);
    showAgain(standing);
    m_exportButton->setVisible(over && m_export);
    m_printButton->setVisible(over && m_print);
}

/// What can run again by the rules as they stand now; the others are in the rows, with why they ended.
void RunView::showAgain(const RunDesk::Standing &standing)
{
    const QMap<OperationState, qint64> &counts = standing.progress.counts;
    const bool some = counts.value(OperationState::Refused) + counts.value(OperationState::Cancelled) > 0;
    m_again->setVisible(m_state == RunStore::State::Finished && some);
    m_again->setEnabled(standing.canRunAgain != 0);
    m_again->setText(RunWords::again(m_kind, standing.canRunAgain));
    m_again->setToolTip(standing.canRunAgain == 0
                            ? tr("今もう一度実行できる注文はありません。理由は各行で確かめられます。")
                            : QString());
}

/// What goes with it next: 対応状況 of what is done, or the command of what changed (S44, S64, S66).
void RunView::showFollowing(const RunDesk::Standing &standing)
{
    const bool over = m_state == RunStore::State::Finished;
    const auto paired = RunWords::pairedStatus(m_kind);
    m_paired->setVisible(over && standing.statusLeft);
    m_paired->setText(paired ? tr("完了した注文を「%1」にする…").arg(Words::of(*paired)) : QString());
    m_fitting = standing.fittingCommand;
    m_then->setVisible(over && m_fitting);
    m_then->setText(m_fitting ? tr("変更した注文の%1へ…").arg(RunWords::nameOf(*m_fitting)) : QString());
}

void RunView::showSweep(const RunProgress &progress, const std::optional<OrderStatus> &promised)
{
    QStringList sentences;
    const qint64 sent = progress.run.sentCount();
    if (progress.sweepWaiting && sent > 0) { // of the rest nothing was sent
        sentences.append(
            tr("照合待ち %1件: GMOの状態との照合が、このあと自動で行われます。").arg(Formats::count(sent)));
    } else if (progress.run.sweptAt) {
        sentences.append(tr("%1 にGMOの状態と照合しました。").arg(Formats::minute(*progress.run.sweptAt)));
    }
    const qint64 unknown =
        progress.counts.value(OperationState::InDoubt) + progress.counts.value(OperationState::Conflict);
    if (promised && m_state == RunStore::State::Finished && unknown > 0) {
        sentences.append(tr("結果が未確定の%1件は、完了と確認でき次第、対応状況を「%2」にします。")
                             .arg(Formats::count(unknown), Words::of(*promised)));
    } else if (promised) {
        sentences.append(tr("完了した注文の対応状況を「%1」にします。").arg(Words::of(*promised)));
    }
    sentences.append(
        tr("担当: %1、開始 %2").arg(progress.run.askedBy, Formats::minute(progress.run.askedAt)));
    m_sweep->setSentences(Formats::sentences(sentences));
}

void RunView::showOutcome(const RunDesk::Outcome &outcome)
{
    if (!outcome.problem.isEmpty()) {
        showProblem(outcome.problem);
    }
    if (!outcome.status) {
        return;
    }
    if (outcome.statusChanged == 0 && outcome.statusRefused.isEmpty()) {
        return; // nothing was due
    }
    m_outcome = outcome;
    m_note->setText(
        RunWords::statusSentence(*outcome.status, outcome.statusChanged, outcome.statusRefused.size()));
    m_noteRows->setVisible(!outcome.statusRefused.isEmpty());
    m_note->show();
}

void RunView::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->show();
    showStanding(); // a button that was pressed can be pressed again
}

} // namespace kessai
