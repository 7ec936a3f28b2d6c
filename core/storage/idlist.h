#pragma once

#include "core/storage/database.h"

namespace kessai {

/// Many ids as one value of a statement: it is prepared once, whatever their number is, and the reading
/// connection need not write them anywhere.

/// The table `wanted` of the ids of one bound value idList(): columns id and position (from 0). For FROM.
QString wantedIds(Database::Dialect dialect);
/// "(SELECT …)" of the ids of one bound value idList(), for IN.
QString idsInList(Database::Dialect dialect);
QVariant idList(Database::Dialect dialect, const QList<qint64> &ids);

} // namespace kessai
