#include "core/storage/backup.h"

#include "core/base/japantime.h"
#include "core/base/seams.h"
#include "core/storage/databaseerrors.h"
#include "core/storage/metastore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace kessai {

using namespace Qt::StringLiterals;
using Kind = StorageError::Kind;

namespace {

const QString dailyPattern = u"daily-%1.sqlite"_s;

StorageError problem(Kind kind, const QString &message)
{
    return {kind, QString(), message};
}

StorageResult<Nothing> checkFile(const QString &file)
{
    DatabaseSpec spec;
    spec.sqliteFile = file;
    const auto copy = Database::open(spec, DatabaseMode::ReadOnly);
    if (!copy) {
        return failure(copy.error());
    }
    const auto problems = integrityProblems(**copy, true);
    if (!problems) {
        return failure(problems.error());
    }
    if (!problems->isEmpty()) {
        return failure(storageErrorOf(spec, Kind::Corrupt, QString(), problems->first()));
    }
    const auto version = (*copy)->first(u"SELECT value FROM meta WHERE name = 'schemaVersion'"_s);
    if (!version) {
        return failure(storageErrorOf(spec, Kind::Corrupt, QString(), u"meta"_s));
    }
    if (version->value(0).toString().toInt() > newestSchemaVersion()) {
        return failure(storageErrorOf(spec, Kind::Newer, QString(), QString()));
    }
    return Nothing{};
}

/// A connection that is opened read-only cannot touch the database, but `query_only` would forbid it the copy
/// as well.
StorageResult<Nothing> vacuumInto(Database &database, const QString &file)
{
    const bool readOnly = database.mode() == DatabaseMode::ReadOnly;
    if (readOnly) {
        const auto opened = database.run(u"PRAGMA query_only = OFF"_s);
        if (!opened) {
            return failure(opened.error());
        }
    }
    StorageResult<Nothing> result = Nothing{};
    {
        const auto copied = database.run(u"VACUUM INTO ?"_s, {file});
        if (!copied) {
            result = failure(copied.error());
        }
    }
    if (readOnly) {
        const auto closed = database.run(u"PRAGMA query_only = ON"_s);
        if (!closed) {
            return failure(closed.error());
        }
    }
    return result;
}

bool makePrivate(const QString &file)
{
    return QFile::setPermissions(file, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

void removeOldest(const QDir &folder, int keep)
{
    QStringList files = folder.entryList({dailyPattern.arg(u"*"_s)}, QDir::Files, QDir::Name);
    while (files.size() > keep) {
        QFile::remove(folder.filePath(files.takeFirst()));
    }
}

/// The mark that Shop reads before money moves (journal.md §12).
StorageResult<Nothing> markForSweep(const QString &file)
{
    DatabaseSpec spec;
    spec.sqliteFile = file;
    const auto restored = Database::open(spec, DatabaseMode::ReadWrite);
    if (!restored) {
        return failure(restored.error());
    }
    return MetaStore(**restored).setSweepNeeded(true);
}

} // namespace

StorageResult<QStringList> integrityProblems(Database &database, bool full)
{
    QStringList problems;
    if (database.dialect() == Database::Dialect::Sqlite) {
        auto rows = database.run(full ? u"PRAGMA integrity_check"_s : u"PRAGMA quick_check"_s);
        if (!rows) {
            return failure(rows.error());
        }
        while (rows->next()) {
            if (rows->text(0) != u"ok"_s) {
                problems.append(rows->text(0));
            }
        }
        if (rows->lastError().isValid()) { // cut off half-way is not sound
            return failure(storageErrorOf(database.spec(), rows->lastError()));
        }
        return problems;
    }
    for (const QString &table : {u"meta"_s, u"orders"_s, u"order_item"_s, u"shipment"_s, u"payment"_s,
                                 u"op"_s, u"evidence"_s, u"seal"_s, u"finding"_s, u"bulk_run"_s}) {
        const auto head = database.first(u"SELECT * FROM %1 LIMIT 1"_s.arg(table));
        if (!head) {
            problems.append(u"%1: %2"_s.arg(table, head.error().message));
        }
    }
    return problems;
}

StorageResult<Nothing> backupTo(Database &database, const QString &file)
{
    if (database.dialect() == Database::Dialect::Postgresql) {
        return failure(
            problem(Kind::Other, u"PostgreSQL のバックアップは管理者が pg_dump で取ります（%1）。"_s.arg(
                                     database.spec().place())));
    }
    if (QFileInfo::exists(file)) {
        return failure(
            problem(Kind::Other, u"%1 はすでにあります。別の名前を指定してください。"_s.arg(file)));
    }
    // Under another name until it is whole: a backup cut off half-way must not look like one.
    const QString unfinished = file + u".part"_s;
    QFile::remove(unfinished);
    const auto copied = vacuumInto(database, unfinished);
    if (!copied) {
        QFile::remove(unfinished);
        return failure(copied.error());
    }
    KESSAI_KILL_POINT("K10");
    if (!makePrivate(unfinished)) {
        return failure(problem(Kind::Full, u"%1 の権限を設定できません。"_s.arg(unfinished)));
    }
    const auto checked = checkFile(unfinished);
    if (!checked) {
        QFile::remove(unfinished);
        return checked;
    }
    if (!QFile::rename(unfinished, file)) {
        return failure(
            problem(Kind::Full, u"%1 を書き込めません。フォルダーを確認してください。"_s.arg(file)));
    }
    return Nothing{};
}

StorageResult<QString> dailyBackup(Database &database, const QString &folder, const QDateTime &now, int keep)
{
    if (!QDir().mkpath(folder)) {
        return failure(problem(Kind::Unavailable,
                               u"フォルダー %1 を作れません。権限を確認してください。"_s.arg(folder)));
    }
    const QDir backups(folder);
    const QString file = backups.filePath(dailyPattern.arg(japantime::dayOf(now).toString(Qt::ISODate)));
    if (QFileInfo::exists(file)) {
        return file;
    }
    const auto made = backupTo(database, file);
    if (!made) {
        return failure(made.error());
    }
    removeOldest(backups, keep);
    return file;
}

QString newestGoodBackup(const QString &folder)
{
    for (const QFileInfo &file : QDir(folder).entryInfoList({u"*.sqlite"_s}, QDir::Files, QDir::Time)) {
        if (checkFile(file.filePath())) {
            return file.filePath();
        }
    }
    return {};
}

StorageResult<Nothing> restoreFrom(const QString &backupFile, const QString &databaseFile,
                                   const QDateTime &now)
{
    if (!QFileInfo::exists(backupFile)) {
        return failure(problem(Kind::NotFound,
                               u"バックアップ %1 がありません。場所を確認してください。"_s.arg(backupFile)));
    }
    const auto checked = checkFile(backupFile);
    if (!checked) {
        return checked;
    }
    const QString incoming = databaseFile + u".restoring"_s;
    QFile::remove(incoming);
    if (!QFile::copy(backupFile, incoming) || !makePrivate(incoming)) {
        return failure(
            problem(Kind::Full, u"%1 を書き込めません。空き容量と権限を確認してください。"_s.arg(incoming)));
    }
    const auto marked = markForSweep(incoming);
    if (!marked) {
        return marked;
    }
    const QString aside = u"%1.%2"_s.arg(databaseFile, japantime::toGatewayText(now));
    // The log files of the old database belong to it: they must not be applied to the restored one.
    for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s}) {
        const QString old = databaseFile + suffix;
        if (QFileInfo::exists(old) && !QFile::rename(old, aside + suffix)) {
            return failure(
                problem(Kind::Full, u"%1 を %2 に移せません。権限を確認してください。"_s.arg(old, aside)));
        }
    }
    if (!QFile::rename(incoming, databaseFile)) {
        return failure(problem(
            Kind::Full, u"%1 を %2 に移せません。権限を確認してください。"_s.arg(incoming, databaseFile)));
    }
    return Nothing{};
}

} // namespace kessai
