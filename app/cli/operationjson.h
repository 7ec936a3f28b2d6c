#pragma once

#include "app/cli/commandresult.h"
#include "core/domain/runkind.h"
#include "core/services/operationplanner.h"

#include <QJsonObject>

namespace kessai::cli {

/// What `operations and set-status` of design.md §8 tell: items in the order asked and counts that add up.
struct OperationReport
{
    QString operation; ///< the command's word
    std::optional<RunId> run;
    bool movesMoney = true; ///< false: 状態一括確認 or 対応状況の変更, whose items have words of their own
    QList<OperationItem> items;
    bool gatewayUnusable = false;
    QStringList messages;
};

QJsonObject itemJson(const OperationItem &item);
/// PLANNED and CLAIMED are waiting; an ARMED one is as good as in doubt.
QJsonObject summaryJson(const QMap<OperationState, qint64> &counts);
QMap<OperationState, qint64> countsOf(const QList<OperationItem> &items);
/// All but those that wait untouched and those that were skipped.
qint64 begunCount(const QMap<OperationState, qint64> &counts);

/// Without Usage and Store, which are decided before.
ExitStatus statusOf(const QList<OperationItem> &items, bool gatewayUnusable);
ExitStatus statusOf(const QMap<OperationState, qint64> &counts, bool gatewayUnusable);

/// Document, text and exit status of a report.
CommandResult resultOf(const OperationReport &report);
/// The same without the items, which are told elsewhere; `counts` are theirs.
CommandResult resultWithoutItems(const OperationReport &report, const QMap<OperationState, qint64> &counts);

/// The words of journal.md §18 for people.
QString stateText(OperationState state);
/// Why an item is not done, in a sentence; "" for None.
QString reasonSentence(EndReason reason);

} // namespace kessai::cli
