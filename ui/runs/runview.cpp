#include "ui/runs/runview.h"

#include "ui/help/inquirydialog.h"
#include "ui/runs/partlegend.h"
#include "ui/runs/rowtable.h"
#include "ui/runs/runbar.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/rowdetails.h"
#include "ui/widgets/stylesheet.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

// How the view is built. What it shows is in runviewshown.cpp.

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int BarPx = 22;

} // namespace

RunView::RunView(RunDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_items(desk.session())
    , m_title(new QLabel(this))
    , m_sentence(new Paragraph({}, this))
    , m_bar(new RunBar(BarPx, this))
    , m_legend(new PartLegend(u"part"_s, this))
    , m_note(new Banner(Meaning::Accent, this))
    , m_problem(new Banner(Meaning::NeedsPerson, this))
    , m_stopWords(new Paragraph({}, this))
    , m_sweep(new Paragraph({}, this))
    , m_table(new RowTable(u"runItems"_s, tr("一括処理の注文"), this))
    , m_details(new RowDetails(u"runItemDetails"_s, this))
{
    setObjectName(u"runView"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_problem);
    column->addWidget(m_note);
    auto *place = new QWidget(this);
    place->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // what is over belongs to the rows
    auto *head = new QVBoxLayout(place);
    head->setContentsMargins(24, 20, 24, 12);
    head->setSpacing(10);
    buildHead(*head);
    buildControls(*head);
    column->addWidget(place);
    m_table->setModel(&m_items);
    using Column = RunItemsModel::Column;
    const QList<std::pair<Column, int>> widths{
        {Column::OrderNumber, 5}, {Column::Customer, 9}, {Column::State, 12},  {Column::Word, 10},
        {Column::Amount, 6},      {Column::EndedAt, 8},  {Column::Before, 12}, {Column::After, 12}};
    for (const auto &[place, characters] : widths) {
        m_table->setColumnCharacters(int(place), characters);
    }
    showColumns();
    column->addWidget(m_table, 1);
    column->addWidget(m_details);
    m_details->follow(*m_table);
    addInquiry();
    buildFoot(*column);
    connect(m_table, &RowTable::opened, this, [this](int row) {
        const OrderId order = m_items.orderAt(row);
        if (order.value != 0) {
            emit orderChosen(order);
        }
    });
    connect(&m_items, &RunItemsModel::failed, this, &RunView::showProblem);
    connect(&desk, &RunDesk::changed, this, &RunView::showStanding);
}

void RunView::addInquiry()
{
    auto *ask = new QAction(tr("GMOに問い合わせる"), m_table);
    ask->setObjectName(u"askGatewayAction"_s);
    ask->setShortcut(Qt::CTRL | Qt::Key_G);
    ask->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(ask);
    const auto fit = [this, ask] {
        ask->setEnabled(m_items.inquiryAt(m_table->currentIndex().row()).has_value());
    };
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, fit);
    connect(&m_items, &QAbstractItemModel::modelReset, this, fit);
    connect(&m_items, &QAbstractItemModel::dataChanged, this, fit);
    connect(ask, &QAction::triggered, this, [this] {
        if (const auto about = m_items.inquiryAt(m_table->currentIndex().row())) {
            askGateway(m_desk.session(), *about, this);
        }
    });
    fit();
}

RunView::~RunView()
{
    followOther({});
}

void RunView::buildHead(QBoxLayout &column)
{
    m_problem->setObjectName(u"runProblem"_s);
    m_note->setObjectName(u"runNote"_s);
    for (Banner *banner : {m_problem, m_note}) {
        banner->setClosable(true);
        banner->hide();
    }
    m_note->addButton(tr("変更できなかった注文を見る"), u"statusRefusedRows"_s,
                      [this] { emit statusRowsAsked(m_outcome); });
    m_noteRows = m_note->findChild<QPushButton *>(u"statusRefusedRows"_s);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setBold(true);
    m_title->setFont(large);
    m_title->setObjectName(u"runTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_sentence->setObjectName(u"runSentence"_s);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_bar->setObjectName(u"runBar"_s);
    m_sweep->setObjectName(u"runSweep"_s);
    setTone(*m_sweep, Tone::Quiet);
    column.addWidget(m_title);
    column.addWidget(m_sentence);
    column.addWidget(m_bar);
    showParts(runPartsOf({}));
    column.addWidget(m_legend);
    connect(m_legend, &PartLegend::chosen, this, &RunView::chooseStates);
    column.addWidget(m_sweep);
}

QPushButton *RunView::button(const QString &text, const QString &objectName)
{
    auto *made = new QPushButton(text, this);
    made->setObjectName(objectName);
    made->setAutoDefault(false);
    return made;
}

void RunView::buildControls(QBoxLayout &column)
{
    m_pause = button(tr("一時停止"), u"pauseRun"_s);
    m_resume = button(tr("再開"), u"resumeRun"_s);
    m_resume->setProperty("primary", true);
    m_stop = button(tr("中止"), u"stopRun"_s);
    m_stop->setProperty("danger", true);
    m_stopWords->setObjectName(u"stopWords"_s);
    m_stopWords->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setTone(*m_stopWords, Tone::Quiet);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (QPushButton *control : {m_pause, m_resume, m_stop}) {
        row->addWidget(control);
    }
    row->addSpacing(8);
    row->addWidget(m_stopWords, 1);
    column.addLayout(row);
    // Off until it is read how the run stands. The focus must not go to the button beside: the key that
    // paused would stop.
    const auto press = [this](QPushButton *pressed) {
        placeFocus();
        pressed->setEnabled(false);
    };
    connect(m_pause, &QPushButton::clicked, this, [this, press] {
        press(m_pause);
        m_desk.pause(*m_run);
    });
    connect(m_resume, &QPushButton::clicked, this, [this, press] {
        press(m_resume);
        m_problem->hide();
        m_desk.resume(*m_run);
    });
    connect(m_stop, &QPushButton::clicked, this, [this, press] {
        press(m_stop);
        m_desk.stop(*m_run);
    });
}

void RunView::buildFoot(QBoxLayout &column)
{
    m_again = button({}, u"tryAgain"_s);
    m_paired = button({}, u"statusOfDone"_s);
    m_then = button({}, u"commandOfChanged"_s);
    m_exportButton = button(tr("書き出し…"), u"exportRun"_s);
    m_printButton = button(tr("印刷…"), u"printRun"_s);
    m_back = button(tr("一覧に戻る"), u"leaveRun"_s);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(24, 10, 24, 14);
    row->setSpacing(8);
    row->addWidget(m_again);
    row->addWidget(m_paired);
    row->addWidget(m_then);
    row->addWidget(m_exportButton);
    row->addWidget(m_printButton);
    row->addStretch(1);
    row->addWidget(m_back);
    column.addLayout(row);
    connect(m_again, &QPushButton::clicked, this, [this] { emit againAsked(*m_run, m_kind); });
    connect(m_paired, &QPushButton::clicked, this, [this] {
        if (const auto status = RunWords::pairedStatus(m_kind)) {
            emit statusOfDoneAsked(*m_run, *status);
        }
    });
    connect(m_then, &QPushButton::clicked, this, [this] { emit commandAsked(*m_run, *m_fitting); });
    connect(m_exportButton, &QPushButton::clicked, this, [this] { m_export(*m_run, m_kind); });
    connect(m_printButton, &QPushButton::clicked, this, [this] { m_print(*m_run, m_kind); });
    connect(m_back, &QPushButton::clicked, this, &RunView::leaveAsked);
}

void RunView::setExporter(ReportAction exporter)
{
    m_export = std::move(exporter);
    showStanding();
}

void RunView::setPrinter(ReportAction printer)
{
    m_print = std::move(printer);
    showStanding();
}

} // namespace kessai
