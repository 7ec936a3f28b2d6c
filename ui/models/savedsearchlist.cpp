#include "ui/models/savedsearchlist.h"

#include "ui/models/whendone.h"

#include <algorithm>
#include <chrono>

namespace kessai {

using namespace std::chrono_literals;

SavedSearchList::SavedSearchList(OrderSource &source, QObject *parent) : QObject(parent), m_source(source)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(2000ms); // each search is counted by itself, on the thread that reads the rows
    connect(&m_pause, &QTimer::timeout, this, &SavedSearchList::count);
    const auto soon = [this] {
        if (!m_pause.isActive() && !m_entries.isEmpty()) {
            m_pause.start();
        }
    };
    connect(&source, &OrderSource::orderChanged, this, soon);
    connect(&source, &OrderSource::ordersChanged, this, soon);
}

std::optional<SavedSearch> SavedSearchList::byId(qint64 id) const
{
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [id](const Entry &entry) { return entry.search.id == id; });
    if (found == m_entries.cend()) {
        return std::nullopt;
    }
    SavedSearch search = found->search;
    search.filter = askedAt(search.filter, m_source.now());
    return search;
}

void SavedSearchList::refresh()
{
    const auto done = [this](const StorageResult<QList<SavedSearch>> &answer) {
        if (!answer) {
            emit failed(answer.error().message);
            return;
        }
        m_entries.clear();
        for (const SavedSearch &search : *answer) {
            m_entries.append({search, {}});
        }
        emit changed();
        count();
    };
    whenDone(m_source.savedSearches(), this, done);
}

void SavedSearchList::count()
{
    if (m_entries.isEmpty()) {
        return;
    }
    QList<OrderFilter> filters;
    QList<qint64> ids;
    for (const Entry &entry : std::as_const(m_entries)) {
        filters.append(askedAt(entry.search.filter, m_source.now())); // the day may have changed since
        ids.append(entry.search.id);
    }
    const auto done = [this, ids](const StorageResult<QList<qint64>> &counts) {
        if (!counts || counts->size() != ids.size()) {
            return; // the numbers of before stay
        }
        for (Entry &entry : m_entries) {
            const qsizetype place = ids.indexOf(entry.search.id);
            if (place >= 0) {
                entry.count = counts->at(place);
            }
        }
        emit changed();
    };
    whenDone(m_source.countEach(filters), this, done);
}

void SavedSearchList::keep(const QString &name, const OrderFilter &filter)
{
    afterChange(m_source.keepSearch(name, filter));
}

void SavedSearchList::rename(qint64 id, const QString &name)
{
    afterChange(m_source.renameSearch(id, name));
}

void SavedSearchList::remove(qint64 id)
{
    afterChange(m_source.removeSearch(id));
}

void SavedSearchList::afterChange(const QFuture<StorageResult<Nothing>> &change)
{
    whenDone(change, this, [this](const StorageResult<Nothing> &answer) {
        if (!answer) {
            emit failed(answer.error().message);
        }
        refresh(); // also after a refusal: the side bar shows the name that is in force
    });
}

} // namespace kessai
