#pragma once

#include "core/storage/runstore.h"

namespace kessai::runrows {

/// The columns of bulk_run that runFrom() reads, for whoever asks for runs.
inline const QString columns =
    QStringLiteral("id, kind, state, reason, asked_by, asked_at, finished_at, swept_at");

/// Without counts.
RunStore::Run runFrom(const Rows &row);

/// The table's word for a state.
QString codeOf(RunStore::State state);
/// A word that nobody knows reads as paused: nothing goes on by itself.
RunStore::State stateFromCode(const QString &code);

} // namespace kessai::runrows
