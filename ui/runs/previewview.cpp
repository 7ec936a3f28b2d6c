#include "ui/runs/previewview.h"

#include "ui/runs/previewrows.h"
#include "ui/runs/rowtable.h"
#include "ui/runs/runwords.h"
#include "ui/text/formats.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/stylesheet.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

// How the preview is built. What it shows is in previewviewshown.cpp.

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int SummaryCharacters = 24; ///< width of the left side

Paragraph *paragraphIn(QVBoxLayout &column, const QString &name, QWidget *parent)
{
    auto *paragraph = new Paragraph({}, parent);
    paragraph->setObjectName(name);
    paragraph->hide();
    column.addWidget(paragraph);
    return paragraph;
}

} // namespace

PreviewView::PreviewView(QWidget *parent)
    : QWidget(parent)
    , m_runs(PreviewModel::Half::Runs)
    , m_leftOut(PreviewModel::Half::LeftOut)
    , m_stale(new Banner(Meaning::NeedsWork, this))
    , m_problem(new Banner(Meaning::NeedsPerson, this))
{
    setObjectName(u"previewView"_s);
    for (PreviewModel *model : {&m_runs, &m_leftOut}) {
        model->setTitles({tr("決済状況"), tr("送る言葉")});
    }
    m_stale->setObjectName(u"previewStale"_s);
    m_stale->addButton(tr("最新の内容で読み直す"), u"previewReadAgain"_s, [this] { emit readAgainAsked(); });
    m_problem->setObjectName(u"previewProblem"_s);
    m_problem->setClosable(true);
    for (Banner *banner : {m_stale, m_problem}) {
        banner->hide();
    }
    QWidget *rows = buildRows(); // first, so that Tab leads from them to the buttons
    auto *summary = new QWidget(this);
    auto *summaryColumn = new QVBoxLayout(summary);
    summaryColumn->setContentsMargins(24, 20, 16, 12);
    summaryColumn->setSpacing(12);
    buildSummary(*summaryColumn);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(summary);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // the boxes take it; it follows them
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(fontMetrics().horizontalAdvance(u'あ') * SummaryCharacters + 40);
    auto *left = new QVBoxLayout;
    left->addWidget(scroll, 1);
    left->addLayout(buildButtons());
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addLayout(left);
    row->addWidget(rows, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_problem);
    column->addWidget(m_stale);
    column->addLayout(row, 1);
}

void PreviewView::setSession(ShopSession &session)
{
    m_runs.setSession(session);
    m_leftOut.setSession(session);
}

void PreviewView::buildSummary(QVBoxLayout &column)
{
    QWidget *parent = column.parentWidget();
    m_title = new QLabel(parent);
    m_title->setObjectName(u"previewTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    setTone(*m_title, Tone::Quiet);
    column.addWidget(m_title);
    m_summary = paragraphIn(column, u"previewSummary"_s, parent);
    QFont large = m_summary->font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setBold(true);
    m_summary->setFont(large);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sent = new QGridLayout;
    m_sent->setHorizontalSpacing(12);
    m_sent->setVerticalSpacing(4);
    m_sent->setColumnStretch(0, 1);
    column.addLayout(m_sent);
    m_unknown = paragraphIn(column, u"previewUnknown"_s, parent);
    m_consequence = paragraphIn(column, u"previewConsequence"_s, parent);
    m_hidden = paragraphIn(column, u"previewHidden"_s, parent);
    setTone(*m_hidden, Tone::Work);
    m_keep = new QCheckBox(tr("決済金額のまま売上確定する"), parent);
    m_keep->setObjectName(u"keepGatewayAmount"_s);
    column.addWidget(m_keep);
    m_keepWords = paragraphIn(column, u"keepGatewayAmountWords"_s, parent);
    m_paired = new QCheckBox(parent);
    m_paired->setObjectName(u"pairedStatus"_s);
    column.addWidget(m_paired);
    m_pairedWords = paragraphIn(column, u"pairedStatusWords"_s, parent);
    for (Paragraph *words : {m_keepWords, m_pairedWords}) {
        setTone(*words, Tone::Quiet);
    }
    column.addStretch(1);
    connect(m_keep, &QCheckBox::clicked, this, &PreviewView::keepGatewayAmountChosen);
}

QWidget *PreviewView::buildRows()
{
    using Column = PreviewModel::Column;
    m_rows = new PreviewRows(u"preview"_s, m_runs, m_leftOut, this);
    const QList<std::pair<Column, int>> widths{{Column::OrderNumber, 5}, {Column::Customer, 9},
                                               {Column::Status, 8},      {Column::Action, 10},
                                               {Column::Amount, 6},      {Column::Until, 7}};
    for (const auto &[column, characters] : widths) {
        m_rows->setColumnCharacters(int(column), characters);
    }
    for (const Column column : {Column::Action, Column::Until}) {
        m_rows->leftOutTable().setColumnHidden(int(column), true);
    }
    connect(m_rows, &PreviewRows::orderChosen, this, &PreviewView::orderChosen);
    return m_rows;
}

/// The money button is reached by hand only: the focus begins in the rows.
QLayout *PreviewView::buildButtons()
{
    m_start = new QPushButton(this);
    m_start->setObjectName(u"startRun"_s);
    m_start->setProperty("danger", true);
    m_start->setAutoDefault(false);
    m_back = new QPushButton(tr("実行せずに戻る"), this);
    m_back->setObjectName(u"leavePreview"_s);
    m_back->setAutoDefault(false);
    auto *buttons = new QVBoxLayout;
    buttons->setContentsMargins(24, 8, 16, 16);
    buttons->setSpacing(8);
    buttons->addWidget(m_start);
    buttons->addWidget(m_back);
    connect(m_start, &QPushButton::clicked, this, &PreviewView::startAsked);
    connect(m_back, &QPushButton::clicked, this, &PreviewView::leaveAsked);
    return buttons;
}

} // namespace kessai
