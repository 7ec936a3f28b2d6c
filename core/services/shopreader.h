#pragma once

#include "core/storage/ordersearch.h"

#include <QMutex>
#include <QObject>
#include <QThread>

#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace kessai {

/// The reader's half: one read at a time on a thread of its own. While nobody asks it reads the texts that
/// are searched in memory.
class ShopReader : public QObject
{
public:
    ShopReader();
    ~ShopReader() override;

    /// A read and, asked after it, whether it was interrupted for a newer one.
    using Job = std::function<void(OrderSearch &, const std::atomic<bool> &)>;

    /// `opened` is called on the context's thread: nothing, or why there is no connection.
    void open(const DatabaseSpec &spec, QObject *context,
              std::function<void(std::optional<StorageError>)> opened);
    /// Drops waiting jobs of the kind and interrupts a running one; "" is never dropped.
    void add(const QByteArray &kind, Job job);
    void drop(const QByteArray &kind);

private:
    struct Waiting
    {
        QByteArray kind;
        Job run;
    };
    std::deque<Waiting> take(const QByteArray &kind);
    void runNext();
    void readTextsSoon();
    void readTexts();

    QMutex m_mutex;
    std::deque<Waiting> m_jobs;
    QByteArray m_runningKind;
    std::atomic<bool> m_dropped = false;
    std::unique_ptr<Database> m_database; ///< used and closed on m_thread
    std::optional<OrderSearch> m_search;  ///< stands on it; there as long as it is
    bool m_readingTexts = false;          ///< on m_thread: is to go on
    QThread m_thread;
};

} // namespace kessai
