#pragma once

#include "app/cli/operationjson.h"

namespace kessai::cli {

/// The items one per line and the counts, for people.
QString operationText(const OperationReport &report);
/// 完了 n、不成立 n … of a run or an answer.
QString countsText(const QMap<OperationState, qint64> &counts);
/// 完了 n、できませんでした n … of a run that moves no money.
QString orderCountsText(const QMap<OperationState, qint64> &counts);
/// 売上確定(実売上) …, the labels that staff know.
QString operationLabel(OperationKind kind);
/// The same of a run: 状態一括確認, 対応状況の変更 too.
QString operationLabel(RunKind kind);
/// Why a run stands still, and the command that goes on with it.
QString pausedText(const QString &reason, const std::optional<RunId> &run);
/// The items of what was carried out could not all be read.
QString itemsMissing();
/// The command that shows what became of all items of a run.
QString reportAgainText(const RunId &run);

} // namespace kessai::cli
