#include "app/desktop/practicefolder.h"

#include <QCoreApplication>
#include <QDir>

#include <cerrno>
#include <csignal>
#include <unistd.h>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const QString Prefix = u"kessai-practice-"_s;

bool isGone(qint64 process)
{
    return process > 0 && ::kill(pid_t(process), 0) != 0 && errno == ESRCH;
}

} // namespace

QString practicefolder::nameTemplate()
{
    return QDir::tempPath() + u'/' + Prefix + QString::number(QCoreApplication::applicationPid()) +
           u"-XXXXXX"_s;
}

void practicefolder::removeAbandoned()
{
    const QFileInfoList folders =
        QDir(QDir::tempPath()).entryInfoList({Prefix + u'*'}, QDir::Dirs | QDir::NoSymLinks);
    for (const QFileInfo &folder : folders) {
        const qint64 process = folder.fileName().mid(Prefix.size()).section(u'-', 0, 0).toLongLong();
        if (folder.ownerId() == ::getuid() && isGone(process)) {
            QDir(folder.filePath()).removeRecursively();
        }
    }
}

} // namespace kessai
