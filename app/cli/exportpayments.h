#pragma once

#include "app/cli/exporttables.h"
#include "core/services/shopcontext.h"

namespace kessai::cli {

/// 決済状況一覧 (S87–S109) under the conditions of `orders`, one row per order of a method that goes through
/// GMO: the window's columns, with what it shows as a badge or beside another value in columns of their own.
Result<std::unique_ptr<ExportTable>, CommandResult> exportPayments(const CommandLine &line,
                                                                   ShopContext &context);

} // namespace kessai::cli
