#include "core/base/instancelock.h"

#include "core/base/japantime.h"
#include "core/base/sentence.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestHolderBytes = 1024;

QByteArray lineOf(const LockHolder &holder)
{
    const QStringList pieces = {QString::number(holder.processId), holder.program, holder.host,
                                japantime::toStoredText(holder.since)};
    return pieces.join(u'\t').toUtf8() + '\n';
}

/// What the holder wrote; empty pieces when it has not come to that yet.
LockHolder holderIn(int descriptor)
{
    QByteArray bytes(LongestHolderBytes, Qt::Uninitialized);
    const ssize_t size = pread(descriptor, bytes.data(), size_t(bytes.size()), 0);
    bytes.truncate(std::max<ssize_t>(size, 0));
    const QStringList pieces = QString::fromUtf8(bytes).trimmed().split(u'\t');
    LockHolder holder;
    if (pieces.size() == 4) {
        holder = {pieces[0].toLongLong(), pieces[1], pieces[2],
                  japantime::fromStoredText(pieces[3]).value_or(QDateTime())};
    }
    return holder;
}

InstanceLock::Refusal heldBy(const LockHolder &holder)
{
    const QString program = holder.program.isEmpty() ? Sentence::tr("別のプログラム") : holder.program;
    const QString since = holder.since.isValid()
                              ? japantime::fromInstant(holder.since).toString(u"yyyy/MM/dd HH:mm:ss"_s)
                              : Sentence::tr("不明");
    return {holder,
            Sentence::tr(
                "このショップは %1（%2、プロセス %3、%4 から）が使用中です。終了してからやり直してください。")
                .arg(program, holder.host, QString::number(holder.processId), since)};
}

} // namespace

Result<std::unique_ptr<InstanceLock>, InstanceLock::Refusal>
InstanceLock::acquire(const QString &file, const QString &program, const QDateTime &nowUtc)
{
    const int descriptor =
        ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) {
        return failure(Refusal{
            std::nullopt,
            Sentence::tr("ロックファイル %1 を開けません。フォルダの権限を確認してください。").arg(file)});
    }
    std::unique_ptr<InstanceLock> lock(new InstanceLock(descriptor));
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        return failure(heldBy(holderIn(descriptor)));
    }
    const QByteArray line =
        lineOf({QCoreApplication::applicationPid(), program, QSysInfo::machineHostName(), nowUtc});
    if (ftruncate(descriptor, 0) != 0 ||
        pwrite(descriptor, line.constData(), size_t(line.size()), 0) != line.size()) {
        return failure(Refusal{
            std::nullopt,
            Sentence::tr("ロックファイル %1 に書き込めません。空き容量を確認してください。").arg(file)});
    }
    return lock;
}

InstanceLock::~InstanceLock()
{
    ::close(m_descriptor);
}

} // namespace kessai
