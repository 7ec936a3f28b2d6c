#pragma once

#include "core/base/instancelock.h"
#include "core/services/shop.h"
#include "core/settings/datafolder.h"
#include "core/settings/settings.h"
#include "core/storage/database.h"

namespace kessai {

/// The steps in which a shop is opened or set up; each says in words what is wrong.

/// NotSetUp where nobody has set up a shop in the folder.
Result<Settings, ShopError> settingsOfShop(const DataFolder &folder);

/// Where the shop's database is.
Result<DatabaseSpec, ShopError> databaseOfShop(const DataFolder &folder, const Settings &settings);

/// SQLite: one process holds the lock beside the database (journal.md §10). PostgreSQL: a seat of its own, no
/// lock.
Result<std::unique_ptr<InstanceLock>, ShopError> lockShop(const DataFolder &folder, const DatabaseSpec &spec,
                                                          const QDateTime &now);

/// Shop: the settings know of one, so a database without its records is gone, emptied or another one and is
/// refused: an empty one in its place would have forgotten what was asked of the gateway.
enum class DatabaseContent { Shop, ShopOrNothing };

/// Opens, checks and migrates (with a backup before); a read-only connection takes only a database of this
/// version.
Result<std::unique_ptr<Database>, ShopError> openDatabase(const DataFolder &folder, const DatabaseSpec &spec,
                                                          DatabaseMode mode, DatabaseContent content,
                                                          const QDateTime &now);

/// What staff are told of a broken SQLite file: what is wrong and from which backup to restore it.
/// @param backup "" where there is no good one in the folder
QString corruptionInWords(const DatabaseSpec &spec, const QString &problem, const QString &backup,
                          const QString &backupFolder);

/// Refuses a gateway address that is neither GMO's, nor loopback, nor allowed by name (design.md §7).
Result<GatewayEnvironment, ShopError> checkedEnvironment(const Settings &settings);

/// The database belongs to one environment and shop for ever.
Result<Nothing, ShopError> bindDatabase(Database &database, const Settings &settings);

/// When a backup was made, by the clock in Japan: 2020/12/03 13:21.
QString backupTimeInWords(const QString &backup);

ShopError databaseError(const StorageError &error);

} // namespace kessai
