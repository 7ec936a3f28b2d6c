#include "app/cli/carriedout.h"

namespace kessai::cli {

CarriedOut::CarriedOut(Database &database, const Shop::OperationAnswer &answer)
    : m_pages(database, answer.run.value_or(RunId())), m_isRun(answer.run.has_value())
{
    if (!m_isRun) {
        m_items = answer.items;
        return;
    }
    for (const OperationItem &item : answer.items) {
        m_holders.insert(item.order, item.heldBy);
    }
}

StorageResult<std::optional<OperationItem>> CarriedOut::next()
{
    if (m_next == m_items.size() && m_isRun) {
        const auto page = m_pages.next();
        if (!page) {
            return failure(page.error());
        }
        m_items = *page;
        m_next = 0;
    }
    if (m_next == m_items.size()) {
        return std::optional<OperationItem>();
    }
    OperationItem item = m_items.at(m_next++);
    if (m_isRun) {
        item.heldBy = m_holders.value(item.order);
    }
    return std::optional(item);
}

} // namespace kessai::cli
