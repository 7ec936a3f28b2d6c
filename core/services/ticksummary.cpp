// tickSummary(): the bulk bar's line.
#include "core/services/bulkpreview.h"
#include "core/storage/tickedsums.h"

namespace kessai {

StorageResult<TickSummary> tickSummary(Database &database, const OrderTicks &ticks, const OrderFilter &shown,
                                       const PaymentRules &rules, const QDateTime &now)
{
    TickSummary summary;
    summary.wouldRun = {
        {OperationKind::Capture, 0}, {OperationKind::Cancel, 0}, {OperationKind::Reauthorize, 0}};
    if (ticks.isEmpty()) {
        return summary;
    }
    const auto sums = tickedSums(database, ticks, shown, rules, now);
    if (!sums) {
        return failure(sums.error());
    }
    summary.count = sums->count;
    summary.hidden = sums->count - sums->shown;
    summary.total = sums->total;
    summary.readable = sums->readable;
    summary.wouldRun = sums->wouldRun;
    if (sums->undecided.isEmpty()) {
        return summary;
    }
    for (const OperationKind kind : sums->wouldRun.keys()) { // by the rules themselves
        const auto preview = bulkPreview(database, kind, sums->undecided, rules, now);
        if (!preview) {
            return failure(preview.error());
        }
        summary.wouldRun[kind] += preview->runCount;
    }
    return summary;
}

} // namespace kessai
