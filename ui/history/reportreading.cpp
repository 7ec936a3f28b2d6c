#include "ui/history/reportreading.h"

#include "ui/models/whendone.h"

namespace kessai {

namespace {

constexpr qint64 ChunkRows = 500;

} // namespace

ReportReading::ReportReading(ShopSession &session, std::shared_ptr<ReportTable> table, QList<Range> ranges,
                             QObject *parent)
    : QObject(parent), m_session(session), m_table(std::move(table)), m_ranges(std::move(ranges))
{
}

void ReportReading::next()
{
    while (!m_ranges.isEmpty() && m_ranges.first().count <= 0) {
        m_ranges.removeFirst();
    }
    if (m_ranges.isEmpty()) {
        emit finished();
        deleteLater();
        return;
    }
    Range &range = m_ranges.first();
    const Range chunk{range.first, qMin(range.count, ChunkRows)};
    range.first += chunk.count;
    range.count -= chunk.count;
    const auto read = [table = m_table, chunk](Database &database) {
        return table->rows(database, chunk.first, chunk.count);
    };
    whenDone(
        m_session.onReader({}, read), this,
        [this](const StorageResult<QList<ReportRow>> &rows) { take(rows); }, [this] { deleteLater(); });
}

void ReportReading::take(const StorageResult<QList<ReportRow>> &rows)
{
    if (!rows) {
        emit failed(rows.error().message);
        deleteLater();
        return;
    }
    emit rowsRead(*rows);
    next();
}

} // namespace kessai
