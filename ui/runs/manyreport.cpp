#include "ui/runs/manyreport.h"

#include "ui/runs/partlegend.h"
#include "ui/runs/rowtable.h"
#include "ui/runs/runbar.h"
#include "ui/text/formats.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/rowdetails.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>
#include <chrono>

namespace kessai {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int BarPx = 22;
/// In the order of partsOf().
constexpr std::array states{ManyState::Changed, ManyState::Same,    ManyState::Unable,
                            ManyState::NotDone, ManyState::LeftOut, ManyState::Waiting};

} // namespace

ManyReport::ManyReport(QWidget *parent)
    : QWidget(parent)
    , m_problem(new Banner(Meaning::NeedsPerson, this))
    , m_title(new QLabel(this))
    , m_sentence(new Paragraph({}, this))
    , m_bar(new RunBar(BarPx, this))
    , m_legend(new PartLegend(u"manyPart"_s, this))
    , m_table(new RowTable(u"manyRows"_s, tr("一括処理の注文"), this))
    , m_details(new RowDetails(u"manyRowDetails"_s, this))
{
    setObjectName(u"manyReport"_s);
    buildHead();
    auto *head = new QVBoxLayout;
    head->setContentsMargins(24, 20, 24, 12);
    head->setSpacing(10);
    for (QWidget *part : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_sentence),
                          static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_legend)}) {
        head->addWidget(part);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_problem);
    column->addLayout(head);
    column->addWidget(m_table, 1);
    column->addWidget(m_details);
    column->addWidget(buildFoot());
    m_table->setModel(&m_rows);
    using Column = ManyResultsModel::Column;
    const QList<std::pair<Column, int>> widths{{Column::OrderNumber, 5},
                                               {Column::Customer, 9},
                                               {Column::State, 10},
                                               {Column::Before, 12},
                                               {Column::After, 12}};
    for (const auto &[place, characters] : widths) {
        m_table->setColumnCharacters(int(place), characters);
    }
    m_details->follow(*m_table);
    m_flush.setSingleShot(true);
    m_flush.setInterval(250ms);
    connect(&m_flush, &QTimer::timeout, this, &ManyReport::flush);
    connect(m_table, &RowTable::opened, this, [this](int row) { emit orderChosen(m_rows.orderAt(row)); });
    connect(m_legend, &PartLegend::chosen, this, [this](int part) {
        m_rows.showState(part < 0 ? std::nullopt : std::optional(states.at(size_t(part))));
    });
}

void ManyReport::buildHead()
{
    m_problem->setObjectName(u"manyReportProblem"_s);
    m_problem->setClosable(true);
    m_problem->hide();
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setBold(true);
    m_title->setFont(large);
    m_title->setObjectName(u"manyTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_sentence->setObjectName(u"manySentence"_s);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_bar->setObjectName(u"manyBar"_s);
}

QPushButton *ManyReport::button(const QString &text, const QString &objectName)
{
    auto *made = new QPushButton(text, this);
    made->setObjectName(objectName);
    made->setAutoDefault(false);
    return made;
}

QWidget *ManyReport::buildFoot()
{
    m_stop = button(tr("中止"), u"manyStop"_s);
    m_stop->setToolTip(tr("残りは行いません。GMOに問い合わせ中の分は、回答を待ちます。"));
    m_then = button({}, u"manyThen"_s);
    m_exportButton = button(tr("書き出し…"), u"manyExport"_s);
    m_printButton = button(tr("印刷…"), u"manyPrint"_s);
    m_back = button(tr("一覧に戻る"), u"manyBack"_s);
    auto *foot = new QWidget(this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(24, 10, 24, 14);
    row->setSpacing(8);
    for (QPushButton *control : {m_stop, m_then, m_exportButton, m_printButton}) {
        row->addWidget(control);
    }
    row->addStretch(1);
    row->addWidget(m_back);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        emit stopAsked();
    });
    connect(m_then, &QPushButton::clicked, this, [this] {
        if (m_thenKind) {
            emit commandAsked(*m_thenKind);
        }
    });
    connect(m_exportButton, &QPushButton::clicked, this, [this] { m_export(outcome()); });
    connect(m_printButton, &QPushButton::clicked, this, [this] { m_print(outcome()); });
    connect(m_back, &QPushButton::clicked, this, &ManyReport::leaveAsked);
    return foot;
}

void ManyReport::setExporter(std::function<void(const ManyOutcome &)> exporter)
{
    m_export = std::move(exporter);
}

void ManyReport::setPrinter(std::function<void(const ManyOutcome &)> printer)
{
    m_print = std::move(printer);
}

void ManyReport::begin(const std::shared_ptr<const ManyPlan> &plan)
{
    m_busy = true;
    m_flush.stop();
    m_coming.clear();
    m_thenKind.reset();
    m_rows.begin(plan);
    m_problem->hide();
    m_title->setText(plan->question.kind == ManyKind::Refresh ? tr("決済状態を確認しています")
                                                              : tr("対応状況を変更しています"));
    m_stop->show();
    m_stop->setEnabled(true);
    for (QPushButton *control : {m_then, m_exportButton, m_printButton}) {
        control->hide();
    }
    showCounts();
    m_legend->choose(-1);
    placeFocus();
}

void ManyReport::add(int place, const ManyResult &result)
{
    m_coming.append({place, result});
    if (!m_flush.isActive()) {
        m_flush.start();
    }
}

void ManyReport::flush()
{
    m_rows.set(std::exchange(m_coming, {}));
    showCounts();
}

void ManyReport::showCounts()
{
    const QList<RunPart> parts = partsOf(outcome());
    m_bar->setParts(parts);
    m_legend->setParts(parts);
    m_sentence->setSentences(totalOf(outcome()));
    emit moved();
}

void ManyReport::finish(const QString &problem, std::optional<OperationKind> then)
{
    m_flush.stop();
    QList<std::pair<int, ManyResult>> rest = std::exchange(m_coming, {});
    m_rows.set(rest);
    rest.clear();
    for (const int place : outcome().plan->runRows) {
        const ManyResult &result = outcome().results.at(place);
        if (result.state == ManyState::Waiting) {
            ManyResult left = result;
            left.state = ManyState::NotDone;
            left.text = problem.isEmpty() ? tr("途中で止めたため、何もしていません。") : problem;
            rest.append({place, left});
        }
    }
    const bool hadFocus = m_stop->hasFocus();
    const bool stopped = !rest.isEmpty();
    m_busy = false;
    m_rows.set(rest);
    const QString name = ManyWords::nameOf(outcome().plan->question.kind);
    m_title->setText(stopped ? tr("%1を途中で終えました").arg(name) : tr("%1が終わりました").arg(name));
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_thenKind = then;
    m_then->setText(then ? tr("変更した注文の%1へ…").arg(RunWords::nameOf(*then)) : QString());
    m_then->setVisible(then.has_value());
    m_exportButton->setVisible(bool(m_export));
    m_printButton->setVisible(bool(m_print));
    m_stop->hide();
    showCounts();
    if (hadFocus) { // the key that stopped must not press something else
        placeFocus();
    }
}

QSet<OrderId> ManyReport::changedOrders() const
{
    QSet<OrderId> orders;
    for (int place = 0; place < outcome().results.size(); ++place) {
        if (outcome().results.at(place).state == ManyState::Changed) {
            orders.insert(outcome().plan->rows.at(place).order);
        }
    }
    return orders;
}

QString ManyReport::brief() const
{
    if (!outcome().plan) {
        return {};
    }
    return tr("%1 %2/%3")
        .arg(ManyWords::nameOf(outcome().plan->question.kind), Formats::count(outcome().ended()),
             Formats::count(outcome().plan->runRows.size()));
}

void ManyReport::placeFocus()
{
    m_table->setFocus();
}

} // namespace kessai
