#include "core/settings/keychainsecretstore.h"

#include "core/base/sentence.h"

#include <qt6keychain/keychain.h>

#include <QCoro/QCoroSignal>
#include <QPointer>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const QString Service = u"kessai-desk"_s;

QString noKeychain()
{
    return Sentence::tr("OSのキーチェーンを使えません。キーチェーンのロックを解除するか、setup --secrets "
                        "file を指定してください。");
}

/// Starts the job and waits for it; false when the time is over. A job that comes late deletes itself:
/// deleting it before would take away what the key chain's answer is written to. One that is in time must
/// outlive its signal, which arrives by way of the event loop.
QCoro::Task<bool> finishes(QKeychain::Job *job, std::chrono::milliseconds limit)
{
    job->setAutoDelete(false);
    job->setInsecureFallback(false);
    job->start();
    const auto finished = co_await qCoro(job, &QKeychain::Job::finished, limit);
    if (finished) {
        job->deleteLater();
    } else {
        job->setAutoDelete(true);
    }
    co_return finished.has_value();
}

} // namespace

KeychainSecretStore::KeychainSecretStore(QString scope, std::chrono::milliseconds timeLimit)
    : m_scope(std::move(scope)), m_timeLimit(timeLimit)
{
}

QString KeychainSecretStore::keyOf(const QString &name) const
{
    return name + u'@' + m_scope;
}

QCoro::Task<Result<Secret, QString>> KeychainSecretStore::read(QString name)
{
    auto *job = new QKeychain::ReadPasswordJob(Service);
    job->setKey(keyOf(name));
    const bool finished = co_await finishes(job, m_timeLimit);
    if (!finished) {
        co_return failure(noKeychain());
    }
    if (job->error() == QKeychain::EntryNotFound) {
        co_return failure(
            Sentence::tr("パスワード %1 は保存されていません。設定で入力してください。").arg(name));
    }
    if (job->error() != QKeychain::NoError) {
        co_return failure(noKeychain());
    }
    co_return Secret(job->binaryData());
}

QCoro::Task<Result<Nothing, QString>> KeychainSecretStore::write(QString name, Secret secret)
{
    auto *job = new QKeychain::WritePasswordJob(Service);
    job->setKey(keyOf(name));
    job->setBinaryData(secret.reveal());
    const bool finished = co_await finishes(job, m_timeLimit);
    if (!finished || job->error() != QKeychain::NoError) {
        co_return failure(noKeychain());
    }
    co_return Nothing{};
}

QCoro::Task<Result<Nothing, QString>> KeychainSecretStore::remove(QString name)
{
    auto *job = new QKeychain::DeletePasswordJob(Service);
    job->setKey(keyOf(name));
    const bool finished = co_await finishes(job, m_timeLimit);
    const bool gone =
        finished && (job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound);
    if (!gone) {
        co_return failure(noKeychain());
    }
    co_return Nothing{};
}

} // namespace kessai
