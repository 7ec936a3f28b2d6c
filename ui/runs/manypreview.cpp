#include "ui/runs/manypreview.h"

#include "ui/runs/previewrows.h"
#include "ui/runs/rowtable.h"
#include "ui/runs/runwords.h"
#include "ui/runs/statusquestion.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/stylesheet.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int SideCharacters = 24; ///< width of the left side, as in the preview of a run

Paragraph *paragraphIn(QVBoxLayout &column, const QString &name)
{
    auto *paragraph = new Paragraph({}, column.parentWidget());
    paragraph->setObjectName(name);
    column.addWidget(paragraph);
    return paragraph;
}

void say(Paragraph &paragraph, const QString &text)
{
    paragraph.setSentences(text);
    paragraph.setVisible(!text.isEmpty());
}

} // namespace

ManyPreview::ManyPreview(QWidget *parent)
    : QWidget(parent)
    , m_runs(PreviewModel::Half::Runs)
    , m_leftOut(PreviewModel::Half::LeftOut)
    , m_problem(new Banner(Meaning::NeedsPerson, this))
{
    setObjectName(u"manyPreview"_s);
    m_problem->setObjectName(u"manyProblem"_s);
    m_problem->hide();
    buildRows(); // first, so that Tab leads from them to the buttons
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(buildSide());
    row->addWidget(m_rows, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_problem);
    column->addLayout(row, 1);
}

void ManyPreview::setSession(ShopSession &session)
{
    m_runs.setSession(session);
    m_leftOut.setSession(session);
}

QWidget *ManyPreview::buildSide()
{
    auto *side = new QWidget(this);
    side->setFixedWidth(fontMetrics().horizontalAdvance(u'あ') * SideCharacters + 40);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(24, 20, 16, 16);
    column->setSpacing(12);
    m_title = new QLabel(side);
    m_title->setObjectName(u"manyPreviewTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    setTone(*m_title, Tone::Quiet);
    column->addWidget(m_title);
    m_summary = paragraphIn(*column, u"manySummary"_s);
    QFont large = m_summary->font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setBold(true);
    m_summary->setFont(large);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_consequence = paragraphIn(*column, u"manyConsequence"_s);
    m_hidden = paragraphIn(*column, u"manyHidden"_s);
    setTone(*m_hidden, Tone::Work);
    m_then = new QCheckBox(side);
    m_then->setObjectName(u"manyThenCommand"_s);
    column->addWidget(m_then);
    column->addStretch(1);
    m_start = new QPushButton(side);
    m_start->setObjectName(u"manyStart"_s);
    m_start->setProperty("primary", true);
    m_back = new QPushButton(tr("実行せずに戻る"), side);
    m_back->setObjectName(u"manyLeavePreview"_s);
    for (QPushButton *button : {m_start, m_back}) {
        button->setAutoDefault(false);
        column->addWidget(button);
    }
    connect(m_start, &QPushButton::clicked, this, [this] {
        m_start->setEnabled(false); // an impatient second click is none
        emit startAsked();
    });
    connect(m_back, &QPushButton::clicked, this, &ManyPreview::leaveAsked);
    return side;
}

void ManyPreview::buildRows()
{
    using Column = PreviewModel::Column;
    m_rows = new PreviewRows(u"many"_s, m_runs, m_leftOut, this);
    const QList<std::pair<Column, int>> widths{{Column::OrderNumber, 5},
                                               {Column::Customer, 9},
                                               {Column::Status, 11},
                                               {Column::Action, 14},
                                               {Column::Amount, 6}};
    for (const auto &[column, characters] : widths) {
        m_rows->setColumnCharacters(int(column), characters);
    }
    m_rows->leftOutTable().setColumnHidden(int(Column::Action), true);
    for (RowTable *table : {&m_rows->runsTable(), &m_rows->leftOutTable()}) {
        table->setColumnHidden(int(Column::Until), true);
    }
    connect(m_rows, &PreviewRows::orderChosen, this, &ManyPreview::orderChosen);
}

void ManyPreview::showReading(RunKind kind)
{
    m_plan.reset();
    m_runs.setSheet({});
    m_leftOut.setSheet({});
    const bool status = kind == RunKind::Status;
    for (PreviewModel *model : {&m_runs, &m_leftOut}) {
        model->setTitles(
            {status ? tr("対応状況") : tr("決済状況"), status ? tr("変更の内容") : tr("送信する内容")});
    }
    m_problem->hide();
    m_title->setText(tr("%1（実行前）").arg(Words::of(kind)));
    say(*m_summary, tr("選んだ注文を確認しています。まだ何も送信していません。"));
    say(*m_consequence, {});
    say(*m_hidden, {});
    m_then->hide();
    m_start->hide();
    m_rows->showReading();
}

void ManyPreview::showPlan(const std::shared_ptr<const ManyPlan> &plan)
{
    m_plan = plan;
    m_runs.setSheet(plan);
    m_leftOut.setSheet(plan);
    say(*m_summary, ManyWords::summary(*plan));
    say(*m_consequence, ManyWords::consequence(*plan));
    say(*m_hidden, RunWords::hiddenSentence(plan->hiddenRuns));
    const auto command = fittingCommand(plan->question.status);
    const bool fits = plan->question.kind == RunKind::Status && command && plan->commandFits;
    m_then->setChecked(false);
    m_then->setText(fits ? tr("続けて%1の確認画面を開く").arg(RunWords::nameOf(*command)) : QString());
    m_then->setVisible(fits);
    m_start->setText(ManyWords::verb(*plan));
    m_start->setAccessibleName(m_start->text());
    m_start->setEnabled(true);
    m_start->setVisible(!plan->runRows.isEmpty());
    m_rows->runsTable().setColumnHidden(int(PreviewModel::Column::Remark), plan->hiddenRuns == 0);
    m_rows->showCounts(plan->runRows.size(), plan->reasons);
}

void ManyPreview::showFailure(const QString &message)
{
    say(*m_summary, tr("確認できませんでした。まだ何も送信していません。"));
    m_problem->setText(message);
    m_problem->show();
}

void ManyPreview::showNotStarted(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->show();
    m_start->setEnabled(true);
}

std::optional<OperationKind> ManyPreview::thenCommand() const
{
    return m_plan && m_then->isVisibleTo(this) && m_then->isChecked()
               ? fittingCommand(m_plan->question.status)
               : std::nullopt;
}

} // namespace kessai
