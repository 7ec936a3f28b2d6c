#pragma once

#include "core/storage/database.h"

namespace kessai {

/// Who writes: one installation and this start of it (journal.md §1).
struct Seat
{
    QString name;      ///< machine name
    QString boot;      ///< random, made at each process start
    qint64 number = 0; ///< PostgreSQL: the advisory lock's number, seatNumberOf(boot)
};

/// The number of the advisory lock that a start of the program holds: it follows from the boot id alone, so
/// that every seat can ask for every owner in the journal whether it lives. 63 bits of SHA-256 of a random
/// id: should two seats ever meet in one number, the second is refused and takes another at its next start.
qint64 seatNumberOf(const QString &boot);

/// PostgreSQL: takes the seat's advisory lock on this connection, its sign of life (journal.md §10), and
/// again on each connection that replaces a lost one. SQLite: does nothing, the instance lock beside the
/// database stands for it.
///
/// The lock is taken again before any other statement and waits for the end of the lost session. So whatever
/// that session was doing, such as a COMMIT whose answer was lost, is decided before anything is read back.
StorageResult<Nothing> holdSeat(Database &database, const Seat &seat);

/// PostgreSQL: whether other programs hold seats in this database, of this version or an older one.
StorageResult<bool> otherSeatsAreAlive(Database &database);

/// How many programs hold seats in this database, this one counted in; SQLite: always 1.
StorageResult<int> livingSeats(Database &database);

/// PostgreSQL: is the session that started with this boot id still connected?
StorageResult<bool> seatIsAlive(Database &database, const QString &boot);

} // namespace kessai
