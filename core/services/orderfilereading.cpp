#include "core/services/orderfilereading.h"

#include "core/base/sentence.h"
#include "core/interchange/ordercompletion.h"

#include <QPromise>

namespace kessai {

OrderFileReading::OrderFileReading(const ImportService::Options &options)
    : m_options(options), m_file(options.file)
{
    m_thread.setMaxThreadCount(1);
}

Result<Nothing, ImportFailure> OrderFileReading::open()
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
    return Nothing{};
}

QFuture<void> OrderFileReading::start()
{
    const auto promise = std::make_shared<QPromise<void>>();
    promise->start();
    m_thread.start([this, promise] {
        readChunk();
        promise->finish();
    });
    return promise->future();
}

/// A chunk has so much of the file at most, so that long remarks fill no memory.
void OrderFileReading::readChunk()
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

Result<std::vector<ReadOrder>, ImportFailure> OrderFileReading::take()
{
    if (m_reader->failed()) {
        return failure(
            ImportFailure{ImportFailure::Kind::BadInput,
                          Sentence::tr("ファイルを最後まで読めませんでした: %1").arg(m_file.errorString())});
    }
    m_atEnd = m_arrivedAll;
    m_bytesDone = m_reader->bytesConsumed();
    return std::exchange(m_arriving, {});
}

} // namespace kessai
