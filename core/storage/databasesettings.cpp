#include "core/storage/databasesettings.h"

#include "core/storage/databaseerrors.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// A statement that sets, one that reads back, and the answer that is right.
struct Setting
{
    QString set;
    QString readBack;
    QString right;
};

QList<Setting> sqliteSettings(DatabaseMode mode)
{
    QList<Setting> settings{
        {u"PRAGMA foreign_keys = ON"_s, u"PRAGMA foreign_keys"_s, u"1"_s},
        {u"PRAGMA synchronous = FULL"_s, u"PRAGMA synchronous"_s, u"2"_s},
        {QString(), u"PRAGMA busy_timeout"_s, u"3000"_s},
    };
    if (mode == DatabaseMode::ReadWrite) {
        settings.prepend({u"PRAGMA journal_mode = WAL"_s, u"PRAGMA journal_mode"_s, u"wal"_s});
    } else {
        settings.append({u"PRAGMA query_only = ON"_s, u"PRAGMA query_only"_s, u"1"_s});
    }
    // Mapped pages made a cold read a hundred times slower (design.md §11).
    settings.append({u"PRAGMA mmap_size = 0"_s, u"PRAGMA mmap_size"_s, u"0"_s});
    return settings;
}

QList<Setting> postgresqlSettings(const DatabaseSpec &spec, DatabaseMode mode)
{
    QList<Setting> settings{
        {u"SET synchronous_commit = on"_s, u"SHOW synchronous_commit"_s, u"on"_s},
        {u"SET statement_timeout = '10s'"_s, u"SHOW statement_timeout"_s, u"10s"_s},
        {u"SET lock_timeout = '3s'"_s, u"SHOW lock_timeout"_s, u"3s"_s},
        {u"SET idle_in_transaction_session_timeout = '5s'"_s, u"SHOW idle_in_transaction_session_timeout"_s,
         u"5s"_s},
        {u"SET standard_conforming_strings = on"_s, u"SHOW standard_conforming_strings"_s, u"on"_s},
        {u"SET default_transaction_isolation = 'read committed'"_s, u"SHOW default_transaction_isolation"_s,
         u"read committed"_s},
        {u"SET client_encoding = 'UTF8'"_s, u"SHOW client_encoding"_s, u"UTF8"_s},
        {QString(), u"SHOW server_encoding"_s, u"UTF8"_s},
    };
    if (!spec.host.isEmpty() && !spec.host.startsWith(u'/')) {
        // The server notices within half a minute that a seat has vanished without a word, so that its lock
        // becomes free; a unix socket has neither the need nor the settings.
        settings += {{u"SET tcp_keepalives_idle = 15"_s, u"SHOW tcp_keepalives_idle"_s, u"15"_s},
                     {u"SET tcp_keepalives_interval = 5"_s, u"SHOW tcp_keepalives_interval"_s, u"5"_s},
                     {u"SET tcp_keepalives_count = 3"_s, u"SHOW tcp_keepalives_count"_s, u"3"_s},
                     {u"SET tcp_user_timeout = '30s'"_s, u"SHOW tcp_user_timeout"_s, u"30000"_s}};
    }
    if (mode == DatabaseMode::ReadOnly) {
        settings.append(
            {u"SET default_transaction_read_only = on"_s, u"SHOW default_transaction_read_only"_s, u"on"_s});
    }
    return settings;
}

StorageResult<Nothing> apply(Database &database, const Setting &setting)
{
    if (!setting.set.isEmpty()) {
        const auto set = database.run(setting.set);
        if (!set) {
            return failure(set.error());
        }
    }
    const auto row = database.first(setting.readBack);
    if (!row) {
        return failure(row.error());
    }
    // An engine without mapped pages has no row here, which is as good as 0.
    const QString present = row->isEmpty() ? setting.right : row->at(0).toString();
    if (present != setting.right) {
        return failure(storageErrorOf(database.spec(), StorageError::Kind::Unavailable, QString(),
                                      u"%1 = %2, %3"_s.arg(setting.readBack, present, setting.right)));
    }
    return Nothing{};
}

} // namespace

StorageResult<Nothing> applySettings(Database &database)
{
    const bool sqlite = database.dialect() == Database::Dialect::Sqlite;
    const QList<Setting> settings =
        sqlite ? sqliteSettings(database.mode()) : postgresqlSettings(database.spec(), database.mode());
    for (const Setting &setting : settings) {
        const auto applied = apply(database, setting);
        if (!applied) {
            return applied;
        }
    }
    return Nothing{};
}

} // namespace kessai
