#pragma once

#include "core/settings/secretstore.h"

#include <QMap>

namespace kessai {

/// Passwords in a file of ours with mode 0600: one `name=value` a line, both percent-encoded. Refused when it
/// is not a plain file, belongs to somebody else or lets anybody else in.
class FileSecretStore final : public SecretStore
{
public:
    explicit FileSecretStore(QString file) : m_file(std::move(file)) {}

    QCoro::Task<Result<Secret, QString>> read(QString name) override;
    QCoro::Task<Result<Nothing, QString>> write(QString name, Secret secret) override;
    QCoro::Task<Result<Nothing, QString>> remove(QString name) override;

private:
    using Secrets = QMap<QString, Secret>;
    [[nodiscard]] Result<Secrets, QString> readAll() const;
    [[nodiscard]] Result<Nothing, QString> writeAll(const Secrets &secrets) const;

    QString m_file;
};

} // namespace kessai
