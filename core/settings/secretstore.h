#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QCoro/QCoroTask>
#include <QString>

#include <memory>

namespace kessai {

/// Where passwords are kept (design.md §7). Errors are one sentence in Japanese and never hold a secret.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    /// Error also when there is none of this name.
    virtual QCoro::Task<Result<Secret, QString>> read(QString name) = 0;
    virtual QCoro::Task<Result<Nothing, QString>> write(QString name, Secret secret) = 0;
    /// No error when there is none of this name.
    virtual QCoro::Task<Result<Nothing, QString>> remove(QString name) = 0;
};

/// The store that the setting secrets.kind names: "keychain", or "file" in `credentialsFile`. In the key
/// chain the path of that file keeps the shops of one account apart.
std::unique_ptr<SecretStore> makeSecretStore(const QString &kind, const QString &credentialsFile);

} // namespace kessai
