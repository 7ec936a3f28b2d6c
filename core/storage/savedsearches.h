#pragma once

#include "core/storage/database.h"
#include "core/storage/orderfilter.h"

namespace kessai {

/// A search that staff keep under a name.
struct SavedSearch
{
    qint64 id = 0;
    QString name;
    OrderFilter filter;
};

/// Table saved_view: the shop's own searches, shared by its seats.
class SavedSearches
{
public:
    /// Longer names are refused.
    static constexpr int NameMaximum = 60;
    /// More are not kept: each of them is counted for the side bar.
    static constexpr int CountMaximum = 100;

    explicit SavedSearches(Database &database) : m_database(database) {}

    /// By id; unreadable content is left out and told by a log line.
    /// @param now what a search counts from today or from now is counted from this instant (askedAt)
    StorageResult<QList<SavedSearch>> all(const QDateTime &now);
    /// The same name replaces. An empty or too long name, or too many searches: a sentence for staff.
    StorageResult<Nothing> keep(const QString &name, const OrderFilter &filter);
    /// A name that another search has: StorageError::Kind::Unique, with a sentence for staff.
    StorageResult<Nothing> rename(qint64 id, const QString &name);
    StorageResult<Nothing> remove(qint64 id);

private:
    Database &m_database;
};

} // namespace kessai
