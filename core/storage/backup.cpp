#include "core/storage/backup.h"

#include "core/base/japantime.h"
#include "core/base/seams.h"
#include "core/base/sentence.h"
#include "core/storage/databaseerrors.h"
#include "core/storage/metastore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

#include <algorithm>

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

/// Read as a database, with what still stands in its log file: a database that an earlier restore put aside
/// may have one, and a copy of the main file alone would lose it.
StorageResult<Nothing> copyOf(const QString &file, const QString &copy)
{
    DatabaseSpec spec;
    spec.sqliteFile = file;
    const auto source = Database::open(spec, DatabaseMode::ReadOnly);
    return source ? vacuumInto(**source, copy) : failure(source.error());
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

/// The log files of a database belong to it: they must not be applied to another one.
const QStringList &fileSuffixes()
{
    static const QStringList suffixes{QString(), u"-wal"_s, u"-shm"_s};
    return suffixes;
}

void removeDatabase(const QString &file)
{
    for (const QString &suffix : fileSuffixes()) {
        QFile::remove(file + suffix);
    }
}

/// The name, with a number behind it when something stands there already.
QString freeName(const QString &wanted)
{
    const auto isTaken = [](const QString &file) {
        return std::any_of(fileSuffixes().begin(), fileSuffixes().end(),
                           [&](const QString &suffix) { return QFileInfo::exists(file + suffix); });
    };
    QString name = wanted;
    for (int number = 2; isTaken(name); ++number) {
        name = u"%1-%2"_s.arg(wanted).arg(number);
    }
    return name;
}

/// With its log files; after a failure all are where they were.
StorageResult<Nothing> moveDatabase(const QString &from, const QString &to)
{
    QStringList moved;
    for (const QString &suffix : fileSuffixes()) {
        if (!QFileInfo::exists(from + suffix)) {
            continue;
        }
        if (!QFile::rename(from + suffix, to + suffix)) {
            for (const QString &back : moved) {
                QFile::rename(to + back, from + back);
            }
            return failure(problem(Kind::Full, Sentence::tr("%1 を %2 に移せません。権限を確認してください。")
                                                   .arg(from + suffix, to + suffix)));
        }
        moved.append(suffix);
    }
    return Nothing{};
}

} // namespace

StorageResult<QStringList> integrityProblems(Database &database, bool full)
{
    QStringList problems;
    if (database.dialect() == Database::Dialect::Sqlite) {
        auto words = database.listOf(full ? u"PRAGMA integrity_check"_s : u"PRAGMA quick_check"_s, {},
                                     [](const Rows &row) { return row.text(0); });
        if (!words) {
            return failure(words.error());
        }
        words->removeAll(u"ok"_s);
        return *words;
    }
    for (const QString &table :
         {u"meta"_s, u"orders"_s, u"order_item"_s, u"shipment"_s, u"payment"_s, u"op"_s, u"evidence"_s,
          u"seal"_s, u"finding"_s, u"bulk_run"_s, u"bulk_run_item"_s}) {
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
        return failure(problem(Kind::Other,
                               Sentence::tr("PostgreSQL のバックアップは管理者が pg_dump で取ります（%1）。")
                                   .arg(database.spec().place())));
    }
    if (QFileInfo::exists(file)) {
        return failure(problem(Kind::Other,
                               Sentence::tr("%1 はすでにあります。別の名前を指定してください。").arg(file)));
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
        return failure(problem(Kind::Full, Sentence::tr("%1 の権限を設定できません。").arg(unfinished)));
    }
    const auto checked = checkFile(unfinished);
    if (!checked) {
        QFile::remove(unfinished);
        return checked;
    }
    if (!QFile::rename(unfinished, file)) {
        return failure(problem(
            Kind::Full, Sentence::tr("%1 を書き込めません。フォルダーを確認してください。").arg(file)));
    }
    return Nothing{};
}

StorageResult<QString> dailyBackup(Database &database, const QString &folder, const QDateTime &now, int keep)
{
    if (!QDir().mkpath(folder)) {
        return failure(
            problem(Kind::Unavailable,
                    Sentence::tr("フォルダー %1 を作れません。権限を確認してください。").arg(folder)));
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
        return failure(
            problem(Kind::NotFound,
                    Sentence::tr("バックアップ %1 がありません。場所を確認してください。").arg(backupFile)));
    }
    const auto checked = checkFile(backupFile);
    if (!checked) {
        return checked;
    }
    const QString incoming = databaseFile + u".restoring"_s;
    removeDatabase(incoming);
    const auto cleared = qScopeGuard([incoming] { removeDatabase(incoming); });
    const auto copied = copyOf(backupFile, incoming);
    if (!copied) {
        return copied;
    }
    if (!makePrivate(incoming)) {
        return failure(
            problem(Kind::Full,
                    Sentence::tr("%1 を書き込めません。空き容量と権限を確認してください。").arg(incoming)));
    }
    const auto marked = markForSweep(incoming);
    if (!marked) {
        return marked;
    }
    const QString aside = freeName(u"%1.%2"_s.arg(databaseFile, japantime::toGatewayText(now)));
    const auto moved = moveDatabase(databaseFile, aside);
    if (!moved) {
        return moved;
    }
    const auto restored = moveDatabase(incoming, databaseFile);
    if (!restored) {
        static_cast<void>(moveDatabase(aside, databaseFile)); // the reason of the first failure is told
    }
    return restored;
}

} // namespace kessai
