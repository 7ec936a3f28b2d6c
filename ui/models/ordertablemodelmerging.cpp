// OrderTableModel: the answer to a question asked again, with as few rows touched as possible, and the first
// rows of an answer that is still to come.
#include "ui/models/ordertablemodel.h"
#include "ui/models/whendone.h"

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

constexpr int FirstRows = 100;     ///< more than a window shows
constexpr int PiecesMaximum = 200; ///< more rows that go apart from each other are a new list

} // namespace

/// From the bottom, a piece at a time.
void OrderTableModel::removeOthers(const QSet<OrderId> &wanted)
{
    for (int last = int(m_ids.size()) - 1; last >= 0; --last) {
        if (wanted.contains(m_ids.at(last))) {
            continue;
        }
        int first = last;
        while (first > 0 && !wanted.contains(m_ids.at(first - 1))) {
            --first;
        }
        beginRemoveRows({}, first, last);
        m_ids.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

/// Takes rows out and puts rows in, so that selection and scroll position stay; where the order of the rest
/// has changed, or where very many places are touched, only a reset is left.
void OrderTableModel::mergeInPlace(const QList<OrderId> &ids)
{
    if (ids == m_ids) { // the usual case, at a million rows too
        tellAllChanged();
        return;
    }
    const QSet<OrderId> wanted(ids.cbegin(), ids.cend());
    const QSet<OrderId> present(m_ids.cbegin(), m_ids.cend());
    const auto common = [](const QList<OrderId> &list, const QSet<OrderId> &others) {
        QList<OrderId> kept;
        std::copy_if(list.cbegin(), list.cend(), std::back_inserter(kept),
                     [&others](OrderId id) { return others.contains(id); });
        return kept;
    };
    const auto pieces = [](const QList<OrderId> &list, const QSet<OrderId> &others) {
        int count = 0;
        for (qsizetype row = 0; row < list.size(); ++row) {
            const bool begins = row == 0 || others.contains(list.at(row - 1));
            count += begins && !others.contains(list.at(row)) ? 1 : 0;
        }
        return count;
    };
    if (common(ids, present) != common(m_ids, wanted) ||
        pieces(m_ids, wanted) + pieces(ids, present) > PiecesMaximum) {
        resetTo(ids);
        return;
    }
    removeOthers(wanted);
    for (int row = 0; row < ids.size(); ++row) {
        if (row >= m_ids.size() || m_ids.at(row) != ids.at(row)) {
            int last = row;
            while (last + 1 < ids.size() && !present.contains(ids.at(last + 1))) {
                ++last;
            }
            beginInsertRows({}, row, last);
            m_ids = ids.mid(0, last + 1) + m_ids.mid(row);
            endInsertRows();
            row = last;
        }
    }
    tellAllChanged();
}

/// Nothing in sight waits for the ids of all that match (design.md §5).
void OrderTableModel::askFirstRows()
{
    const int count = m_rowsPerPage > 0 ? std::min(m_rowsPerPage, FirstRows) : FirstRows;
    const auto done = [this, generation = m_generation](const StorageResult<QList<OrderSummary>> &answer) {
        if (generation == m_generation && m_searching && answer && !answer->isEmpty()) {
            showFirstRows(*answer);
        }
    };
    whenDone(m_source.firstRows(m_filter, m_sort, count), this, done);
}

void OrderTableModel::showFirstRows(const QList<OrderSummary> &rows)
{
    QList<OrderId> ids;
    ids.reserve(rows.size());
    m_wanted.clear();
    m_rows.clear();
    for (const OrderSummary &row : rows) {
        ids.append(row.id);
        m_rows.insert(row.id, row);
    }
    m_firstRows = true;
    resetTo(ids);
}

/// Without an answer behind them the rows of before stand again.
void OrderTableModel::forgetFirstRows()
{
    if (std::exchange(m_firstRows, false)) {
        resetTo(idsOfPage());
    }
}

bool OrderTableModel::goesOnWith(const QList<OrderId> &ids) const
{
    return m_firstRows && ids.size() >= m_ids.size() &&
           std::equal(m_ids.cbegin(), m_ids.cend(), ids.cbegin());
}

void OrderTableModel::insertBehind(const QList<OrderId> &ids)
{
    m_firstRows = false;
    if (ids.size() > m_ids.size()) {
        beginInsertRows({}, int(m_ids.size()), int(ids.size()) - 1);
        m_ids = ids;
        endInsertRows();
    }
}

void OrderTableModel::tellAllChanged()
{
    if (!m_ids.isEmpty()) {
        emit dataChanged(index(0, 0), index(int(m_ids.size()) - 1, columnCount() - 1));
    }
}

} // namespace kessai
