#include "core/services/importservice.h"

#include "core/base/sentence.h"
#include "core/interchange/ordercompletion.h"
#include "core/interchange/orderreader.h"
#include "core/storage/lockconflict.h"
#include "core/storage/orderimportstore.h"

#include <QCoro/QCoroFuture>
#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QSet>
#include <QThreadPool>

#include <algorithm>
#include <vector>

namespace kessai {

using namespace Qt::StringLiterals;

void ImportReport::add(const ImportProblem &problem)
{
    if (problems.size() < MostProblems) {
        problems.append(problem);
    } else if (problems.size() == MostProblems) {
        problems.append({problem.line,
                         {},
                         ImportProblem::Kind::Warning,
                         Sentence::tr("問題が多すぎるため、この行から後の問題は一覧に載せません。")});
    }
}

namespace {

using Step = Result<bool, ImportFailure>; // whether there is more to do

ImportFailure storeFailure(const StorageError &error)
{
    return {ImportFailure::Kind::Store, error.message};
}

/// An order as it was read, and ready to be written unless it is refused or has to be completed first.
struct ReadOrder
{
    ImportedOrder imported;
    std::optional<OrderImportStore::Prepared> prepared;
};

/// One import, done step by step. The file is read by a thread of its own, which is one chunk ahead of the
/// writing.
class OrderImport
{
public:
    OrderImport(ShopContext &context, const ImportService::Options &options)
        : m_context(context), m_options(options), m_store(context.database), m_file(options.file)
    {
        m_readingThread.setMaxThreadCount(1);
    }

    Step open();
    /// Reads the next chunk in the other thread; until that is over nothing but write() may be called.
    QFuture<void> startReading();
    /// Puts the chunk that was read in line.
    Result<Nothing, ImportFailure> takeRead();
    [[nodiscard]] bool hasWaiting() const { return m_next < m_waiting.size(); }
    /// Writes of the orders that wait as many as one transaction may have. After a failure it is as if it had
    /// not been called.
    StorageResult<Nothing> write();
    [[nodiscard]] bool done() const { return m_readToEnd && !hasWaiting(); }
    StorageResult<Nothing> finish();
    [[nodiscard]] bool cancelled() const { return m_options.cancelled && m_options.cancelled(); }
    [[nodiscard]] ImportReport &report() { return m_report; }
    void tellProgress() const;

private:
    void readChunk();
    StorageResult<qsizetype> rowsAtOnce();
    StorageResult<Nothing> writeOnce();
    StorageResult<Nothing> take(ReadOrder &read);
    StorageResult<Nothing> applyPending();
    void tellConflicts(const ImportedOrder &imported, const QStringList &fields);
    StorageResult<bool> complete(ImportedOrder &imported);
    void count(OrderImportStore::Outcome outcome);

    ShopContext &m_context;
    const ImportService::Options &m_options;
    OrderImportStore m_store;
    OrderImportStore::Places m_places;
    bool m_partial = false;
    bool m_hasTotal = false;
    ImportReport m_report;
    std::vector<ReadOrder> m_waiting;
    size_t m_next = 0; ///< of those that wait
    std::vector<ReadOrder>
        m_asRead; ///< those of this transaction before they were completed from what we have
    std::vector<ReadOrder *>
        m_pending; ///< of those that wait: taken and not applied yet, the refused ones among them
    QSet<qint64> m_pendingIds;
    bool m_readToEnd = false;
    qint64 m_bytesDone = 0;
    qint64 m_bytesTotal = 0;
    // The reading thread's while it reads.
    QFile m_file;
    std::unique_ptr<OrderReader> m_reader;
    bool m_scanning = true;
    std::vector<ReadOrder> m_arriving;
    bool m_arrivedAll = false;
    QThreadPool m_readingThread; ///< last: its end waits for the reading
};

Step OrderImport::open()
{
    if (!m_file.open(QIODevice::ReadOnly)) {
        return failure(ImportFailure{
            ImportFailure::Kind::BadInput,
            Sentence::tr("ファイル「%1」を開けません: %2").arg(m_options.file, m_file.errorString())});
    }
    if (m_file.isSequential()) { // it is read twice, so it cannot be a pipe
        return failure(ImportFailure{
            ImportFailure::Kind::BadInput,
            Sentence::tr(
                "「%1」からは取り込めません。いったんファイルに保存し、そのファイルを指定してください。")
                .arg(m_options.file)});
    }
    auto reader = OrderReader::open(m_file, m_options.format, m_options.rounding);
    if (!reader) {
        return failure(ImportFailure{ImportFailure::Kind::BadInput, reader.error()});
    }
    m_reader = std::move(*reader);
    m_places =
        OrderImportStore::placesOf(fieldsInFile(m_reader->columns())).value_or(OrderImportStore::Places());
    m_bytesTotal = m_reader->bytesTotal();
    m_partial = isPartial(m_reader->columns());
    m_hasTotal = m_reader->columns().has(OrderColumn::PayableTotal);
    return true;
}

QFuture<void> OrderImport::startReading()
{
    const auto promise = std::make_shared<QPromise<void>>();
    promise->start();
    m_readingThread.start([this, promise] {
        readChunk();
        promise->finish();
    });
    return promise->future();
}

/// A chunk has so much of the file at most, so that long remarks fill no memory.
void OrderImport::readChunk()
{
    constexpr int RecordsAtOnce = 100'000;
    constexpr qint64 MostBytes = 4'000'000;
    if (m_scanning) {
        m_scanning = m_reader->scan(RecordsAtOnce);
        return;
    }
    const qint64 begin = m_reader->bytesConsumed();
    while (!m_arrivedAll && m_reader->bytesConsumed() - begin < MostBytes) {
        std::optional<ImportedOrder> imported = m_reader->next();
        m_arrivedAll = !imported;
        if (m_arrivedAll) {
            return;
        }
        ReadOrder &read = m_arriving.emplace_back(ReadOrder{std::move(*imported), std::nullopt});
        if (!read.imported.refused && !m_partial) {
            read.prepared = OrderImportStore::prepare(read.imported.order, m_places);
        }
    }
}

Result<Nothing, ImportFailure> OrderImport::takeRead()
{
    if (m_reader->failed()) {
        return failure(
            ImportFailure{ImportFailure::Kind::BadInput,
                          Sentence::tr("ファイルを最後まで読めませんでした: %1").arg(m_file.errorString())});
    }
    m_waiting = std::exchange(m_arriving, {});
    m_next = 0;
    m_readToEnd = m_arrivedAll;
    m_bytesDone = m_reader->bytesConsumed();
    return Nothing{};
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
        if (m_partial) {
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
            read.prepared = OrderImportStore::prepare(read.imported.order, m_places);
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
    const auto applied = m_store.applyAll(orders, m_places, m_options.dryRun);
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
        if (!m_hasTotal) {
            const QString total =
                m_reader->columns().format() == OrderFileFormat::Eccube2 ? u"お支払い合計"_s : u"支払合計"_s;
            imported.problems.append(
                {imported.line, total, ImportProblem::Kind::Refused,
                 Sentence::tr("注文ID %1 は新しい注文ですが、ファイルに列「%2」がありません。")
                     .arg(imported.order.shopOrderId)
                     .arg(total)});
        }
        return m_hasTotal;
    }
    const auto present = m_context.orders.byId(**id);
    if (!present) {
        return failure(present.error());
    }
    completeFrom(imported.order, present.value(), m_reader->columns());
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

void OrderImport::tellProgress() const
{
    if (m_options.progress) {
        m_options.progress({m_bytesDone, m_bytesTotal, m_report.read});
    }
}

StorageResult<Nothing> OrderImport::finish()
{
    if (m_options.dryRun) {
        return Nothing{};
    }
    const bool two = m_reader->columns().format() == OrderFileFormat::Eccube2;
    return m_store.log({m_context.clock.nowUtc(), QFileInfo(m_options.file).fileName(),
                        two ? u"eccube2"_s : u"eccube4"_s, m_report.read, m_report.created, m_report.updated,
                        m_report.unchanged, m_report.refused, m_options.operatorName, m_context.seat.name});
}

/// Prepares the database for many writes as long as an import runs.
class ManyWrites
{
public:
    explicit ManyWrites(Database &database) : m_store(database) { m_store.setManyWrites(true); }
    ~ManyWrites() { m_store.setManyWrites(false); }
    Q_DISABLE_COPY_MOVE(ManyWrites)

private:
    OrderImportStore m_store;
};

} // namespace

QCoro::Task<Result<ImportReport, ImportFailure>> ImportService::importOrders(Options options)
{
    OrderImport import(m_context, options);
    const Step opened = import.open();
    if (!opened) {
        co_return failure(opened.error());
    }
    const ManyWrites manyWrites(m_context.database);
    while (!import.done() && !import.cancelled()) {
        const QFuture<void> reading = import.startReading();
        while (import.hasWaiting() && !import.cancelled()) {
            auto written = import.write();
            for (int tries = 1; isBegunAgain(written, tries); ++tries) {
                co_await m_context.clock.sleep(ConflictPause);
                written = import.write();
            }
            if (!written) {
                co_return failure(storeFailure(written.error()));
            }
            import.tellProgress();
            co_await m_context.clock.sleep(std::chrono::milliseconds(0));
        }
        const bool stopped = import.hasWaiting();
        co_await reading;
        if (stopped) {
            break;
        }
        const auto taken = import.takeRead();
        if (!taken) {
            co_return failure(taken.error());
        }
        import.tellProgress();
    }
    ImportReport &report = import.report();
    report.cancelled = !import.done();
    std::stable_sort(
        report.problems.begin(), report.problems.end(),
        [](const ImportProblem &one, const ImportProblem &other) { return one.line < other.line; });
    const auto logged = import.finish();
    if (!logged) {
        co_return failure(storeFailure(logged.error()));
    }
    if (!options.dryRun && report.created + report.updated + report.conflictsMoved > 0) {
        emit m_context.notifier.ordersChanged();
    }
    co_return std::move(report);
}

} // namespace kessai
