#include "core/services/importservice.h"

#include "core/base/sentence.h"
#include "core/services/orderfilereading.h"
#include "core/services/orderimport.h"
#include "core/storage/lockconflict.h"

#include <QCoro/QCoroFuture>

#include <algorithm>

namespace kessai {

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

ImportFailure storeFailure(const StorageError &error)
{
    return {ImportFailure::Kind::Store, error.message};
}

bool isCancelled(const ImportService::Options &options)
{
    return options.cancelled && options.cancelled();
}

void tellProgress(const ImportService::Options &options, const OrderFileReading &file,
                  const ImportReport &report)
{
    if (options.progress) {
        options.progress({file.bytesDone(), file.bytesTotal(), report.read});
    }
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
    OrderFileReading file(options);
    const auto opened = file.open();
    if (!opened) {
        co_return failure(opened.error());
    }
    OrderImport import(m_context, options, file);
    const ManyWrites manyWrites(m_context.database);
    while (!(file.atEnd() && !import.hasWaiting()) && !isCancelled(options)) {
        const QFuture<void> reading = file.start();
        while (import.hasWaiting() && !isCancelled(options)) {
            auto written = import.write();
            for (int tries = 1; isBegunAgain(written, tries); ++tries) {
                co_await m_context.clock.sleep(ConflictPause);
                written = import.write();
            }
            if (!written) {
                co_return failure(storeFailure(written.error()));
            }
            tellProgress(options, file, import.report());
            co_await m_context.clock.sleep(std::chrono::milliseconds(0));
        }
        const bool stopped = import.hasWaiting();
        co_await reading;
        if (stopped) {
            break;
        }
        auto chunk = file.take();
        if (!chunk) {
            co_return failure(chunk.error());
        }
        import.add(std::move(*chunk));
        tellProgress(options, file, import.report());
    }
    ImportReport &report = import.report();
    report.cancelled = !file.atEnd() || import.hasWaiting();
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
