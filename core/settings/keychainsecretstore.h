#pragma once

#include "core/settings/secretstore.h"

#include <chrono>

namespace QKeychain {
class Job;
}

namespace kessai {

/// Passwords in the desktop's key chain. Every job has a time limit of ours, because one that waits for a
/// locked key ring never finishes (environment.md §6); any error means that there is no key chain.
class KeychainSecretStore final : public SecretStore
{
public:
    static constexpr std::chrono::milliseconds TimeLimit{5'000};

    /// @param scope keeps the shops of one account apart
    explicit KeychainSecretStore(QString scope, std::chrono::milliseconds timeLimit = TimeLimit);

    QCoro::Task<Result<Secret, QString>> read(QString name) override;
    QCoro::Task<Result<Nothing, QString>> write(QString name, Secret secret) override;
    QCoro::Task<Result<Nothing, QString>> remove(QString name) override;

private:
    [[nodiscard]] QString keyOf(const QString &name) const;

    QString m_scope;
    std::chrono::milliseconds m_timeLimit;
};

} // namespace kessai
