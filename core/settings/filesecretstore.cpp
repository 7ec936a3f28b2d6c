#include "core/settings/filesecretstore.h"

#include "core/base/sentence.h"

#include <QFile>
#include <QSaveFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kessai {

namespace {

constexpr off_t LargestFileBytes = 64 * 1024;
constexpr mode_t OthersMode = S_IRWXG | S_IRWXO;

/// Why the open file must not be trusted; "" when all is well. Asked of the descriptor, so that nobody can
/// swap the file between the question and the reading.
QString problemOf(int descriptor, const QString &file)
{
    struct stat status
    {
    };
    if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size > LargestFileBytes) {
        return Sentence::
            tr("認証情報ファイル %1 は通常のファイルではないか、大きすぎます。setupをやり直してください。")
                .arg(file);
    }
    if (status.st_uid != geteuid()) {
        return Sentence::tr("認証情報ファイル %1 の所有者が別の利用者です。所有者を確認してください。")
            .arg(file);
    }
    if (status.st_mode & OthersMode) {
        return Sentence::tr("認証情報ファイル %1 を他の利用者が読めます。chmod 600 "
                            "を実行し、パスワードの変更を検討してください。")
            .arg(file);
    }
    return {};
}

} // namespace

Result<FileSecretStore::Secrets, QString> FileSecretStore::readAll() const
{
    const int descriptor =
        ::open(QFile::encodeName(m_file).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0 && errno == ENOENT) {
        return Secrets();
    }
    QFile file;
    if (descriptor < 0 ||
        !file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFile::AutoCloseHandle)) {
        return failure(
            Sentence::tr("認証情報ファイル %1 を読めません。権限を確認してください。").arg(m_file));
    }
    if (const QString problem = problemOf(descriptor, m_file); !problem.isEmpty()) {
        return failure(problem);
    }
    const Secret content(file.read(LargestFileBytes));
    Secrets secrets;
    for (qsizetype start = 0; start < content.reveal().size();) {
        qsizetype end = content.reveal().indexOf('\n', start);
        end = end < 0 ? content.reveal().size() : end;
        const Secret line(content.reveal().mid(start, end - start));
        const qsizetype equals = line.reveal().indexOf('=');
        if (equals > 0) {
            const QString name =
                QString::fromUtf8(QByteArray::fromPercentEncoding(line.reveal().left(equals)));
            secrets.insert(name, Secret(QByteArray::fromPercentEncoding(line.reveal().mid(equals + 1))));
        }
        start = end + 1;
    }
    return secrets;
}

Result<Nothing, QString> FileSecretStore::writeAll(const Secrets &secrets) const
{
    const QString problem =
        Sentence::tr("認証情報ファイル %1 に書き込めません。空き容量とフォルダの権限を確認してください。")
            .arg(m_file);
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) {
        return failure(problem);
    }
    for (auto entry = secrets.begin(); entry != secrets.end(); ++entry) {
        const Secret value(entry.value().reveal().toPercentEncoding());
        file.write(entry.key().toUtf8().toPercentEncoding() + '=');
        file.write(value.reveal());
        file.write("\n");
    }
    if (!file.commit()) {
        return failure(problem);
    }
    return Nothing{};
}

QCoro::Task<Result<Secret, QString>> FileSecretStore::read(QString name)
{
    const Result<Secrets, QString> secrets = readAll();
    if (!secrets) {
        co_return failure(secrets.error());
    }
    if (!secrets->contains(name)) {
        co_return failure(
            Sentence::tr("パスワード %1 は保存されていません。設定で入力してください。").arg(name));
    }
    co_return secrets->value(name);
}

QCoro::Task<Result<Nothing, QString>> FileSecretStore::write(QString name, Secret secret)
{
    Result<Secrets, QString> secrets = readAll();
    if (!secrets) {
        co_return failure(secrets.error());
    }
    secrets->insert(name, secret);
    co_return writeAll(*secrets);
}

QCoro::Task<Result<Nothing, QString>> FileSecretStore::remove(QString name)
{
    Result<Secrets, QString> secrets = readAll();
    if (!secrets) {
        co_return failure(secrets.error());
    }
    if (secrets->remove(name) == 0) {
        co_return Nothing{};
    }
    co_return writeAll(*secrets);
}

} // namespace kessai
