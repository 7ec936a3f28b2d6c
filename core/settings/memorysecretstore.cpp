#include "core/settings/memorysecretstore.h"

#include "core/base/sentence.h"

namespace kessai {

QCoro::Task<Result<Secret, QString>> MemorySecretStore::read(QString name)
{
    if (!m_secrets.contains(name)) {
        co_return failure(
            Sentence::tr("パスワード %1 は保存されていません。設定で入力してください。").arg(name));
    }
    co_return m_secrets.value(name);
}

QCoro::Task<Result<Nothing, QString>> MemorySecretStore::write(QString name, Secret secret)
{
    m_secrets.insert(name, secret);
    co_return Nothing{};
}

QCoro::Task<Result<Nothing, QString>> MemorySecretStore::remove(QString name)
{
    m_secrets.remove(name);
    co_return Nothing{};
}

} // namespace kessai
