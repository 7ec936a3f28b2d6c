#pragma once

#include "core/storage/storageerror.h"
#include "ui/models/whendone.h"

#include <QFuture>
#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

#include <functional>

namespace kessai {

/// The rows of a long list: read a page at a time when somebody looks at them, kept for as long as they are
/// near. A list of a hundred thousand never lies in the window's memory. Part of the model that shows them.
template <typename Row>
class PageCache
{
public:
    /// Rows from `first` on, as many as `count`; fewer at the end.
    using Read = std::function<QFuture<StorageResult<QList<Row>>>(int first, int count)>;
    using Came = std::function<void(int first, int last)>;
    using Failed = std::function<void(const QString &message)>;

    /// @param came rows are there that were looked at; their cells are to be shown anew
    PageCache(QObject &model, Read read, Came came, Failed failed = {})
        : m_model(model), m_read(std::move(read)), m_came(std::move(came)), m_failed(std::move(failed))
    {
    }

    /// Other rows stand in the list.
    void restart()
    {
        ++m_generation;
        m_pages.clear();
        m_stale.clear();
        m_wanted.clear();
    }
    /// The rows have changed: those that are there stay to be seen until they are read anew, when somebody
    /// looks at them.
    void refresh()
    {
        ++m_refreshes;
        const QList<int> known = m_pages.keys();
        m_stale = QSet<int>(known.begin(), known.end());
    }
    /// None while the row is not read yet; then it is, soon.
    [[nodiscard]] const Row *at(int row) const
    {
        const int page = row / PageRows;
        const auto found = m_pages.constFind(page);
        const bool there = found != m_pages.constEnd();
        if (!there || m_stale.contains(page)) {
            want(page);
        }
        return there && row % PageRows < found->size() ? &found->at(row % PageRows) : nullptr;
    }

private:
    static constexpr int PageRows = 100;
    static constexpr int WantedMaximum = 4; ///< whoever scrolls past a page does not wait for it
    static constexpr int KeptPages = 40;

    void want(int page) const
    {
        m_wanted.removeAll(page);
        m_wanted.append(page);
        if (!m_readScheduled) {
            m_readScheduled = true; // a model's data() changes nothing: read when the loop comes round
            auto *self = const_cast<PageCache *>(this);
            QMetaObject::invokeMethod(
                &m_model, [self] { self->readWanted(); }, Qt::QueuedConnection);
        }
    }

    void readWanted()
    {
        m_readScheduled = false;
        if (m_reading || m_wanted.isEmpty()) {
            return;
        }
        while (m_wanted.size() > WantedMaximum) {
            m_wanted.removeFirst();
        }
        const int page = m_wanted.takeLast();
        m_reading = true;
        const auto done = [this, page, generation = m_generation,
                           refreshes = m_refreshes](const StorageResult<QList<Row>> &rows) {
            m_reading = false;
            if (!rows) {
                m_wanted.clear();
                if (m_failed) {
                    m_failed(rows.error().message);
                }
            } else if (generation == m_generation) {
                store(page, *rows, refreshes == m_refreshes);
            }
            readWanted();
        };
        whenDone(m_read(page * PageRows, PageRows), &m_model, done, [this] { m_reading = false; });
    }

    /// @param fresh nothing has changed while they were read
    void store(int page, const QList<Row> &rows, bool fresh)
    {
        if (m_pages.size() >= KeptPages && !m_pages.contains(page)) {
            m_pages.clear();
            m_stale.clear();
        }
        if (fresh) {
            m_stale.remove(page);
        } else {
            m_stale.insert(page);
        }
        m_pages.insert(page, rows);
        if (!rows.isEmpty()) {
            m_came(page * PageRows, page * PageRows + int(rows.size()) - 1);
        }
    }

    QObject &m_model;
    Read m_read;
    Came m_came;
    Failed m_failed;
    QHash<int, QList<Row>> m_pages;
    QSet<int> m_stale;           ///< shown still, to be read again when looked at
    mutable QList<int> m_wanted; ///< pages that were looked at, newest last
    mutable bool m_readScheduled = false;
    bool m_reading = false;
    int m_generation = 0;
    int m_refreshes = 0; ///< what was asked before the last one is stale
};

} // namespace kessai
