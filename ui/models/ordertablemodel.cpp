#include "ui/models/ordertablemodel.h"

#include "ui/models/cellroles.h"
#include "ui/models/ordercells.h"
#include "ui/models/ticks.h"
#include "ui/models/whendone.h"

#include <QTimer>

#include <chrono>

namespace kessai {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int PageRows = 100;
constexpr int WantedPagesMaximum = 4; ///< while somebody scrolls only the last pages looked at matter
constexpr qsizetype CachedRowsMaximum = 20'000;
constexpr std::chrono::milliseconds GlowMs = 1000ms;

} // namespace

OrderTableModel::OrderTableModel(OrderSource &source, QObject *parent)
    : QAbstractTableModel(parent), m_source(source)
{
    connect(&source, &OrderSource::orderChanged, this, &OrderTableModel::updateOne);
    connect(&source, &OrderSource::ordersChanged, this, &OrderTableModel::reload);
}

QHash<OrderTableModel::Column, OrderTableModel::Column> OrderTableModel::belowInOrders()
{
    return {{Column::Orderer, Column::OrderedAt},
            {Column::Method, Column::Status},
            {Column::Amount, Column::PaidAt},
            {Column::PaymentStatus, Column::GatewayAmount},
            {Column::Shipped, Column::Tracking}};
}

void OrderTableModel::setLines(const Lines &lines)
{
    m_lines = lines;
    tellAllChanged();
    emit headerDataChanged(Qt::Horizontal, 0, int(Column::Count) - 1);
}

void OrderTableModel::search(const OrderFilter &filter, const OrderSort &sort)
{
    m_filter = filter;
    m_sort = sort;
    m_page = 0;
    ask(false);
}

void OrderTableModel::reload()
{
    ask(true);
}

/// What the filter counts from today or from now is counted from this moment, also where it is asked again.
void OrderTableModel::ask(bool keepRows)
{
    m_filter = askedAt(m_filter, m_source.now());
    const int generation = ++m_generation;
    m_answered = false;
    setSearching(true);
    if (!keepRows) {
        askFirstRows();
    }
    const auto done = [this, generation, keepRows](const StorageResult<QList<OrderId>> &answer) {
        if (generation != m_generation) {
            return;
        }
        setSearching(false);
        if (answer) {
            take(*answer, keepRows);
        } else {
            forgetFirstRows();
            emit failed(answer.error().message);
        }
    };
    const auto dropped = [this, generation] {
        if (generation == m_generation) {
            setSearching(false);
            forgetFirstRows();
        }
    };
    whenDone(m_source.matching(m_filter, m_sort), this, done, dropped);
}

void OrderTableModel::stop()
{
    if (!m_searching) {
        return;
    }
    ++m_generation;
    m_source.stop();
    setSearching(false);
    forgetFirstRows();
}

void OrderTableModel::setSearching(bool searching)
{
    if (m_searching != searching) {
        m_searching = searching;
        emit searchingChanged(searching);
    }
}

void OrderTableModel::take(QList<OrderId> ids, bool keepRows)
{
    m_wanted.clear();
    m_found = std::move(ids);
    m_answered = true;
    m_page = qBound(0, m_page, pageCount() - 1);
    if (!keepRows && goesOnWith(idsOfPage())) { // what is read of the first rows stays
        insertBehind(idsOfPage());
        emit found(int(m_found.size()));
        return;
    }
    m_firstRows = false;
    m_rows.clear();
    if (keepRows) {
        mergeInPlace(idsOfPage());
    } else {
        resetTo(idsOfPage());
    }
    emit found(int(m_found.size()));
}

void OrderTableModel::resetTo(const QList<OrderId> &ids)
{
    beginResetModel();
    m_ids = ids;
    endResetModel();
}

std::optional<OrderSummary> OrderTableModel::summaryAt(int row) const
{
    const auto found = m_rows.constFind(m_ids.value(row));
    if (found == m_rows.constEnd()) {
        return {};
    }
    return *found;
}

int OrderTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

int OrderTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant OrderTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const OrderId id = m_ids.at(index.row());
    if (role == IdRole) {
        return QVariant::fromValue(id);
    }
    if (role == GlowRole) {
        return m_glowing.contains(id);
    }
    if (Column(index.column()) == Column::Tick) {
        return tickCell(id, role);
    }
    const auto row = m_rows.constFind(id);
    if (row == m_rows.constEnd()) {
        if (role == Qt::DisplayRole || role == LoadingRole || role == Qt::AccessibleTextRole) {
            want(index.row() / PageRows);
        }
        return role == LoadingRole ? QVariant(true) : QVariant();
    }
    return orderCell(*row, Column(index.column()), role, m_source.today(), m_lines);
}

QVariant OrderTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= int(Column::Count)) {
        return {};
    }
    if (role == SortFieldRole) {
        return sortFieldOf(Column(section));
    }
    return orderHeader(Column(section), role, m_lines);
}

void OrderTableModel::want(int page) const
{
    m_wanted.removeOne(page);
    m_wanted.append(page);
    while (m_wanted.size() > WantedPagesMaximum) {
        m_wanted.removeFirst();
    }
    if (!m_readScheduled && !m_reading) {
        m_readScheduled = true;
        auto *self = const_cast<OrderTableModel *>(this); // reading fills a cache, the model's value stays
        QMetaObject::invokeMethod(self, &OrderTableModel::readWanted, Qt::QueuedConnection);
    }
}

void OrderTableModel::readWanted()
{
    m_readScheduled = false;
    if (m_reading || m_wanted.isEmpty()) {
        return;
    }
    QList<OrderId> ids;
    for (const int page : m_wanted) {
        ids += m_ids.mid(qsizetype(page) * PageRows, PageRows);
    }
    m_wanted.clear();
    if (ids.isEmpty()) {
        return;
    }
    m_reading = true;
    const auto done = [this, ids](const StorageResult<QList<OrderSummary>> &answer) {
        m_reading = false;
        if (answer) {
            storePage(ids, *answer);
        } else {
            emit failed(answer.error().message);
        }
        readWanted();
    };
    whenDone(m_source.page(ids), this, done, [this] { m_reading = false; });
}

void OrderTableModel::storePage(const QList<OrderId> &asked, const QList<OrderSummary> &rows)
{
    if (m_rows.size() > CachedRowsMaximum) {
        m_rows.clear();
    }
    for (const OrderSummary &row : rows) {
        m_rows.insert(row.id, row);
    }
    const int first = rowOf(asked.first());
    const int last = rowOf(asked.last());
    if (first >= 0 && last >= 0) {
        emit dataChanged(index(qMin(first, last), 0), index(qMax(first, last), columnCount() - 1));
    } else { // other rows stand here by now
        tellAllChanged();
    }
}

void OrderTableModel::updateOne(OrderId id)
{
    if (!m_rows.contains(id)) {
        return; // not looked at: it is read when it is
    }
    whenDone(m_source.page({id}), this, [this, id](const StorageResult<QList<OrderSummary>> &answer) {
        if (!answer || answer->isEmpty() || !m_rows.contains(id)) {
            return;
        }
        m_rows.insert(id, answer->first());
        glow(id);
    });
}

void OrderTableModel::glow(OrderId id)
{
    m_glowing.insert(id);
    rowChanged(rowOf(id));
    QTimer::singleShot(GlowMs, this, [this, id] {
        m_glowing.remove(id);
        rowChanged(rowOf(id));
    });
}

void OrderTableModel::rowChanged(int row)
{
    if (row >= 0) {
        emit dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
}

} // namespace kessai
