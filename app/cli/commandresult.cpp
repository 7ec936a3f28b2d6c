#include "app/cli/commandresult.h"

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

ExitStatus statusOf(ShopError::Kind kind)
{
    switch (kind) {
    case ShopError::Kind::BadInput:
        return ExitStatus::Usage;
    case ShopError::Kind::Gateway:
        return ExitStatus::Gateway;
    case ShopError::Kind::NotSetUp:
    case ShopError::Kind::DataFolder:
    case ShopError::Kind::Database:
    case ShopError::Kind::Damaged:
    case ShopError::Kind::HeldByOther:
        break;
    }
    return ExitStatus::Store;
}

} // namespace

CommandResult usageError(const QString &sentence)
{
    CommandResult result;
    result.status = ExitStatus::Usage;
    result.messages = {sentence};
    return result;
}

CommandResult storeError(const StorageError &error)
{
    CommandResult result;
    result.status = ExitStatus::Store;
    result.messages = {error.message.isEmpty()
                           ? u"データベースを使えません。kessai doctor で確認してください。"_s
                           : error.message};
    return result;
}

CommandResult withStoreError(CommandResult told, const StorageError &error, bool begun)
{
    const CommandResult failed = storeError(error);
    if (!begun) {
        return failed;
    }
    told.messages += failed.messages;
    if (told.status == ExitStatus::AllDone) {
        told.status = ExitStatus::Partly; // a script must not take a failing store for success
    }
    return told;
}

CommandResult shopError(const ShopError &error)
{
    CommandResult result;
    result.status = statusOf(error.kind);
    result.messages = {error.message};
    return result;
}

} // namespace kessai::cli
