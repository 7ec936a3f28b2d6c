// OrderTableModel: check marks, and the pages of 表示件数.
#include "ui/models/ordertablemodel.h"

#include "ui/models/ticks.h"

#include <QCoreApplication>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OrderCells)
};

} // namespace

void OrderTableModel::setTicks(Ticks &ticks)
{
    m_ticks = &ticks;
    const auto show = [this] {
        if (!m_ids.isEmpty()) {
            emit dataChanged(index(0, int(Column::Tick)), index(int(m_ids.size()) - 1, int(Column::Tick)),
                             {Qt::CheckStateRole, Qt::AccessibleTextRole});
        }
    };
    connect(&ticks, &Ticks::changed, this, show);
    connect(&ticks, &Ticks::matchingChanged, this, show);
}

QVariant OrderTableModel::tickCell(OrderId id, int role) const
{
    const bool ticked = m_ticks && m_ticks->contains(id);
    if (role == Qt::CheckStateRole) {
        return int(ticked ? Qt::Checked : Qt::Unchecked);
    }
    if (role == Qt::AccessibleTextRole) {
        return ticked ? Text::tr("選択中") : Text::tr("未選択");
    }
    return {};
}

bool OrderTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::CheckStateRole || !m_ticks ||
        Column(index.column()) != Column::Tick) {
        return false;
    }
    m_ticks->setTicked(m_ids.at(index.row()), value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags OrderTableModel::flags(const QModelIndex &index) const
{
    const bool tick = index.isValid() && Column(index.column()) == Column::Tick;
    return QAbstractTableModel::flags(index) | (tick ? Qt::ItemIsUserCheckable : Qt::NoItemFlags);
}

int OrderTableModel::pageCount() const
{
    const int found = int(m_found.size());
    return m_rowsPerPage == 0 || found == 0 ? 1 : (found + m_rowsPerPage - 1) / m_rowsPerPage;
}

QList<OrderId> OrderTableModel::idsOfPage() const
{
    return m_rowsPerPage == 0 ? m_found : m_found.mid(qsizetype(m_page) * m_rowsPerPage, m_rowsPerPage);
}

void OrderTableModel::setRowsPerPage(int rows)
{
    if (rows != m_rowsPerPage) {
        m_rowsPerPage = qMax(0, rows);
        m_page = 0;
        resetTo(idsOfPage());
        emit pageShown(m_page);
    }
}

void OrderTableModel::showPage(int page)
{
    const int there = qBound(0, page, pageCount() - 1);
    if (there != m_page) {
        m_page = there;
        resetTo(idsOfPage());
        emit pageShown(m_page);
    }
}

} // namespace kessai
