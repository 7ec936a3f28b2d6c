#pragma once

#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace kessai {

/// Calls `done(result)` on the context's thread when the future has a result. Does nothing when the future
/// was cancelled or the context is gone by then. (QFuture::then with a context is not safe against the latter
/// in Qt 6.4.)
/// @param dropped called instead when the future was cancelled
template <typename T, typename Done, typename Dropped>
void whenDone(const QFuture<T> &future, QObject *context, Done done, Dropped dropped)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, done = std::move(done), dropped = std::move(dropped)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0) {
                             done(watcher->result());
                         } else {
                             dropped();
                         }
                     });
    watcher->setFuture(future);
}

template <typename T, typename Done>
void whenDone(const QFuture<T> &future, QObject *context, Done done)
{
    whenDone(future, context, std::move(done), [] {});
}

} // namespace kessai
