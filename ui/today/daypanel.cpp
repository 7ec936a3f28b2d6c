#include "ui/today/daypanel.h"

#include "ui/today/daychart.h"
#include "ui/widgets/stylesheet.h"
#include "ui/widgets/twolinedelegate.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QTableWidget>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// The day, and what is counted of it.
Qt::Alignment alignmentOf(int column)
{
    return Qt::AlignVCenter | (column == 0 ? Qt::AlignLeft : Qt::AlignRight);
}

} // namespace

DayPanel::DayPanel(const QString &name, const QString &title, QSettings &settings, QWidget *parent)
    : QFrame(parent)
    , m_name(name)
    , m_settings(settings)
    , m_total(new QLabel(this))
    , m_toggle(new QPushButton(this))
    , m_chart(new DayChart(this))
    , m_table(new QTableWidget(this))
    , m_nothing(new QLabel(this))
    , m_current(new QLabel(this))
{
    setObjectName(name + u"Panel"_s);
    setProperty("card", true);
    m_total->setObjectName(name + u"Total"_s);
    m_toggle->setObjectName(name + u"Toggle"_s);
    m_chart->setObjectName(name + u"Chart"_s);
    m_chart->setAccessibleName(title);
    m_table->setObjectName(name + u"Table"_s);
    m_table->setAccessibleName(title);
    m_nothing->setObjectName(name + u"Nothing"_s);
    m_current->setObjectName(name + u"Day"_s);
    buildLayout(title);
    m_toggle->setAutoDefault(true); // Enter, too
    connect(m_toggle, &QPushButton::clicked, this, [this] {
        m_settings.setValue(u"today/%1AsTable"_s.arg(m_name), !asTable());
        showPart();
        showCurrent(m_chart->current());
    });
    connect(m_chart, &DayChart::currentChanged, this, [this](int index) {
        showCurrent(index);
        const QSignalBlocker quiet(m_table);
        m_table->selectRow(index);
    });
    connect(m_chart, &DayChart::dayChosen, this, &DayPanel::dayChosen);
    connect(m_table, &QTableWidget::currentCellChanged, m_chart,
            [this](int row) { m_chart->setCurrent(row); });
    connect(m_table, &QTableWidget::cellActivated, this,
            [this](int row) { emit dayChosen(m_figures.days.at(row).day); });
    showPart();
    showCurrent(-1);
}

void DayPanel::buildLayout(const QString &title)
{
    auto *caption = new QLabel(title, this);
    caption->setTextFormat(Qt::PlainText);
    caption->setWordWrap(true);
    QFont bold = caption->font();
    bold.setBold(true);
    caption->setFont(bold);
    setTone(*m_total, Tone::Quiet);
    setTone(*m_nothing, Tone::Quiet);
    setTone(*m_current, Tone::Quiet);
    m_nothing->setAlignment(Qt::AlignCenter);
    for (QLabel *label : {m_nothing, m_current, m_total}) {
        label->setWordWrap(true);
    }
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    auto *delegate = new TwoLineDelegate(m_table);
    delegate->setTwoLines(false);
    m_table->setItemDelegate(delegate);
    m_table->verticalHeader()->setDefaultSectionSize(delegate->rowHeight(m_table->fontMetrics()));
    auto *head = new QHBoxLayout;
    head->addWidget(caption, 1);
    head->addWidget(m_toggle, 0, Qt::AlignTop);
    auto *body = new QWidget(this);
    m_parts = new QStackedLayout(body);
    m_parts->addWidget(m_chart);
    m_parts->addWidget(m_table);
    m_parts->addWidget(m_nothing);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 10);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_total);
    column->addWidget(body, 1);
    column->addWidget(m_current);
}

void DayPanel::setFigures(const DayFigures &figures)
{
    if (figures == m_figures) {
        return; // nothing moves under the hand
    }
    const bool sameDays = figures.days == m_figures.days;
    m_figures = figures;
    m_total->setText(figures.total);
    m_nothing->setText(figures.nothing);
    if (!sameDays) {
        fillTable();
    }
    m_chart->setFigures(figures);
    showCurrent(m_chart->current());
    showPart();
}

void DayPanel::fillTable()
{
    const QSignalBlocker quiet(m_table);
    m_table->clear();
    m_table->setColumnCount(int(m_figures.columns.size()));
    m_table->setHorizontalHeaderLabels(m_figures.columns);
    m_table->setRowCount(int(m_figures.days.size()));
    for (int row = 0; row < m_figures.days.size(); ++row) {
        const QStringList &cells = m_figures.days.at(row).cells;
        for (int column = 0; column < cells.size(); ++column) {
            auto *item = new QTableWidgetItem(cells.at(column));
            item->setTextAlignment(alignmentOf(column));
            m_table->setItem(row, column, item);
        }
    }
    for (int column = 0; column < m_table->columnCount(); ++column) {
        m_table->horizontalHeaderItem(column)->setTextAlignment(alignmentOf(column));
    }
    m_table->resizeColumnsToContents();
}

void DayPanel::showCurrent(int index)
{
    const bool known = index >= 0 && index < m_figures.days.size();
    m_current->setText(known       ? m_figures.days.at(index).sentence
                       : asTable() ? tr("行でEnterキーを押すと、その日の明細を開きます。")
                                   : tr("棒をクリックすると、その日の明細を開きます。"));
    m_chart->setAccessibleDescription(m_current->text());
}

bool DayPanel::asTable() const
{
    return m_settings.value(u"today/%1AsTable"_s.arg(m_name), false).toBool();
}

void DayPanel::showPart()
{
    const bool any = !m_figures.days.isEmpty();
    const bool table = asTable();
    m_toggle->setText(table ? tr("グラフ") : tr("表"));
    m_toggle->setAccessibleName(table ? tr("グラフで表示する") : tr("表で表示する"));
    m_toggle->setToolTip(m_toggle->accessibleName());
    m_toggle->setVisible(any);
    m_current->setVisible(any);
    QWidget *part = m_nothing;
    if (any) {
        part = table ? static_cast<QWidget *>(m_table) : m_chart;
    }
    m_parts->setCurrentWidget(part);
}

} // namespace kessai
