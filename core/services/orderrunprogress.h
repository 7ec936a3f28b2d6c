#pragma once

#include "core/services/orderrun.h"

namespace kessai {

/// What a run carries from item to item.
struct OrderRun::Progress
{
    Progress(Database &database, RunId ofRun, QString operatorOfRun, std::function<bool()> stopped)
        : items(database)
        , run(std::move(ofRun))
        , operatorName(std::move(operatorOfRun))
        , stop(std::move(stopped))
    {
    }

    RunItemStore items;
    RunId run;
    QString operatorName;
    std::function<bool()> stop;
    OrderStatus wantedStatus = OrderStatus::New; ///< STATUS
    Outcome outcome{};
    RunReason pauseReason{}; ///< begin none any more
    [[nodiscard]] bool pauses() const { return pauseReason.code != RunReason::Code::None; }
    void failBy(const StorageError &error)
    {
        outcome.storeError = error;
        pauseReason = {.code = RunReason::Code::StoreFailed, .text = error.message};
    }

    // REFRESH
    QList<RunItemStore::Waiting> queue{}; ///< those read of the ones that wait
    bool hasMore = true;                  ///< behind them
    qint64 readTo = -1;                   ///< position of the last one read
    int unsent = 0;                       ///< in this pass: they wait still
    int unreadInRow = 0;
    int unsentInRow = 0; ///< of these: never sent
};

} // namespace kessai
