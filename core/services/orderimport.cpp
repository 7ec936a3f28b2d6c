#include "core/services/orderimport.h"

#include "core/base/sentence.h"
#include "core/interchange/ordercompletion.h"
#include "core/storage/shopvalues.h"

#include <QFileInfo>

namespace kessai {

using namespace Qt::StringLiterals;

void OrderImport::add(std::vector<ReadOrder> chunk)
{
    m_waiting = std::move(chunk);
    m_next = 0;
}

/// How many rows one transaction may have: more would hold the writer from a running bulk run, fewer make a
/// large import slow (design.md §11).
StorageResult<qsizetype> OrderImport::rowsAtOnce()
{
    constexpr qsizetype BesideOperations = 1'000;
    constexpr qsizetype Alone = 20'000;
    const auto live = m_store.operationsAreLive();
    if (!live) {
        return failure(live.error());
    }
    return *live ? BesideOperations : Alone;
}

StorageResult<Nothing> OrderImport::write()
{
    const size_t next = m_next;
    const ImportReport report = m_report;
    auto written = writeOnce();
    if (!written) { // nothing of it is written: as if these orders had not been taken yet
        m_next = next;
        m_report = report;
        m_pending.clear();
        m_pendingIds.clear();
        for (ReadOrder &asRead : m_asRead) {
            m_waiting[m_next + size_t(&asRead - m_asRead.data())] = std::move(asRead);
        }
    }
    m_asRead.clear();
    return written;
}

StorageResult<Nothing> OrderImport::writeOnce()
{
    auto transaction = Transaction::begin(m_context.database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const auto limit = rowsAtOnce();
    if (!limit) {
        return failure(limit.error());
    }
    qsizetype rows = 0;
    while (hasWaiting() && rows < *limit) {
        ReadOrder &read = m_waiting[m_next++];
        rows += 2 + read.imported.order.items.size() + read.imported.order.shipments.size();
        if (m_file.partial()) {
            m_asRead.push_back(read);
        }
        const auto taken = take(read);
        if (!taken) {
            return taken;
        }
    }
    const auto applied = applyPending();
    return applied && !m_options.dryRun ? transaction->commit() : applied;
}

StorageResult<Nothing> OrderImport::take(ReadOrder &read)
{
    constexpr size_t MostPending = 500;
    // An order that comes twice finds what its first part has written.
    if (m_pending.size() >= MostPending || m_pendingIds.contains(read.imported.order.shopOrderId)) {
        const auto applied = applyPending();
        if (!applied) {
            return applied;
        }
    }
    if (!read.imported.refused && !read.prepared) {
        const auto usable = complete(read.imported);
        if (!usable) {
            return failure(usable.error());
        }
        read.imported.refused = !*usable;
        if (*usable) {
            read.prepared = OrderImportStore::prepare(read.imported.order, m_file.places());
        }
    }
    if (!read.imported.refused) {
        m_pendingIds.insert(read.imported.order.shopOrderId);
    }
    m_pending.push_back(&read);
    return Nothing{};
}

StorageResult<Nothing> OrderImport::applyPending()
{
    QList<OrderImportStore::Prepared *> orders;
    for (ReadOrder *read : m_pending) {
        if (!read->imported.refused) {
            orders.append(&*read->prepared);
        }
    }
    const auto applied = m_store.applyAll(orders, m_file.places(), m_options.dryRun);
    if (!applied) {
        return failure(applied.error());
    }
    auto outcome = applied->cbegin();
    for (const ReadOrder *read : m_pending) {
        const ImportedOrder &imported = read->imported;
        m_report.read += imported.counts ? 1 : 0;
        for (const ImportProblem &problem : imported.problems) {
            m_report.add(problem);
        }
        if (imported.refused) {
            m_report.refused += imported.counts ? 1 : 0;
            continue;
        }
        count(outcome->outcome);
        m_report.conflictsMoved += outcome->conflictsMoved ? 1 : 0;
        tellConflicts(imported, outcome->conflictingFields);
        ++outcome;
    }
    m_pending.clear();
    m_pendingIds.clear();
    return Nothing{};
}

void OrderImport::tellConflicts(const ImportedOrder &imported, const QStringList &fields)
{
    for (const QString &field : fields) {
        m_report.add(
            {imported.line, columnOfField(field), ImportProblem::Kind::Conflict,
             Sentence::tr("注文ID %1: ここでの変更とファイルの値が違うため、ここでの値を残しました。")
                 .arg(imported.order.shopOrderId)});
    }
}

/// False: refused. A file with few columns can change an order that is there; it cannot make one without its
/// total.
StorageResult<bool> OrderImport::complete(ImportedOrder &imported)
{
    const auto id = m_context.orders.idByShopOrderId(imported.order.shopOrderId);
    if (!id) {
        return failure(id.error());
    }
    if (!*id) {
        const bool hasTotal = m_file.columns().has(OrderColumn::PayableTotal);
        if (!hasTotal) {
            const QString total =
                m_file.columns().format() == OrderFileFormat::Eccube2 ? u"お支払い合計"_s : u"支払合計"_s;
            imported.problems.append(
                {imported.line, total, ImportProblem::Kind::Refused,
                 Sentence::tr("注文ID %1 は新しい注文ですが、ファイルに列「%2」がありません。")
                     .arg(imported.order.shopOrderId)
                     .arg(total)});
        }
        return hasTotal;
    }
    const auto present = m_context.orders.byId(**id);
    if (!present) {
        return failure(present.error());
    }
    // What the file does not tell is as the shop has it, not as we changed it.
    const auto shops = ShopValues(m_context.database).asShopHasIt(present.value());
    if (!shops) {
        return failure(shops.error());
    }
    completeFrom(imported.order, *shops, m_file.columns());
    return true;
}

void OrderImport::count(OrderImportStore::Outcome outcome)
{
    switch (outcome) {
    case OrderImportStore::Outcome::Created:
        ++m_report.created;
        return;
    case OrderImportStore::Outcome::Updated:
        ++m_report.updated;
        return;
    case OrderImportStore::Outcome::Unchanged:
        ++m_report.unchanged;
        return;
    }
}

StorageResult<Nothing> OrderImport::finish()
{
    if (m_options.dryRun) {
        return Nothing{};
    }
    const bool two = m_file.columns().format() == OrderFileFormat::Eccube2;
    return m_store.log({m_context.clock.nowUtc(), QFileInfo(m_options.file).fileName(),
                        two ? u"eccube2"_s : u"eccube4"_s, m_report.read, m_report.created, m_report.updated,
                        m_report.unchanged, m_report.refused, m_options.operatorName, m_context.seat.name});
}

} // namespace kessai
