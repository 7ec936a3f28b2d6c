#include "core/storage/diskspace.h"

#include <QFileInfo>
#include <QStorageInfo>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// Less than nothing where nobody can tell.
qint64 bytesFree(const QString &file)
{
#ifdef KESSAI_TEST_SEAMS
    if (qEnvironmentVariableIsSet("KESSAI_FREE_DISK_BYTES")) {
        return qEnvironmentVariable("KESSAI_FREE_DISK_BYTES").toLongLong();
    }
#endif
    return QStorageInfo(QFileInfo(file).absolutePath()).bytesAvailable();
}

} // namespace

std::optional<StorageError> diskNearlyFull(const DatabaseSpec &spec, qint64 bytes)
{
    if (spec.dialect != DatabaseSpec::Dialect::Sqlite) {
        return std::nullopt;
    }
    const qint64 free = bytesFree(spec.sqliteFile);
    if (free < 0 || free >= bytes) {
        return std::nullopt;
    }
    constexpr qint64 Mebibyte = 1024 * 1024;
    return StorageError{
        StorageError::Kind::Full, QString(),
        u"データベース %1 のあるディスクの空きが残り %2 MB です。%3 MB 以上空けてから再開してください。"_s
            .arg(spec.place(), QString::number(free / Mebibyte), QString::number(bytes / Mebibyte))};
}

} // namespace kessai
