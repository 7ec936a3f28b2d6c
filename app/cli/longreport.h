#pragma once

#include "app/cli/operationjson.h"
#include "app/cli/spool.h"

namespace kessai::cli {

/// Writes the result's document, with the items where they are kept apart.
/// @returns whether all of it could be written
[[nodiscard]] bool writeDocument(const CommandResult &result, std::FILE *out);

/// The report of an operation, told item by item: as JSON it holds none of them. What it gives is what
/// resultOf() gives of all items at once.
class LongReport
{
public:
    /// @param json else for people, whose columns are as wide as the widest of all items
    explicit LongReport(bool json) : m_spool(json ? std::make_shared<Spool>() : nullptr) {}

    /// In the order asked.
    void add(const OperationItem &item);
    [[nodiscard]] const QMap<OperationState, qint64> &counts() const { return m_counts; }
    /// @param rest all of the report but its items; ends this one
    CommandResult result(OperationReport rest);

private:
    std::shared_ptr<Spool> m_spool; ///< none: for people
    QList<OperationItem> m_items;   ///< for people
    QMap<OperationState, qint64> m_counts;
};

} // namespace kessai::cli
