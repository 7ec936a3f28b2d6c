#include "core/settings/secretstore.h"

#include "core/settings/filesecretstore.h"
#include "core/settings/keychainsecretstore.h"

namespace kessai {

using namespace Qt::StringLiterals;

std::unique_ptr<SecretStore> makeSecretStore(const QString &kind, const QString &credentialsFile)
{
    if (kind == "file"_L1) {
        return std::make_unique<FileSecretStore>(credentialsFile);
    }
    return std::make_unique<KeychainSecretStore>(credentialsFile);
}

} // namespace kessai
