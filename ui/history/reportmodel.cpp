#include "ui/history/reportmodel.h"

#include "ui/models/cellroles.h"
#include "ui/models/whendone.h"
#include "ui/widgets/rowdetails.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int PageRows = 100;
constexpr int WantedPagesMaximum = 4; ///< while somebody scrolls only the last pages looked at matter
constexpr qsizetype CachedPagesMaximum = 100;

} // namespace

ReportModel::ReportModel(ShopSession &session, const QByteArray &kind, const QList<ReportColumn> &columns,
                         QObject *parent)
    : QAbstractTableModel(parent), m_session(session), m_kind(kind), m_columns(columns)
{
}

void ReportModel::show(const std::shared_ptr<ReportTable> &table, bool sameRows)
{
    const int generation = ++m_generation;
    setOpening(true);
    const auto done = [this, generation, table, sameRows](const StorageResult<qint64> &count) {
        if (generation != m_generation) {
            return;
        }
        setOpening(false);
        if (count) {
            take(table, int(*count), sameRows);
        } else {
            emit failed(count.error().message);
        }
    };
    const auto dropped = [this, generation] {
        if (generation == m_generation) {
            setOpening(false);
        }
    };
    whenDone(m_session.onReader(m_kind, [table](Database &database) { return table->open(database); }), this,
             done, dropped);
}

void ReportModel::stop()
{
    if (m_opening) {
        ++m_generation;
        m_session.stopReads(m_kind);
        setOpening(false);
    }
}

void ReportModel::setOpening(bool opening)
{
    if (m_opening != opening) {
        m_opening = opening;
        emit openingChanged(opening);
    }
}

void ReportModel::take(std::shared_ptr<ReportTable> table, int count, bool sameRows)
{
    m_wanted.clear();
    const int more = count - m_count;
    const bool reset = !m_table || !sameRows || more < 0;
    m_table = std::move(table);
    if (reset) {
        beginResetModel();
        m_pages.clear();
        m_count = count;
        endResetModel();
    } else {
        m_pages.clear();
        if (more > 0) {
            beginInsertRows({}, 0, more - 1);
            m_count = count;
            endInsertRows();
        }
        if (m_count > 0) {
            emit dataChanged(index(0, 0), index(m_count - 1, columnCount() - 1));
        }
    }
    emit opened(count);
}

std::optional<ReportRow> ReportModel::rowAt(int row) const
{
    const auto page = m_pages.constFind(row / PageRows);
    if (row < 0 || page == m_pages.constEnd() || row % PageRows >= page->size()) {
        return {};
    }
    return page->at(row % PageRows);
}

int ReportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

int ReportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

/// All columns, hidden ones too, each with its name.
QString ReportModel::detailsOf(const ReportRow &row) const
{
    QStringList facts;
    for (int section = 0; section < row.cells.size(); ++section) {
        const QString text = row.cells.at(section).text();
        if (!text.isEmpty()) {
            facts.append(tr("%1: %2").arg(m_columns.at(section).title, text));
        }
    }
    return facts.join(u"　");
}

QVariant ReportModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const ReportColumn &column = m_columns.at(index.column());
    if (role == Qt::TextAlignmentRole) {
        return int(Qt::AlignVCenter | (column.rightAligned ? Qt::AlignRight : Qt::AlignLeft));
    }
    const auto row = rowAt(index.row());
    if (!row) {
        if (role == Qt::DisplayRole || role == LoadingRole || role == Qt::AccessibleTextRole) {
            want(index.row() / PageRows);
        }
        return role == LoadingRole ? QVariant(true) : QVariant();
    }
    const ReportCell &cell = row->cells.at(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return cell.text();
    case Qt::ToolTipRole:
        return cell.explanation;
    case DetailsRole:
        return detailsOf(*row);
    case BadgeRole:
        return cell.badge ? QVariant::fromValue(*cell.badge) : QVariant();
    case MeaningRole:
        return cell.meaning ? QVariant(int(*cell.meaning)) : QVariant();
    default:
        return {};
    }
}

QVariant ReportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size()) {
        return {};
    }
    const ReportColumn &column = m_columns.at(section);
    switch (role) {
    case Qt::DisplayRole:
        return column.title;
    case Qt::ToolTipRole:
        return column.explanation;
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (column.rightAligned ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

void ReportModel::want(int page) const
{
    m_wanted.removeOne(page);
    m_wanted.append(page);
    while (m_wanted.size() > WantedPagesMaximum) {
        m_wanted.removeFirst();
    }
    if (!m_readScheduled && !m_reading) {
        m_readScheduled = true;
        auto *self = const_cast<ReportModel *>(this); // reading fills a cache, the model's value stays
        QMetaObject::invokeMethod(self, &ReportModel::readWanted, Qt::QueuedConnection);
    }
}

void ReportModel::readWanted()
{
    m_readScheduled = false;
    if (m_reading || m_wanted.isEmpty()) {
        return;
    }
    const int page = m_wanted.takeLast();
    m_reading = true;
    const auto done = [this, page, asked = m_table](const StorageResult<QList<ReportRow>> &rows) {
        m_reading = false;
        if (!rows) {
            emit failed(rows.error().message);
        } else if (asked == m_table) {
            storePage(page, *rows);
        }
        readWanted();
    };
    const auto read = [table = m_table, page](Database &database) {
        return table->rows(database, qint64(page) * PageRows, PageRows);
    };
    whenDone(m_session.onReader({}, read), this, done, [this] { m_reading = false; });
}

void ReportModel::storePage(int page, const QList<ReportRow> &rows)
{
    if (m_pages.size() > CachedPagesMaximum) {
        m_pages.clear();
    }
    m_pages.insert(page, rows);
    const int first = page * PageRows;
    const int last = qMin(m_count, first + PageRows) - 1;
    if (first <= last) {
        emit dataChanged(index(first, 0), index(last, columnCount() - 1));
    }
}

} // namespace kessai
