#pragma once

#include "core/services/runitempages.h"
#include "core/services/shop.h"

#include <QHash>

namespace kessai::cli {

/// The items of what was carried out, one after the other, in the order asked: those of a run are read some
/// at a time.
class CarriedOut
{
public:
    CarriedOut(Database &database, const Shop::OperationAnswer &answer);

    /// None: there are no more.
    StorageResult<std::optional<OperationItem>> next();

private:
    RunItemPages m_pages;
    bool m_isRun;
    QList<OperationItem> m_items; ///< the page that is being told
    qsizetype m_next = 0;
    QHash<OrderId, QString> m_holders; ///< as they were when it was planned
};

} // namespace kessai::cli
