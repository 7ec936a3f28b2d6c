#pragma once

#include "core/storage/runstore.h"

namespace kessai::runrows {

/// The columns of bulk_run that runFrom() reads, for whoever asks for runs.
inline const QString columns =
    QStringLiteral("id, kind, state, reason, asked_by, asked_at, finished_at, swept_at, wanted_status");

/// As a condition: runs that move money; only these have operations and a closing sweep.
inline const QString movingMoney = QStringLiteral("kind IN ('CAPTURE','CANCEL','CHANGE','REAUTHORIZE')");

/// Whether the items of this run lie in bulk_run_item (RunItemStore).
StorageResult<bool> movesNoMoney(Database &database, const RunId &run);

/// Without counts.
RunStore::Run runFrom(const Rows &row);

/// Counts `state, changed, count(*)` of bulk_run_item, which stand from column `first` on.
void addItemCount(RunStore::Run &run, const Rows &row, int first);

/// The table's word for a state.
QString codeOf(RunStore::State state);
/// A word that nobody knows reads as paused: nothing goes on by itself.
RunStore::State stateFromCode(const QString &code);

} // namespace kessai::runrows
