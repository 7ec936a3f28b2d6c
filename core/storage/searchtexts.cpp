#include "core/storage/searchtexts.h"

#include "core/storage/searchstamps.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// Some milliseconds: whoever asks for something meanwhile waits for no more.
constexpr qsizetype RowsAtOnce = 5000;

} // namespace

void SearchTexts::startAgain()
{
    m_buffer.clear();
    m_state = State::Reading;
    m_unseenFrom.reset();
    m_last = {};
}

StorageResult<bool> SearchTexts::readMore()
{
    if (m_state != State::Reading) {
        return false;
    }
    const auto snapshot = Transaction::beginSnapshot(m_database);
    if (!snapshot) {
        return failure(snapshot.error());
    }
    const auto begun = m_unseenFrom ? StorageResult<Nothing>(Nothing{}) : begin();
    if (!begun) {
        return failure(begun.error());
    }
    const auto taken =
        take(u"WHERE order_id > ? ORDER BY order_id LIMIT %1"_s.arg(RowsAtOnce), {m_last.value});
    if (!taken) {
        return failure(taken.error());
    }
    if (m_state == State::Reading && *taken < RowsAtOnce) {
        m_state = State::Ready;
    }
    return m_state == State::Reading;
}

/// What is changed from now on is read again later.
StorageResult<Nothing> SearchTexts::begin()
{
    const auto stamps = readSearchStamps(m_database);
    if (!stamps) {
        return failure(stamps.error());
    }
    m_unseenFrom = stamps->unseenFrom;
    m_reconnects = m_database.reconnects();
    return Nothing{};
}

/// @returns how many rows there were
StorageResult<qsizetype> SearchTexts::take(const QString &condition, const QVariantList &values)
{
    qsizetype taken = 0;
    QByteArray text;
    const auto read = m_database.forEachRow(u"SELECT order_id, text FROM order_search "_s + condition, values,
                                            [&](const Rows &row) {
                                                const OrderId id{row.number(0)};
                                                row.readUtf8(1, text);
                                                m_last = std::max(m_last, id);
                                                ++taken;
                                                if (!m_buffer.put(id, text)) {
                                                    m_state = State::TooMany;
                                                }
                                            });
    if (!read) {
        return failure(read.error());
    }
    if (m_state == State::TooMany) {
        m_buffer.clear();
    }
    return taken;
}

StorageResult<Nothing> SearchTexts::catchUp()
{
    const auto stamps = readSearchStamps(m_database);
    if (!stamps) {
        return failure(stamps.error());
    }
    if (m_reconnects != m_database.reconnects()) { // perhaps to a server that was set back meanwhile
        startAgain();
        return Nothing{};
    }
    const auto taken = take(u"WHERE stamp >= ? AND stamp < ?"_s, {*m_unseenFrom, stamps->end});
    if (!taken) {
        return failure(taken.error());
    }
    m_unseenFrom = stamps->unseenFrom;
    return Nothing{};
}

StorageResult<std::optional<OrderIdSet>> SearchTexts::find(const QStringList &pieces,
                                                           const std::atomic<bool> &stopped)
{
    const auto caughtUp = catchUp();
    if (!caughtUp) {
        return failure(caughtUp.error());
    }
    std::optional<OrderIdSet> found;
    for (const QString &piece : pieces) {
        auto more = isReady() ? m_buffer.find(piece.toUtf8(), stopped) : std::nullopt;
        if (!more) {
            return std::optional<OrderIdSet>();
        }
        if (found) {
            found->intersect(*more);
        } else {
            found = std::move(more);
        }
    }
    return found;
}

} // namespace kessai
