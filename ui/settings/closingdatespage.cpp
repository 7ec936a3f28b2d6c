#include "ui/settings/closingdatespage.h"

#include "ui/widgets/stylesheet.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

enum Column { Company, Day, Note, ColumnCount };

constexpr int LastDay = 31; ///< 末日
constexpr int LongestText = 200;

} // namespace

ClosingDatesPage::ClosingDatesPage(QWidget *parent)
    : QWidget(parent)
    , m_table(new QTableWidget(0, ColumnCount, this))
    , m_remove(new QPushButton(tr("行を削除"), this))
    , m_problem(new QLabel(this))
{
    setObjectName(u"closingDatesPage"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(8);
    auto *words = new QLabel(tr("締め日を過ぎてから決済金額を変えると、差額の精算は翌月以降になることがありま"
                                "す。締め日は会社ごとに違"
                                "うので、GMOに問い合わせて、ここに書いておいてください。注文の画面で、次の締"
                                "め日までの日数を表示しま"
                                "す。"),
                             this);
    words->setWordWrap(true);
    setTone(*words, Tone::Quiet);
    column->addWidget(words);
    buildTable();
    column->addWidget(m_table, 1);
    auto *row = new QHBoxLayout;
    auto *add = new QPushButton(tr("行を追加"), this);
    add->setObjectName(u"addClosingDateButton"_s);
    add->setAutoDefault(false);
    m_remove->setObjectName(u"removeClosingDateButton"_s);
    m_remove->setAutoDefault(false);
    m_remove->setEnabled(false);
    row->addWidget(add);
    row->addWidget(m_remove);
    row->addStretch(1);
    column->addLayout(row);
    m_problem->setObjectName(u"closingDatesProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    setTone(*m_problem, Tone::Alarm);
    column->addWidget(m_problem);
    connect(add, &QPushButton::clicked, this, [this] {
        addRow({{}, LastDay, {}});
        m_table->setCurrentCell(m_table->rowCount() - 1, Company);
        m_table->editItem(m_table->currentItem());
    });
    connect(m_remove, &QPushButton::clicked, this, &ClosingDatesPage::removeRow);
}

void ClosingDatesPage::buildTable()
{
    m_table->setObjectName(u"closingDatesTable"_s);
    m_table->setAccessibleName(tr("締め日"));
    m_table->setHorizontalHeaderLabels({tr("カード会社"), tr("締め日"), tr("メモ")});
    m_table->verticalHeader()->hide();
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_table->horizontalHeader()->setSectionResizeMode(Company, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(Day, QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(Note, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(m_table, &QTableWidget::currentCellChanged, this,
            [this](int row) { m_remove->setEnabled(row >= 0); });
}

void ClosingDatesPage::addRow(const ClosingDate &date)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, Company, new QTableWidgetItem(date.company));
    m_table->setItem(row, Note, new QTableWidgetItem(date.note));
    auto *days = new QComboBox(m_table);
    days->setObjectName(u"closingDay%1"_s.arg(row));
    days->setAccessibleName(tr("締め日"));
    for (int day = 1; day < LastDay; ++day) {
        days->addItem(tr("%1日").arg(day), day);
    }
    days->addItem(tr("末日"), LastDay);
    days->setCurrentIndex(days->findData(date.day));
    m_table->setCellWidget(row, Day, days);
    m_table->setRowHeight(row, days->sizeHint().height() + 4);
    days->ensurePolished(); // with the style sheet's paddings
    m_table->setColumnWidth(Day, qMax(m_table->columnWidth(Day), days->sizeHint().width() + 8));
}

void ClosingDatesPage::removeRow()
{
    m_table->removeRow(m_table->currentRow());
    m_remove->setEnabled(m_table->currentRow() >= 0);
}

void ClosingDatesPage::setDates(const QList<ClosingDate> &dates)
{
    m_table->setRowCount(0);
    for (const ClosingDate &date : dates) {
        addRow(date);
    }
}

QString ClosingDatesPage::textAt(int row, int column) const
{
    return m_table->item(row, column)->text().trimmed().left(LongestText);
}

QComboBox *ClosingDatesPage::dayAt(int row) const
{
    return qobject_cast<QComboBox *>(m_table->cellWidget(row, Day));
}

QList<ClosingDate> ClosingDatesPage::dates() const
{
    QList<ClosingDate> dates;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const ClosingDate date{textAt(row, Company), dayAt(row)->currentData().toInt(), textAt(row, Note)};
        if (!date.company.isEmpty() || !date.note.isEmpty()) {
            dates.append(date);
        }
    }
    return dates;
}

bool ClosingDatesPage::check()
{
    m_problem->hide();
    for (int row = 0; row < m_table->rowCount(); ++row) {
        if (textAt(row, Company).isEmpty() && !textAt(row, Note).isEmpty()) {
            m_problem->setText(tr("%1行目のカード会社を入力してください。").arg(row + 1));
            m_problem->show();
            m_table->setCurrentCell(row, Company);
            m_table->setFocus();
            return false;
        }
    }
    return true;
}

} // namespace kessai
