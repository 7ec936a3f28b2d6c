#include "ui/models/orderreading.h"

#include "ui/models/whendone.h"

namespace kessai {

namespace {

constexpr qsizetype ChunkRows = 1000;

} // namespace

OrderReading::OrderReading(OrderSource &source, QList<OrderId> ids, QObject *parent)
    : QObject(parent), m_source(source), m_ids(std::move(ids))
{
}

void OrderReading::next()
{
    if (m_asked == m_ids.size()) {
        emit finished();
        deleteLater();
        return;
    }
    const QList<OrderId> chunk = m_ids.mid(m_asked, ChunkRows);
    m_asked += chunk.size();
    const auto done = [this](const StorageResult<QList<OrderSummary>> &answer) { take(answer); };
    whenDone(m_source.page(chunk), this, done, [this] { deleteLater(); });
}

void OrderReading::take(const StorageResult<QList<OrderSummary>> &answer)
{
    if (!answer) {
        emit failed(answer.error().message);
        deleteLater();
        return;
    }
    emit rowsRead(*answer);
    next();
}

} // namespace kessai
