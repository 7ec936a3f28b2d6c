#pragma once

#include "core/base/result.h"

#include <QString>

namespace kessai {

/// The folder that holds one shop's data (design.md §7): mode 0700, ours alone, on a disk of this machine.
class DataFolder
{
public:
    /// Where data lies without --data.
    static QString defaultPath();

    /// Opens the folder and its parts, making what is missing. An empty folder, or one of ours that others
    /// may enter, is closed to others. Error: one sentence in Japanese that says what to do.
    /// @param path "" for the default
    static Result<DataFolder, QString> open(const QString &path);

    [[nodiscard]] const QString &path() const { return m_path; }
    /// open() made it.
    [[nodiscard]] bool isNew() const { return m_new; }
    /// Takes the folder that open() made away again, as long as nothing is in it.
    void removeEmpty() const;
    [[nodiscard]] QString databaseFile() const { return inside(QStringLiteral("shop.sqlite")); }
    [[nodiscard]] QString lockFile() const { return inside(QStringLiteral("shop.lock")); }
    [[nodiscard]] QString settingsFile() const { return inside(QStringLiteral("settings.ini")); }
    [[nodiscard]] QString credentialsFile() const { return inside(QStringLiteral("credentials")); }
    [[nodiscard]] QString logFolder() const { return inside(QStringLiteral("logs")); }
    [[nodiscard]] QString backupFolder() const { return inside(QStringLiteral("backups")); }

private:
    explicit DataFolder(QString path) : m_path(std::move(path)) {}
    [[nodiscard]] QString inside(const QString &name) const { return m_path + QLatin1Char('/') + name; }

    QString m_path;
    bool m_new = false;
};

/// Whether a file system of this type (as /proc/self/mountinfo names it) lies on another machine: locks and
/// fsync cannot be relied on there (journal.md §10).
bool isRemoteFileSystem(const QByteArray &type);

} // namespace kessai
