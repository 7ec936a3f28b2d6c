#pragma once

#include "ui/models/ordersource.h"

#include <QTimer>

namespace kessai {

/// 保存した検索: the shop's own searches with what they find, kept live.
class SavedSearchList : public QObject
{
    Q_OBJECT

public:
    struct Entry
    {
        SavedSearch search;
        std::optional<qint64> count; ///< none: not counted yet
    };

    /// @param source its own (another kind), or the counts of the lists would drop these
    explicit SavedSearchList(OrderSource &source, QObject *parent = nullptr);

    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; }
    /// What it counts from today or from now is counted from this moment.
    [[nodiscard]] std::optional<SavedSearch> byId(qint64 id) const;
    /// Reads them, then counts.
    void refresh();
    /// The same name replaces.
    void keep(const QString &name, const OrderFilter &filter);
    void rename(qint64 id, const QString &name);
    void remove(qint64 id);

signals:
    void changed();
    /// Why a search could not be kept, renamed, deleted or read, in a sentence.
    void failed(const QString &message);

private:
    void count();
    void afterChange(const QFuture<StorageResult<Nothing>> &change);

    OrderSource &m_source;
    QTimer m_pause;
    QList<Entry> m_entries;
};

} // namespace kessai
