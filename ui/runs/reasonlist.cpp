#include "ui/runs/reasonlist.h"

#include "ui/text/formats.h"
#include "ui/widgets/twolinedelegate.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int LinesInSight = 6;

} // namespace

void ReasonModel::setReasons(const QList<LeftOutReason> &reasons)
{
    beginResetModel();
    m_reasons = reasons;
    std::stable_sort(
        m_reasons.begin(), m_reasons.end(),
        [](const LeftOutReason &one, const LeftOutReason &other) { return one.count > other.count; });
    m_all = LeftOutReason{};
    m_all.text = tr("すべての理由");
    for (const LeftOutReason &reason : reasons) {
        m_all.count += reason.count;
        m_all.total += reason.total;
    }
    endResetModel();
}

std::optional<int> ReasonModel::keyAt(int row) const
{
    return row > 0 && row <= m_reasons.size() ? std::optional(m_reasons.at(row - 1).key) : std::nullopt;
}

int ReasonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_reasons.isEmpty() ? 0 : int(m_reasons.size()) + 1;
}

int ReasonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant ReasonModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const LeftOutReason &reason = index.row() == 0 ? m_all : m_reasons.at(index.row() - 1);
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return column == Column::Reason   ? reason.text
               : column == Column::Orders ? tr("%1件").arg(Formats::count(reason.count))
                                          : Formats::yen(reason.total);
    case Qt::AccessibleTextRole: // a line is read in one go
        return tr("%1 %2件、%3").arg(reason.text, Formats::count(reason.count), Formats::yen(reason.total));
    case Qt::ToolTipRole:
        return column == Column::Reason ? Formats::plainTooltip(reason.text) : QVariant();
    case Qt::TextAlignmentRole:
        return int((column == Column::Reason ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant ReasonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    const auto column = Column(section);
    if (role == Qt::TextAlignmentRole) {
        return int((column == Column::Reason ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    return column == Column::Reason   ? tr("対象外の理由（選ぶと下の表を絞り込みます）")
           : column == Column::Orders ? tr("件数")
                                      : tr("金額");
}

ReasonList::ReasonList(QWidget *parent) : QTableView(parent)
{
    setObjectName(u"leftOutReasons"_s);
    setAccessibleName(tr("対象外の理由で絞り込む"));
    setModel(&m_model);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    auto *cells = new TwoLineDelegate(this);
    cells->setTwoLines(false);
    setItemDelegate(cells);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid()) {
                    emit chosen(m_model.keyAt(current.row()));
                }
            });
    fit();
}

void ReasonList::setReasons(const QList<LeftOutReason> &reasons)
{
    m_model.setReasons(reasons);
    fit();
    if (!reasons.isEmpty()) {
        selectRow(0);
    }
}

/// As high as its lines, up to a few; wide enough for the numbers.
void ReasonList::fit()
{
    const auto *cells = static_cast<TwoLineDelegate *>(itemDelegate());
    const int line = cells->rowHeight(fontMetrics());
    verticalHeader()->setDefaultSectionSize(line);
    const int shown = std::clamp(m_model.rowCount(), 1, LinesInSight);
    setFixedHeight(horizontalHeader()->sizeHint().height() + shown * line + 2 * frameWidth());
    const int digit = fontMetrics().horizontalAdvance(u'0');
    const int orders = 12 * digit;
    const int total = 18 * digit;
    setColumnWidth(int(ReasonModel::Column::Orders), orders);
    setColumnWidth(int(ReasonModel::Column::Total), total);
    setColumnWidth(int(ReasonModel::Column::Reason), qMax(0, viewport()->width() - orders - total));
}

void ReasonList::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fit();
}

void ReasonList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        event->ignore(); // the page's
        return;
    }
    QTableView::keyPressEvent(event);
}

void ReasonList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fit();
    }
    QTableView::changeEvent(event);
}

} // namespace kessai
