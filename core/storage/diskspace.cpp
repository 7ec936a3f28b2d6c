#include "core/storage/diskspace.h"

#include "core/base/sentence.h"

#include <QFileInfo>

#include <algorithm>
#include <filesystem>
#include <limits>

namespace kessai {

namespace {

/// Less than nothing where nobody can tell.
qint64 bytesFree(const QString &file)
{
#ifdef KESSAI_TEST_SEAMS
    if (qEnvironmentVariableIsSet("KESSAI_FREE_DISK_BYTES")) {
        return qEnvironmentVariable("KESSAI_FREE_DISK_BYTES").toLongLong();
    }
#endif
    // Not QStorageInfo: it looks for the mount, which a root that was changed into does not have.
    std::error_code unknown;
    const auto space = std::filesystem::space(QFileInfo(file).absolutePath().toStdString(), unknown);
    return unknown ? -1
                   : qint64(std::min(space.available, std::uintmax_t(std::numeric_limits<qint64>::max())));
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
        Sentence::tr(
            "データベース %1 のあるディスクの空きが残り %2 MB です。%3 MB 以上空けてから再開してください。")
            .arg(spec.place(), QString::number(free / Mebibyte), QString::number(bytes / Mebibyte))};
}

} // namespace kessai
