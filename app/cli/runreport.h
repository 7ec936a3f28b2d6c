#pragma once

#include "app/cli/commandresult.h"
#include "core/services/promisedstatus.h"

namespace kessai::cli {

/// running, paused, finished (design.md §8).
QString wordOf(RunStore::State state);
/// The same for staff.
/// 中止 too: what a person ended.
QString labelOf(const RunStore::Run &run);

/// The run of this id, or the answer that there is none.
Result<RunStore::Run, CommandResult> findRun(ShopContext &context, const QString &id);

/// What a resumed run would carry out, item by item as it was planned, to be asked again: the first time
/// somebody agreed to the whole, but time has passed.
StorageResult<QString> restOfRunInWords(ShopContext &context, const RunStore::Run &run);

/// The run with its items, as an operation's answer plus where the run stands.
/// @param json else for people
/// @param gatewayProblem why gateway or credentials are of no use; empty where they are
CommandResult runResult(ShopContext &context, const QString &id, bool json,
                        const QStringList &gatewayProblem = {});

/// 対応状況 that went with the run: what was set, what could not be, and what is owed still.
void tellPromised(CommandResult &result, const PromisedStatus &promised);

/// As runResult(), after the run went on.
/// @param before the run as it stood when it was resumed
/// @param promised what became of the 対応状況 that went with it
CommandResult resumedResult(ShopContext &context, const RunStore::Run &before,
                            const Shop::OperationAnswer &answer, const PromisedStatus &promised, bool json);

/// The same with the closing sweep, whose result is none of the items' (journal.md §11): a gateway that is of
/// no use makes nothing undone.
CommandResult reportResult(ShopContext &context, const QString &id, const CommandResult &swept, bool json);

} // namespace kessai::cli
