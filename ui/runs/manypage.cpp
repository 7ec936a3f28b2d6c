#include "ui/runs/manypage.h"

#include "ui/models/badge.h"
#include "ui/models/cellroles.h"
#include "ui/runs/rowtable.h"
#include "ui/text/formats.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/progressline.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <chrono>

namespace kessai {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

void ManyModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void ManyModel::append(const QList<ManyRow> &rows)
{
    if (rows.isEmpty()) {
        return;
    }
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows.size()) - 1);
    m_rows.append(rows);
    endInsertRows();
}

int ManyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ManyModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant ManyModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const ManyRow &row = m_rows.at(index.row());
    const auto column = Column(index.column());
    if (role == BadgeRole && column == Column::Result) {
        return QVariant::fromValue(Badge{row.result, row.meaning, {}, {}});
    }
    if (role == Qt::ToolTipRole && column == Column::Text) {
        return Formats::plainTooltip(row.text);
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) {
        return {};
    }
    return column == Column::OrderNumber ? row.orderNumber : column == Column::Result ? row.result : row.text;
}

QVariant ManyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return orientation == Qt::Horizontal && role == Qt::TextAlignmentRole
                   ? QVariant(int(Qt::AlignLeft | Qt::AlignVCenter))
                   : QVariant();
    }
    switch (Column(section)) {
    case Column::OrderNumber:
        return tr("注文番号");
    case Column::Result:
        return tr("結果");
    case Column::Text:
        return tr("内容");
    case Column::Count:
        break;
    }
    return {};
}

ManyPage::ManyPage(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_sentence(new Paragraph({}, this))
    , m_progress(new ProgressLine(this))
    , m_table(new RowTable(u"manyRows"_s, tr("結果のある注文"), this))
    , m_rest(new QWidget(this))
    , m_back(new QPushButton(this))
{
    setObjectName(u"manyPage"_s);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setBold(true);
    m_title->setFont(large);
    m_title->setObjectName(u"manyTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_sentence->setObjectName(u"manySentence"_s);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_back->setObjectName(u"manyBack"_s);
    m_back->setAutoDefault(false);
    m_table->setModel(&m_rows);
    m_table->setColumnCharacters(int(ManyModel::Column::OrderNumber), 6);
    m_table->setColumnCharacters(int(ManyModel::Column::Result), 10);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(24, 20, 24, 12);
    head->setSpacing(10);
    head->addWidget(m_title);
    head->addWidget(m_sentence);
    head->addWidget(m_back, 0, Qt::AlignLeft);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_progress);
    column->addLayout(head);
    column->addWidget(m_table, 1);
    column->addWidget(m_rest, 1);
    m_flush.setSingleShot(true);
    m_flush.setInterval(150ms);
    connect(&m_flush, &QTimer::timeout, this, &ManyPage::flush);
    connect(m_back, &QPushButton::clicked, this, &ManyPage::leave);
    connect(m_table, &RowTable::opened, this, [this](int row) { emit orderChosen(m_rows.orderAt(row)); });
}

void ManyPage::begin(const QString &title, const QString &sentence, bool stoppable)
{
    m_busy = true;
    m_stoppable = stoppable;
    m_rows.clear();
    m_coming.clear();
    m_counted.clear();
    m_title->setText(title);
    m_sentence->setSentences(sentence);
    m_progress->setShare(0, 0);
    m_progress->setActive(true);
    m_back->setText(stoppable ? tr("中止") : tr("一覧に戻る"));
    m_back->setVisible(stoppable);
    m_table->hide();
    m_rest->show();
    setFocus();
}

void ManyPage::showProgress(qint64 done, qint64 total)
{
    m_progress->setShare(done, total);
    m_counted = tr("%1件のうち%2件が済みました。").arg(Formats::count(total), Formats::count(done));
    if (!m_flush.isActive()) {
        m_flush.start();
    }
}

void ManyPage::addRow(const ManyRow &row)
{
    m_coming.append(row);
    if (!m_flush.isActive()) {
        m_flush.start();
    }
}

void ManyPage::flush()
{
    if (m_busy && !m_counted.isEmpty()) {
        m_sentence->setSentences(m_counted);
    }
    m_rows.append(std::exchange(m_coming, {}));
    m_table->setVisible(m_rows.rowCount() > 0);
    m_rest->setVisible(m_rows.rowCount() == 0);
}

void ManyPage::finish(const QString &sentence)
{
    m_busy = false;
    m_flush.stop();
    flush();
    m_progress->setActive(false);
    m_sentence->setSentences(sentence);
    m_back->setText(tr("一覧に戻る"));
    m_back->show();
    if (isVisible()) {
        (m_table->isVisible() ? static_cast<QWidget *>(m_table) : m_back)->setFocus();
    }
}

void ManyPage::leave()
{
    if (!m_busy) {
        emit left();
    } else if (m_stoppable) {
        emit stopAsked(); // the sentence comes with what was done until then
    }
}

void ManyPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        leave();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace kessai
