// RunView: what it shows of a run.
#include "ui/runs/rowtable.h"
#include "ui/runs/runbar.h"
#include "ui/runs/runview.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/paragraph.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int SwatchPx = 12;
constexpr int NamedMaximum = 5; ///< refused orders that are named in the note

} // namespace

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
    if (m_run == run && !m_single) {
        return;
    }
    followOther(run);
    m_single.reset();
    m_note->hide();
    m_problem->hide();
    m_chosen = -1;
    m_parts = runPartsOf({});
    m_items.showRun(run, m_kind, {}, 0);
    m_title->clear();
    m_sentence->setSentences({});
    m_stopWords->setSentences({});
    m_sweep->setSentences({});
    for (QPushButton *control :
         {m_pause, m_resume, m_stop, m_again, m_paired, m_exportButton, m_printButton}) {
        control->hide();
    }
    showParts({});
    showStanding();
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
    m_kind = progress.run.kind;
    m_state = progress.run.state;
    showSentences(progress, standing->sums);
    if (m_problem->text() == progress.run.reason) {
        m_problem->hide(); // it stands in the sentence
    }
    showParts(progress.counts);
    showControls(progress);
    showSweep(progress);
    if (first) {
        m_items.showRun(*m_run, m_kind, {}, progress.total);
    } else {
        m_items.refresh(countOfChosen());
    }
}

void RunView::showSentences(const RunProgress &progress, const RunSums &sums)
{
    m_title->setText(RunWords::headline(progress));
    const bool over = progress.run.state == RunStore::State::Finished;
    m_sentence->setSentences(over ? RunWords::total(progress, &sums) : RunWords::progressSentence(progress));
}

void RunView::showParts(const QMap<OperationState, qint64> &counts)
{
    m_parts = runPartsOf(counts);
    m_bar->setParts(m_parts);
    qint64 all = 0;
    for (int part = 0; part < m_parts.size(); ++part) {
        const RunPart &shown = m_parts.at(part);
        all += shown.count;
        QAbstractButton *choice = m_legend->button(part);
        choice->setIcon(runPartPixmap(shown, SwatchPx, *this));
        choice->setText(tr("%1 %2").arg(shown.word, Formats::count(shown.count)));
        choice->setAccessibleName(tr("%1 %2件を表示する").arg(shown.word, Formats::count(shown.count)));
    }
    QAbstractButton *everything = m_legend->button(int(m_parts.size()));
    everything->setText(tr("すべて %1").arg(Formats::count(all)));
    everything->setAccessibleName(tr("すべて %1件を表示する").arg(Formats::count(all)));
    m_legend->button(m_chosen < 0 ? int(m_parts.size()) : m_chosen)->setChecked(true);
}

void RunView::chooseStates(int part)
{
    m_chosen = part < m_parts.size() ? part : -1;
    if (!m_run) {
        return;
    }
    const QList<OperationState> states = m_chosen < 0 ? QList<OperationState>() : m_parts.at(m_chosen).states;
    m_items.showRun(*m_run, m_kind, states, countOfChosen());
}

qint64 RunView::countOfChosen() const
{
    qint64 count = 0;
    for (int part = 0; part < m_parts.size(); ++part) {
        count += m_chosen < 0 || m_chosen == part ? m_parts.at(part).count : 0;
    }
    return count;
}

void RunView::showControls(const RunProgress &progress)
{
    const bool running = m_state == RunStore::State::Running;
    const bool over = m_state == RunStore::State::Finished;
    const bool hadFocus = m_pause->hasFocus() || m_resume->hasFocus();
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
    const qint64 again =
        progress.counts.value(OperationState::Refused) + progress.counts.value(OperationState::Cancelled);
    m_again->setVisible(over && again > 0);
    m_again->setText(tr("不成立と取りやめをもう一度（%1件）").arg(Formats::count(again)));
    const auto paired = RunWords::pairedStatus(m_kind);
    const qint64 done = progress.counts.value(OperationState::Done);
    m_paired->setVisible(over && paired && done > 0);
    m_paired->setText(paired ? tr("完了した注文を「%1」にする…").arg(Words::of(*paired)) : QString());
    m_exportButton->setVisible(over && m_export);
    m_printButton->setVisible(over && m_print);
}

void RunView::showSweep(const RunProgress &progress)
{
    QStringList sentences;
    if (progress.sweepWaiting) {
        sentences.append(tr("照合待ち %1件: GMOの状態との照合が、このあと自動で行われます。")
                             .arg(Formats::count(progress.total)));
    } else if (progress.run.sweptAt) {
        sentences.append(tr("%1 にGMOの状態と照合しました。").arg(Formats::minute(*progress.run.sweptAt)));
    }
    sentences.append(
        tr("担当: %1、開始 %2").arg(progress.run.askedBy, Formats::minute(progress.run.askedAt)));
    m_sweep->setSentences(Formats::sentences(sentences));
}

void RunView::showSingle(const OperationItem &item, OperationKind kind, const QString &customerName)
{
    followOther({});
    m_single = item;
    m_kind = kind;
    m_chosen = -1;
    const QMap<OperationState, qint64> counts{{item.state, 1}};
    m_title->setText(tr("%1が終わりました").arg(Words::of(kind)));
    m_sentence->setSentences(tr("1件のうち、%1 1件です。").arg(Words::of(item.state)));
    m_sweep->setSentences({});
    m_note->hide();
    m_problem->hide();
    showParts(counts);
    for (QPushButton *control : {m_pause, m_resume, m_stop, m_paired, m_exportButton, m_printButton}) {
        control->hide();
    }
    m_stopWords->hide();
    const bool again = item.state == OperationState::Refused || item.state == OperationState::Cancelled;
    m_again->setVisible(again);
    m_again->setText(tr("不成立と取りやめをもう一度（%1件）").arg(1));
    RunItem row;
    row.order = item.order;
    row.orderNumber = item.orderNumber;
    row.customerName = customerName;
    row.gatewayOrderId = item.gatewayOrderId;
    row.operation = item.operation;
    row.state = item.state;
    row.reason = item.reason;
    row.proof = item.proof;
    row.jobCd = item.jobCd;
    row.codes = item.codes;
    row.amount = item.amount;
    row.paymentStatus = item.paymentStatus;
    m_items.showSingle(kind, row);
    m_table->setFocus();
}

void RunView::showOutcome(const RunDesk::Outcome &outcome)
{
    if (!outcome.problem.isEmpty()) {
        showProblem(outcome.problem);
    }
    if (!outcome.status) {
        return;
    }
    QStringList sentences{tr("%1件の対応状況を「%2」にしました。")
                              .arg(Formats::count(outcome.statusChanged), Words::of(*outcome.status))};
    if (!outcome.statusRefused.isEmpty()) {
        QStringList named;
        for (const StatusChange &refused : outcome.statusRefused.mid(0, NamedMaximum)) {
            named.append(tr("注文 %1: %2").arg(refused.orderNumber, refused.problem));
        }
        sentences.append(
            tr("%1件は変更できませんでした。").arg(Formats::count(outcome.statusRefused.size())));
        sentences.append(named.join(u' '));
    }
    m_note->setText(Formats::sentences(sentences));
    m_note->show();
}

void RunView::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->show();
    showStanding(); // a button that was pressed can be pressed again
}

void RunView::tryAgain()
{
    if (m_run) {
        emit againAsked(*m_run, m_kind);
    } else if (m_single) {
        emit againSingleAsked(m_single->order, m_kind);
    }
}

} // namespace kessai
