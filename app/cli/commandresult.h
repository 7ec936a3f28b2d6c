#pragma once

#include "app/cli/exitstatus.h"
#include "app/cli/spool.h"
#include "core/services/shop.h"
#include "core/storage/storageerror.h"

#include <QJsonObject>
#include <QStringList>

#include <memory>

namespace kessai::cli {

/// All that a command has to say. It is printed in one place, so that stdout stays empty for Usage and Store.
struct CommandResult
{
    ExitStatus status = ExitStatus::AllDone;
    QJsonObject document;           ///< stdout with --json
    std::shared_ptr<Spool> items{}; ///< the document's list of items where it is too long to be held
    QString text;                   ///< stdout without --json, for people
    QStringList messages;           ///< stderr: sentences that say what to do
};

/// Wrong usage or bad input; nothing was begun.
CommandResult usageError(const QString &sentence);
CommandResult storeError(const StorageError &error);
/// The store failed midway: what was begun before is told all the same, with the sentence (design.md §8).
CommandResult withStoreError(CommandResult told, const StorageError &error, bool begun);
/// The shop cannot be opened: exit status and sentence by its kind.
CommandResult shopError(const ShopError &error);

} // namespace kessai::cli
