#pragma once

#include "core/domain/operation.h"

namespace kessai {

/// What a bulk run does with each of its items. The first four are operations on payments; the others move no
/// money: 状態一括確認 reads the gateway (S61), 対応状況の変更 changes orders (S43).
enum class RunKind { Capture, Cancel, Change, Reauthorize, Refresh, Status };

/// Database words: those of the operations, REFRESH, STATUS.
QString codeOf(RunKind kind);
std::optional<RunKind> runKindFromCode(const QString &code);
/// The command line's and JSON's words: those of the operations, refresh, status.
QString commandOf(RunKind kind);

/// None: it moves no money.
std::optional<OperationKind> operationOf(RunKind kind);
RunKind runKindOf(OperationKind kind);

} // namespace kessai
