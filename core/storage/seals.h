#pragma once

#include "core/storage/journalstore.h"

#include <QHash>
#include <QStringList>

namespace kessai {

/// What the seals say of the chains (journal.md §15).
struct Seals
{
    QHash<QString, QStringList> headsOfOperation; ///< `length hash`
    qint64 operations = 0;                        ///< as the newest seal counted them
    QString lastHash;
};

/// All seals, with a problem for each that was changed and for those that are missing.
StorageResult<Seals> readSeals(Database &database, QList<JournalStore::ChainProblem> &problems);

} // namespace kessai
