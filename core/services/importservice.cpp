#include "core/services/importservice.h"

#include "core/interchange/ordercompletion.h"
#include "core/interchange/orderreader.h"
#include "core/storage/orderimportstore.h"

#include <QFile>
#include <QFileInfo>

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
    StorageResult<Nothing> take(ImportedOrder &imported);
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

/// One transaction of about a thousand rows: more would hold the writer from a running bulk run (design.md
/// §11).
Step OrderImport::writeChunk()
{
    constexpr qsizetype RowsAtOnce = 1'000;
    auto transaction = Transaction::beginOrJoin(m_context.database);
    if (!transaction) {
        return failure(storeFailure(transaction.error()));
    }
    qsizetype rows = 0;
    bool more = true;
    while (more && rows < RowsAtOnce) {
        std::optional<ImportedOrder> imported = m_reader->next();
        more = imported.has_value();
        if (more) {
            const auto taken = take(*imported);
            if (!taken) {
                return failure(storeFailure(taken.error()));
            }
            rows += 2 + imported->order.items.size() + imported->order.shipments.size();
        }
    }
    if (m_reader->failed()) {
        return failure(ImportFailure{ImportFailure::Kind::BadInput,
                                     u"ファイルを最後まで読めませんでした: %1"_s.arg(m_file.errorString())});
    }
    if (m_options.dryRun) {
        return more;
    }
    const auto committed = transaction->commit();
    return committed ? Step(more) : Step(failure(storeFailure(committed.error())));
}

StorageResult<Nothing> OrderImport::take(ImportedOrder &imported)
{
    m_report.read += imported.counts ? 1 : 0;
    const auto usable = prepare(imported);
    if (!usable) {
        return failure(usable.error());
    }
    for (const ImportProblem &problem : imported.problems) {
        m_report.add(problem);
    }
    if (!*usable) {
        m_report.refused += imported.counts ? 1 : 0;
        return Nothing{};
    }
    const auto applied = m_store.apply(imported.order, m_fields, m_options.dryRun);
    if (!applied) {
        return failure(applied.error());
    }
    count(applied->outcome);
    for (const QString &field : applied->conflictingFields) {
        m_report.add({imported.line, columnOf(field), ImportProblem::Kind::Conflict,
                      u"注文ID %1: ここでの変更とファイルの値が違うため、ここでの値を残しました。"_s.arg(
                          imported.order.shopOrderId)});
    }
    return Nothing{};
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

/// Checkpoints come rarely while an import writes: the default makes a large one 2.5 times slower (design.md
/// §11).
class RareCheckpoints
{
public:
    explicit RareCheckpoints(Database &database) : m_store(database) { m_store.setRareCheckpoints(true); }
    ~RareCheckpoints() { m_store.setRareCheckpoints(false); }
    Q_DISABLE_COPY_MOVE(RareCheckpoints)

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
    const RareCheckpoints checkpoints(m_context.database);
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
