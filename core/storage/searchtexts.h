#pragma once

#include "core/storage/database.h"
#include "core/storage/searchbuffer.h"

#include <QStringList>

namespace kessai {

/// The texts of order_search in memory, as they are in the database at the moment of a question (design.md
/// §11): whatever was written since the last one is read before it is answered. Used by the thread of its
/// connection.
class SearchTexts
{
public:
    explicit SearchTexts(Database &database) : m_database(database) {}

    /// Reads some thousand texts more; a million take about a second in all. To be called again and again
    /// while nothing else is to be done.
    /// @returns false when there is nothing left to read
    StorageResult<bool> readMore();

    /// Whether texts can be looked for here; until then, and where they are too many, the database has to be
    /// asked.
    [[nodiscard]] bool isReady() const { return m_state == State::Ready; }

    /// The orders whose text has all these pieces; none if it was stopped. Only where isReady(), inside a
    /// snapshot, whose other reads it then agrees with; after it isReady() may be over.
    /// @param pieces folded, at least one (searchedPiecesOf())
    StorageResult<std::optional<OrderIdSet>> find(const QStringList &pieces,
                                                  const std::atomic<bool> &stopped);

private:
    enum class State { Reading, Ready, TooMany };
    StorageResult<Nothing> begin();
    StorageResult<qsizetype> take(const QString &condition, const QVariantList &values);
    StorageResult<Nothing> catchUp();
    void startAgain();

    Database &m_database;
    SearchBuffer m_buffer;
    State m_state = State::Reading;
    std::optional<qint64> m_unseenFrom; ///< SearchStamps: what has changed since has this one or more
    OrderId m_last;                     ///< with the highest id of those that were read in their order
    int m_reconnects = 0;               ///< of the connection, when the texts were begun
};

} // namespace kessai
