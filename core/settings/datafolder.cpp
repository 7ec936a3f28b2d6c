#include "core/settings/datafolder.h"

#include "core/base/log.h"
#include "core/base/sentence.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QStorageInfo>

#include <array>
#include <unistd.h>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr QFile::Permissions OwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
constexpr QFile::Permissions Others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                      QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

using Problem = QString;

/// Makes the folder for its owner only; "" when it is there.
Problem makeFolder(const QString &path)
{
    if (QFileInfo::exists(path)) {
        return {};
    }
    const QFileInfo info(path);
    if (!QDir().mkpath(info.absolutePath()) || !QDir().mkdir(path, OwnerOnly)) {
        return Sentence::tr("データフォルダ %1 を作れません。場所と権限を確認してください。").arg(path);
    }
    return {};
}

Problem problemOfFolder(const QFileInfo &info)
{
    if (!info.isDir()) {
        return Sentence::tr("%1 はフォルダではありません。別の場所を指定してください。").arg(info.filePath());
    }
    if (info.ownerId() != geteuid()) {
        return Sentence::tr("データフォルダ %1 の所有者が別の利用者です。自分のフォルダを指定してください。")
            .arg(info.filePath());
    }
    const QByteArray type = QStorageInfo(info.filePath()).fileSystemType();
    if (isRemoteFileSystem(type)) {
        return Sentence::tr("データフォルダ %1 "
                            "はネットワーク上（%2）にあります。このパソコンのディスクを指定してください。")
            .arg(info.filePath(), QString::fromLatin1(type));
    }
    return {};
}

/// Takes away what others may do. A folder with strange content is left as it is: it may be meant for others.
Problem closeToOthers(const QFileInfo &info)
{
    if (!(info.permissions() & Others)) {
        return {};
    }
    const QDir folder(info.filePath());
    const bool ours = folder.exists(u"settings.ini"_s) ||
                      folder.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    if (!ours || !QFile::setPermissions(info.filePath(), OwnerOnly)) {
        return Sentence::tr("データフォルダ %1 を他の利用者が開けます。空のフォルダを指定するか、chmod 700 "
                            "を実行してください。")
            .arg(info.filePath());
    }
    qCWarning(logSettings).noquote() << "data folder was open to others, closed:" << info.filePath();
    return {};
}

Problem prepare(const QString &path)
{
    if (Problem problem = makeFolder(path); !problem.isEmpty()) {
        return problem;
    }
    const QFileInfo info(path);
    const Problem problem = problemOfFolder(info);
    return problem.isEmpty() ? closeToOthers(info) : problem;
}

} // namespace

QString DataFolder::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/kessai-desk"_s;
}

Result<DataFolder, QString> DataFolder::open(const QString &path)
{
    DataFolder folder(
        QDir::cleanPath(QDir::current().absoluteFilePath(path.isEmpty() ? defaultPath() : path)));
    folder.m_new = !QFileInfo::exists(folder.path());
    if (const Problem problem = prepare(folder.path()); !problem.isEmpty()) {
        return failure(problem);
    }
    for (const QString &part : {folder.logFolder(), folder.backupFolder()}) {
        if (const Problem problem = makeFolder(part); !problem.isEmpty()) {
            return failure(problem);
        }
    }
    return folder;
}

void DataFolder::removeEmpty() const
{
    if (!m_new) {
        return;
    }
    for (const QString &part : {logFolder(), backupFolder(), m_path}) {
        QDir().rmdir(part); // refuses a folder with something in it
    }
}

bool isRemoteFileSystem(const QByteArray &type)
{
    constexpr std::array types = {"nfs"_L1,           "cifs"_L1,       "smb"_L1,          "afs"_L1,
                                  "ncpfs"_L1,         "ceph"_L1,       "lustre"_L1,       "gfs"_L1,
                                  "ocfs"_L1,          "beegfs"_L1,     "gpfs"_L1,         "davfs"_L1,
                                  "coda"_L1,          "fuse.sshfs"_L1, "fuse.gluster"_L1, "fuse.rclone"_L1,
                                  "fuse.s3fs"_L1,     "fuse.gvfs"_L1,  "fuse.davfs"_L1,   "fuse.ceph"_L1,
                                  "fuse.curlftpfs"_L1};
    const QString name = QString::fromLatin1(type);
    return std::any_of(types.begin(), types.end(),
                       [&name](QLatin1StringView known) { return name.startsWith(known); });
}

} // namespace kessai
