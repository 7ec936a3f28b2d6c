#include "core/storage/seat.h"

#include "core/storage/databaseerrors.h"

#include <QCryptographicHash>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// The lock of a number of 64 bits as pg_locks shows it: its halves in two columns.
const QString heldLock = u"FROM pg_locks l JOIN pg_database d ON d.oid = l.database "
                         "WHERE l.locktype = 'advisory' AND d.datname = current_database() AND l.granted "
                         "AND l.objsubid = 1 AND l.classid::bigint = ? AND l.objid::bigint = ?"_s;

/// The locks of the other sessions.
const QString locksOfOthers = u"FROM pg_locks l JOIN pg_database d ON d.oid = l.database "
                              "WHERE l.locktype = 'advisory' AND d.datname = current_database() "
                              "AND l.granted AND l.objsubid = 1 AND l.pid <> pg_backend_pid()"_s;

QVariantList halvesOf(qint64 number)
{
    return {qint64(quint64(number) >> 32), qint64(quint64(number) & 0xffffffff)};
}

/// Where the network broke, the server may still hold the lost session open. It is ours and must end first.
StorageResult<Nothing> retakeSeat(Database &database, qint64 number, int lostBackend)
{
    const auto ended = database.run(u"SELECT pg_terminate_backend(l.pid) "_s + heldLock + u" AND l.pid = ?"_s,
                                    halvesOf(number) + QVariantList{lostBackend});
    if (!ended) {
        return failure(ended.error());
    }
    // While we were cut off, another seat may have brought the database to a newer version. Then what is ours
    // must be free to be taken over.
    const auto version = database.first(u"SELECT value FROM meta WHERE name = 'schemaVersion'"_s);
    if (!version) {
        return failure(version.error());
    }
    if (version->value(0).toString().toInt() > newestSchemaVersion()) {
        return failure(storageErrorOf(database.spec(), StorageError::Kind::Newer, QString(), QString()));
    }
    const auto locked = database.run(u"SELECT pg_advisory_lock(?)"_s, {number}); // up to lock_timeout
    return locked ? StorageResult<Nothing>(Nothing{}) : failure(locked.error());
}

} // namespace

qint64 seatNumberOf(const QString &boot)
{
    const QByteArray hash = QCryptographicHash::hash(boot.toUtf8(), QCryptographicHash::Sha256);
    quint64 number = 0;
    for (int i = 0; i < 8; ++i) {
        number = number << 8 | quint8(hash[i]);
    }
    return qint64(number >> 1);
}

StorageResult<Nothing> holdSeat(Database &database, const Seat &seat)
{
    if (database.dialect() == Database::Dialect::Sqlite) {
        return Nothing{};
    }
    const qint64 number = seatNumberOf(seat.boot);
    const auto row = database.first(u"SELECT pg_try_advisory_lock(?)"_s, {number});
    if (!row) {
        return failure(row.error());
    }
    if (!row->value(0).toBool()) {
        return failure(storageErrorOf(database.spec(), StorageError::Kind::Busy, QString(), seat.name));
    }
    database.setSessionStart(
        [number](Database &again, int lostBackend) { return retakeSeat(again, number, lostBackend); });
    return Nothing{};
}

StorageResult<bool> otherSeatsAreAlive(Database &database)
{
    const auto row = database.first(u"SELECT 1 "_s + locksOfOthers + u" LIMIT 1"_s);
    return row ? StorageResult<bool>(!row->isEmpty()) : failure(row.error());
}

StorageResult<int> livingSeats(Database &database)
{
    if (database.dialect() == Database::Dialect::Sqlite) {
        return 1;
    }
    const auto row = database.first(u"SELECT count(DISTINCT l.pid) "_s + locksOfOthers);
    return row ? StorageResult<int>(1 + row->value(0).toInt()) : failure(row.error());
}

StorageResult<bool> seatIsAlive(Database &database, const QString &boot)
{
    const auto row = database.first(u"SELECT 1 "_s + heldLock, halvesOf(seatNumberOf(boot)));
    if (!row) {
        return failure(row.error());
    }
    return !row->isEmpty();
}

} // namespace kessai
