#pragma once

#include "core/storage/database.h"

#include <QDateTime>
#include <QMutex>
#include <QObject>
#include <QThread>

#include <atomic>
#include <functional>

namespace kessai {

/// The duties that read the whole database and must hold nobody up: one at a time, in the order asked, on a
/// thread of their own with a read-only connection, which neither writes nor checkpoints (journal.md §10).
class ShopUpkeep : public QObject
{
public:
    ShopUpkeep(DatabaseSpec spec, QString backupFolder);
    /// Interrupts what runs; what was not done is due again at the next start.
    ~ShopUpkeep() override;

    /// Words for staff about what is wrong, "" when all is well; an error when the duty could not be done.
    /// Called on the context's thread; not at all once the upkeep has ended.
    using Told = std::function<void(const StorageResult<QString> &)>;

    /// All chains of evidence and their seals (journal.md §15).
    void verifyChains(QObject *context, Told told);
    /// SQLite's full check of the file (journal.md §11); PostgreSQL: all is well.
    void checkIntegrity(QObject *context, Told told);
    /// SQLite's backup of the day of `now`, if it is not there yet; PostgreSQL: all is well.
    void backUp(const QDateTime &now, QObject *context, Told told);

private:
    using Duty = std::function<StorageResult<QString>(Database &)>;
    void post(Duty duty, QObject *context, Told told);
    StorageResult<QString> carryOut(const Duty &duty);
    void interrupt();

    DatabaseSpec m_spec;
    QString m_backupFolder;
    std::atomic<bool> m_ending = false;
    QMutex m_mutex;
    Database *m_database = nullptr; ///< of the duty that runs; under the mutex
    QThread m_thread;
};

} // namespace kessai
