#pragma once

#include "core/settings/secretstore.h"

#include <QMap>

namespace kessai {

/// Keeps passwords for the life of the process only: practice shops and tests.
class MemorySecretStore final : public SecretStore
{
public:
    QCoro::Task<Result<Secret, QString>> read(QString name) override;
    QCoro::Task<Result<Nothing, QString>> write(QString name, Secret secret) override;
    QCoro::Task<Result<Nothing, QString>> remove(QString name) override;

private:
    QMap<QString, Secret> m_secrets;
};

} // namespace kessai
