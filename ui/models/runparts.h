#pragma once

#include "core/storage/runitems.h"
#include "ui/models/badge.h"

namespace kessai {

/// One piece of a run's bar: what may have become of its items.
struct RunPart
{
    QString key; ///< for object names
    QString word;
    Meaning meaning = Meaning::Closed;
    Qt::BrushStyle brush = Qt::SolidPattern;
    QList<OperationState> states;
    std::optional<bool> changed{}; ///< of DONE, where reading and changing are told apart; none: either
    qint64 count = 0;
};
/// Of what moves money always all six (done, refused, cancelled, inDoubt, conflict, rest), of 状態一括確認
/// and of 対応状況 always all five (changed, same, unable, notDone, rest), in the same order; their counts
/// add up to all items of the run.
QList<RunPart> runPartsOf(const RunStore::Run &run);

/// What became of one item.
Badge badgeOf(RunKind kind, const RunItem &item);
/// What a read or a change of 対応状況 found, and what stands there since: 仮売上済み ¥1,000; "" for other
/// runs and where it is not known.
QString stateBefore(const RunItem &item);
QString stateAfter(const RunItem &item);
/// Why the item of a run that moves no money ended so, in a sentence; "".
QString changeProblem(const RunItem &item);

} // namespace kessai
