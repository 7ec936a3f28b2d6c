#pragma once

#include "core/services/orderfilereading.h"

#include <QSet>

#include <vector>

namespace kessai {

/// Writes orders that were read, and counts what became of them.
class OrderImport
{
public:
    OrderImport(ShopContext &context, const ImportService::Options &options, const OrderFileReading &file)
        : m_context(context), m_options(options), m_file(file), m_store(context.database)
    {
    }

    /// Puts a chunk in line; the one before is written.
    void add(std::vector<ReadOrder> chunk);
    [[nodiscard]] bool hasWaiting() const { return m_next < m_waiting.size(); }
    /// Writes of the orders that wait as many as one transaction may have. After a failure it is as if it had
    /// not been called.
    StorageResult<Nothing> write();
    /// Keeps that it was done.
    StorageResult<Nothing> finish();
    [[nodiscard]] ImportReport &report() { return m_report; }

private:
    StorageResult<qsizetype> rowsAtOnce();
    StorageResult<Nothing> writeOnce();
    StorageResult<Nothing> take(ReadOrder &read);
    StorageResult<Nothing> applyPending();
    void tellConflicts(const ImportedOrder &imported, const QStringList &fields);
    StorageResult<bool> complete(ImportedOrder &imported);
    void count(OrderImportStore::Outcome outcome);

    ShopContext &m_context;
    const ImportService::Options &m_options;
    const OrderFileReading &m_file;
    OrderImportStore m_store;
    ImportReport m_report;
    std::vector<ReadOrder> m_waiting;
    size_t m_next = 0; ///< of those that wait
    std::vector<ReadOrder>
        m_asRead; ///< those of this transaction before they were completed from what we have
    std::vector<ReadOrder *>
        m_pending; ///< of those that wait: taken and not applied yet, the refused ones among them
    QSet<qint64> m_pendingIds;
};

} // namespace kessai
