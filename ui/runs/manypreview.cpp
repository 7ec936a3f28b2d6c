#include "ui/runs/manypreview.h"

#include "ui/models/badge.h"
#include "ui/models/cellroles.h"
#include "ui/runs/previewrows.h"
#include "ui/runs/rowtable.h"
#include "ui/runs/runwords.h"
#include "ui/runs/statusquestion.h"
#include "ui/text/formats.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/rowdetails.h"
#include "ui/widgets/stylesheet.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int SideCharacters = 24; ///< width of the left side, as in the preview of a run

Badge badgeOf(const ManyPlanRow &row, ManyKind kind)
{
    return kind == ManyKind::Status
               ? kessai::badgeOf(row.status)
               : kessai::badgeOf(row.paymentStatus, row.method, !row.gatewayOrderId.isEmpty());
}

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

ManyPlanModel::ManyPlanModel(Half half, QObject *parent) : QAbstractTableModel(parent), m_half(half) {}

void ManyPlanModel::setPlan(std::shared_ptr<const ManyPlan> plan)
{
    beginResetModel();
    m_plan = std::move(plan);
    m_reason.reset();
    pick();
    endResetModel();
}

void ManyPlanModel::setReason(std::optional<int> reason)
{
    beginResetModel();
    m_reason = reason;
    pick();
    endResetModel();
}

void ManyPlanModel::pick()
{
    m_rows.clear();
    if (!m_plan) {
        return;
    }
    const QList<int> &half = m_half == Half::Runs ? m_plan->runRows : m_plan->leftOutRows;
    if (!m_reason) {
        m_rows = half;
        return;
    }
    for (const int place : half) {
        if (m_plan->rows.at(place).reason == *m_reason) {
            m_rows.append(place);
        }
    }
}

OrderId ManyPlanModel::orderAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? rowAt(row).order : OrderId{};
}

int ManyPlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ManyPlanModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QString ManyPlanModel::textOf(const ManyPlanRow &row, Column column) const
{
    switch (column) {
    case Column::OrderNumber:
        return row.orderNumber;
    case Column::Customer:
        return row.customerName;
    case Column::State:
        return badgeOf(row, m_plan->question.kind).word;
    case Column::Action:
        return ManyWords::actionOf(*m_plan, row);
    case Column::Amount:
        return Formats::yen(row.amount);
    case Column::Remark:
        return Formats::sentences(
            {ManyWords::reasonOf(row.reason, m_plan->question.status),
             row.hidden ? tr("一覧の今の検索条件では表示されていません。") : QString()});
    case Column::Count:
        break;
    }
    return {};
}

QString ManyPlanModel::detailsOf(const ManyPlanRow &row) const
{
    QStringList facts{tr("注文 %1").arg(row.orderNumber)};
    for (const Column column : {Column::Customer, Column::State, Column::Amount, Column::Action}) {
        facts.append(textOf(row, column));
    }
    facts.removeAll({});
    QStringList lines{facts.join(u"　"), textOf(row, Column::Remark)};
    if (row.reason == int(ManyReason::NotLinked)) {
        lines.append(RunWords::adviceOf(RuleReason::NotLinked));
    }
    lines.removeAll({});
    return lines.join(u'\n');
}

QVariant ManyPlanModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const ManyPlanRow &row = rowAt(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return textOf(row, column);
    case Qt::TextAlignmentRole:
        return int((column == Column::Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return column == Column::Remark || column == Column::Customer
                   ? Formats::plainTooltip(textOf(row, column))
                   : QVariant();
    case DetailsRole:
        return detailsOf(row);
    case BadgeRole:
        return column == Column::State ? QVariant::fromValue(badgeOf(row, m_plan->question.kind))
                                       : QVariant();
    default:
        return {};
    }
}

QVariant ManyPlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    const auto column = Column(section);
    if (role == Qt::TextAlignmentRole) {
        return int((column == Column::Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const bool status = m_plan && m_plan->question.kind == ManyKind::Status;
    switch (column) {
    case Column::OrderNumber:
        return tr("注文番号");
    case Column::Customer:
        return tr("お名前");
    case Column::State:
        return status ? tr("対応状況") : tr("決済状況");
    case Column::Action:
        return status ? tr("変更の内容") : tr("送信する内容");
    case Column::Amount:
        return tr("金額");
    case Column::Remark:
        return m_half == Half::Runs ? tr("備考") : tr("対象外の理由");
    case Column::Count:
        break;
    }
    return {};
}

ManyPreview::ManyPreview(QWidget *parent)
    : QWidget(parent)
    , m_runs(ManyPlanModel::Half::Runs)
    , m_leftOut(ManyPlanModel::Half::LeftOut)
    , m_problem(new Banner(Meaning::NeedsPerson, this))
{
    setObjectName(u"manyPreview"_s);
    m_problem->setObjectName(u"manyProblem"_s);
    m_problem->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(buildSide());
    buildRows();
    row->addWidget(m_rows, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_problem);
    column->addLayout(row, 1);
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
    using Column = ManyPlanModel::Column;
    m_rows = new PreviewRows(u"many"_s, m_runs, m_leftOut, this);
    const QList<std::pair<Column, int>> widths{{Column::OrderNumber, 5},
                                               {Column::Customer, 9},
                                               {Column::State, 11},
                                               {Column::Action, 14},
                                               {Column::Amount, 6}};
    for (const auto &[column, characters] : widths) {
        m_rows->setColumnCharacters(int(column), characters);
    }
    m_rows->leftOutTable().setColumnHidden(int(Column::Action), true);
    connect(m_rows, &PreviewRows::runOpened, this,
            [this](int row) { emit orderChosen(m_runs.orderAt(row)); });
    connect(m_rows, &PreviewRows::leftOutOpened, this,
            [this](int row) { emit orderChosen(m_leftOut.orderAt(row)); });
    connect(m_rows, &PreviewRows::reasonChosen, &m_leftOut, &ManyPlanModel::setReason);
}

void ManyPreview::showReading(ManyKind kind)
{
    m_plan.reset();
    m_runs.setPlan({});
    m_leftOut.setPlan({});
    m_problem->hide();
    m_title->setText(tr("%1の確認").arg(ManyWords::nameOf(kind)));
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
    m_runs.setPlan(plan);
    m_leftOut.setPlan(plan);
    say(*m_summary, ManyWords::summary(*plan));
    say(*m_consequence, ManyWords::consequence(*plan));
    say(*m_hidden, RunWords::hiddenSentence(plan->hiddenRuns));
    const auto command = fittingCommand(plan->question.status);
    const bool fits = plan->question.kind == ManyKind::Status && command && plan->commandFits;
    m_then->setChecked(false);
    m_then->setText(fits ? tr("続けて%1の確認画面を開く").arg(RunWords::nameOf(*command)) : QString());
    m_then->setVisible(fits);
    m_start->setText(ManyWords::verb(*plan));
    m_start->setAccessibleName(m_start->text());
    m_start->setEnabled(true);
    m_start->setVisible(!plan->runRows.isEmpty());
    m_rows->runsTable().setColumnHidden(int(ManyPlanModel::Column::Remark), plan->hiddenRuns == 0);
    m_rows->showCounts(plan->runRows.size(), plan->reasons);
}

void ManyPreview::showFailure(const QString &message)
{
    say(*m_summary, tr("確認できませんでした。まだ何も送信していません。"));
    m_problem->setText(message);
    m_problem->show();
}

std::optional<OperationKind> ManyPreview::thenCommand() const
{
    return m_plan && m_then->isVisibleTo(this) && m_then->isChecked()
               ? fittingCommand(m_plan->question.status)
               : std::nullopt;
}

} // namespace kessai
