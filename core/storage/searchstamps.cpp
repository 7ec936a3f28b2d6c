#include "core/storage/searchstamps.h"

#include <limits>

namespace kessai {

using namespace Qt::StringLiterals;

QString searchStampOfWriter(Database::Dialect dialect)
{
    return dialect == Database::Dialect::Sqlite ? u"(SELECT coalesce(max(stamp), 0) + 1 FROM order_search)"_s
                                                : u"txid_current()"_s;
}

StorageResult<SearchStamps> readSearchStamps(Database &database)
{
    const bool sqlite = database.dialect() == Database::Dialect::Sqlite;
    const auto row =
        database.first(sqlite ? u"SELECT coalesce(max(stamp), 0) + 1, %1 FROM order_search"_s.arg(
                                    std::numeric_limits<qint64>::max())
                              : u"SELECT txid_snapshot_xmin(txid_current_snapshot()), "
                                "txid_snapshot_xmax(txid_current_snapshot())"_s);
    if (!row) {
        return failure(row.error());
    }
    return SearchStamps{row->value(0).toLongLong(), row->value(1).toLongLong()};
}

} // namespace kessai
