#pragma once

#include "core/storage/journalstore.h"

namespace kessai {

/// `SELECT …` of all columns of op (alias o) that operationFrom() reads.
QString operationSelect();
Operation operationFrom(const Rows &row);
/// All operations of the statement `operationSelect() + rest`.
StorageResult<QList<Operation>> operationsWhere(Database &database, const QString &rest,
                                                const QVariantList &values);

QString evidenceSelect();
Evidence evidenceFrom(const Rows &row);

/// What staff asked for, as evidence keeps it: compared with the op's row when chains are verified.
QString wishOf(const Operation &operation);
/// Evidence.outcome.
QString outcomeOf(const QString &endReason, const QString &proof);
/// The exact request that is about to be sent.
QString armedFields(const Snapshot &pre, const QString &jobCd, const QString &requestDigest);

} // namespace kessai
