#pragma once

#include "core/storage/runitems.h"

/// How an operation's row becomes an item of a report or an answer; one mapping for both.
namespace kessai::runitemrows {

/// What an operation (alias o) of a payment (alias p) moves, or was to: what a cancel gave back, else the
/// amount wanted, else what the payment had when it was sent, else what is known of it.
QString amountColumn(Database::Dialect dialect);

/// The last answer's codes of an operation (alias o), or why none was asked for, divided by |; '' none.
QString codesColumn();

/// The operations (alias o; their payment p, its order r) for which `condition` holds and what follows it.
StorageResult<QList<RunItem>> itemsWhere(Database &database, const QString &condition,
                                         const QVariantList &values);

/// In the order of the ids; operations that are gone, or whose payment belongs to no order, are left out.
StorageResult<QList<RunItem>> itemsOf(Database &database, const QList<OperationId> &ids);

} // namespace kessai::runitemrows
