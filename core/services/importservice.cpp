#include "core/services/importservice.h"

#include "core/interchange/ordercompletion.h"
#include "core/interchange/orderreader.h"
#include "core/storage/orderimportstore.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

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
                         u"問題が多すぎるため、この行から後の問題は一覧に載せません。"_s});
    }
}

namespace {

using Step = Result<bool, ImportFailure>; // whether there is more to do

ImportFailure storeFailure(const StorageError &error)
{
    return {ImportFailure::Kind::Store, error.message};
}

/// How staff call a field that is in conflict.
QString columnOf(const QString &field)
{
    static const QHash<QString, QString> names = {
        {u"orderNumber"_s, u"注文番号"_s},
        {u"shopCustomerId"_s, u"会員ID"_s},
        {u"customer"_s, u"注文者"_s},
        {u"mailAddress"_s, u"メールアドレス"_s},
        {u"message"_s, u"要望等"_s},
        {u"note"_s, u"ショップ用メモ欄"_s},
        {u"status"_s, u"対応状況"_s},
        {u"method"_s, u"支払方法"_s},
        {u"orderedAt"_s, u"受注日"_s},
        {u"paidAt"_s, u"入金日"_s},
        {u"lines"_s, u"明細"_s},
        {u"shipments"_s, u"配送先"_s},
        {u"trackingNumber"_s, u"出荷伝票番号"_s},
        {u"shippedAt"_s, u"発送日"_s},
    };
    return names.value(field, field);
}

/// One import, done step by step.
class OrderImport
{
public:
    OrderImport(ShopContext &context, const ImportService::Options &options)
        : m_context(context), m_options(options), m_store(context.database), m_file(options.file)
    {
    }

    Step open();
    Step scan();
    Step writeChunk();
    StorageResult<Nothing> finish();
    [[nodiscard]] bool cancelled() const { return m_options.cancelled && m_options.cancelled(); }
    [[nodiscard]] ImportReport &report() { return m_report; }
    void tellProgress() const;

private:
    StorageResult<qsizetype> rowsAtOnce();
    StorageResult<Nothing> take(ImportedOrder &imported);
    StorageResult<Nothing> applyPending();
    void tellConflicts(const ImportedOrder &imported, const QStringList &fields);
    StorageResult<bool> prepare(ImportedOrder &imported);
    void count(OrderImportStore::Outcome outcome);

    ShopContext &m_context;
    const ImportService::Options &m_options;
    OrderImportStore m_store;
    QFile m_file;
    std::unique_ptr<OrderReader> m_reader;
    QStringList m_fields;
    bool m_partial = false;
    bool m_hasTotal = false;
    ImportReport m_report;
    QList<ImportedOrder> m_pending; ///< read and not applied yet, the refused ones among them
    QSet<qint64> m_pendingIds;
};

Step OrderImport::open()
{
    if (!m_file.open(QIODevice::ReadOnly) || m_file.isSequential()) {
        return failure(
            ImportFailure{ImportFailure::Kind::BadInput,
                          u"ファイル「%1」を開けません: %2"_s.arg(m_options.file, m_file.errorString())});
    }
    auto reader = OrderReader::open(m_file, m_options.format, m_options.rounding);
    if (!reader) {
        return failure(ImportFailure{ImportFailure::Kind::BadInput, reader.error()});
    }
    m_reader = std::move(*reader);
    m_fields = fieldsInFile(m_reader->columns());
    m_partial = isPartial(m_reader->columns());
    m_hasTotal = m_reader->columns().has(OrderColumn::PayableTotal);
    return true;
}

Step OrderImport::scan()
{
    constexpr int RecordsAtOnce = 10'000;
    return m_reader->scan(RecordsAtOnce);
}

/// How many rows one transaction may have: more would hold the writer from a running bulk run, fewer make a
/// large import slow (design.md §11).
StorageResult<qsizetype> OrderImport::rowsAtOnce()
{
    constexpr qsizetype BesideOperations = 1'000;
    constexpr qsizetype Alone = 10'000;
    const auto live = m_store.operationsAreLive();
    if (!live) {
        return failure(live.error());
    }
    return *live ? BesideOperations : Alone;
}

Step OrderImport::writeChunk()
{
    auto transaction = Transaction::beginOrJoin(m_context.database);
    if (!transaction) {
        return failure(storeFailure(transaction.error()));
    }
    const auto limit = rowsAtOnce();
    if (!limit) {
        return failure(storeFailure(limit.error()));
    }
    qsizetype rows = 0;
    bool more = true;
    while (more && rows < *limit) {
        std::optional<ImportedOrder> imported = m_reader->next();
        more = imported.has_value();
        if (more) {
            rows += 2 + imported->order.items.size() + imported->order.shipments.size();
            const auto taken = take(*imported);
            if (!taken) {
                return failure(storeFailure(taken.error()));
            }
        }
    }
    if (m_reader->failed()) {
        return failure(ImportFailure{ImportFailure::Kind::BadInput,
                                     u"ファイルを最後まで読めませんでした: %1"_s.arg(m_file.errorString())});
    }
    const auto applied = applyPending();
    if (!applied) {
        return failure(storeFailure(applied.error()));
    }
    if (m_options.dryRun) {
        return more;
    }
    const auto committed = transaction->commit();
    return committed ? Step(more) : Step(failure(storeFailure(committed.error())));
}

StorageResult<Nothing> OrderImport::take(ImportedOrder &imported)
{
    constexpr qsizetype MostPending = 100;
    // An order that comes twice finds what its first part has written.
    if (m_pending.size() >= MostPending || m_pendingIds.contains(imported.order.shopOrderId)) {
        const auto applied = applyPending();
        if (!applied) {
            return applied;
        }
    }
    const auto usable = prepare(imported);
    if (!usable) {
        return failure(usable.error());
    }
    imported.refused = !*usable;
    if (*usable) {
        m_pendingIds.insert(imported.order.shopOrderId);
    }
    m_pending.append(std::move(imported));
    return Nothing{};
}

StorageResult<Nothing> OrderImport::applyPending()
{
    QList<Order> orders;
    for (const ImportedOrder &imported : m_pending) {
        if (!imported.refused) {
            orders.append(imported.order);
        }
    }
    const auto applied = m_store.applyAll(orders, m_fields, m_options.dryRun);
    if (!applied) {
        return failure(applied.error());
    }
    auto outcome = applied->cbegin();
    for (const ImportedOrder &imported : std::as_const(m_pending)) {
        m_report.read += imported.counts ? 1 : 0;
        for (const ImportProblem &problem : imported.problems) {
            m_report.add(problem);
        }
        if (imported.refused) {
            m_report.refused += imported.counts ? 1 : 0;
            continue;
        }
        count(outcome->outcome);
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
        m_report.add({imported.line, columnOf(field), ImportProblem::Kind::Conflict,
                      u"注文ID %1: ここでの変更とファイルの値が違うため、ここでの値を残しました。"_s.arg(
                          imported.order.shopOrderId)});
    }
}

/// False: refused. A file with few columns can change an order that is there; it cannot make one without its
/// total.
StorageResult<bool> OrderImport::prepare(ImportedOrder &imported)
{
    if (imported.refused || !m_partial) {
        return !imported.refused;
    }
    const auto id = m_context.orders.idByShopOrderId(imported.order.shopOrderId);
    if (!id) {
        return failure(id.error());
    }
    if (!*id) {
        if (!m_hasTotal) {
            const QString total =
                m_reader->columns().format() == OrderFileFormat::Eccube2 ? u"お支払い合計"_s : u"支払合計"_s;
            imported.problems.append({imported.line, total, ImportProblem::Kind::Refused,
                                      u"注文ID %1 は新しい注文ですが、ファイルに列「%2」がありません。"_s
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
        m_options.progress({m_reader->bytesConsumed(), m_reader->bytesTotal(), m_report.read});
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
    bool scanning = true;
    bool more = true;
    while (more && !import.cancelled()) {
        const Step step = scanning ? import.scan() : import.writeChunk();
        if (!step) {
            co_return failure(step.error());
        }
        more = scanning || step.value();
        scanning = scanning && step.value();
        import.tellProgress();
        co_await m_context.clock.sleep(std::chrono::milliseconds(0));
    }
    ImportReport &report = import.report();
    report.cancelled = more;
    const auto logged = import.finish();
    if (!logged) {
        co_return failure(storeFailure(logged.error()));
    }
    if (!options.dryRun && report.created + report.updated > 0) {
        emit m_context.notifier.ordersChanged();
    }
    co_return std::move(report);
}

} // namespace kessai
