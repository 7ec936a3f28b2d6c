#pragma once

#include "core/base/ids.h"
#include "core/storage/database.h"

#include <QStringList>

namespace kessai {

/// What a pasted or chosen list of orders names.
struct OrderLookup
{
    QList<OrderId> found;    ///< in the order written, each once
    QStringList unknown;     ///< as written, the first 1,000
    qint64 unknownCount = 0; ///< all of them
    int duplicates = 0;      ///< entries that name an order once more
};

/// Order numbers or 決済オーダーID, one per entry; both are tried. Empty entries are left out. A number that
/// several orders have names all of them. What is not there as it is written is looked for in its ordinary
/// width (１９９７９, 19907－03132123), and then as several entries with blanks between them.
StorageResult<OrderLookup> lookUpOrders(Database &database, const QStringList &entries);

} // namespace kessai
