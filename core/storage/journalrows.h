#pragma once

#include "core/storage/journalstore.h"

namespace kessai {

/// `SELECT …` of all columns of op (alias o) that operationFrom() reads.
QString operationSelect();
Operation operationFrom(const Rows &row);
/// All operations of the statement `operationSelect() + rest`.
StorageResult<QList<Operation>> operationsWhere(Database &database, const QString &rest,
                                                const QVariantList &values);

/// `WHERE …` of the operations in this state, its code bound; while it is open, answered by the index
/// op_open.
QString whereState(OperationState state);
/// `WHERE …` of the operations that a boot, which is bound, has in hand: JournalStore::inHandOf().
QString whereInHand();

QString evidenceSelect();
Evidence evidenceFrom(const Rows &row);

/// What staff asked for, as evidence keeps it: compared with the op's row when chains are verified.
QString wishOf(const Operation &operation);
/// Evidence.outcome.
QString outcomeOf(const QString &endReason, const QString &proof);
/// The exact request that is about to be sent.
QString armedFields(const Snapshot &pre, const QString &jobCd, const QString &requestDigest);

} // namespace kessai
