#pragma once

#include "core/interchange/orderreader.h"
#include "core/services/importservice.h"
#include "core/storage/orderimportstore.h"

#include <QFile>
#include <QFuture>
#include <QThreadPool>

#include <memory>
#include <optional>
#include <vector>

namespace kessai {

/// An order as it was read, and ready to be written unless it is refused or has to be completed first.
struct ReadOrder
{
    ImportedOrder imported;
    std::optional<OrderImportStore::Prepared> prepared;
};

/// Reads a file of orders chunk by chunk in a thread of its own, one chunk ahead of the writing.
class OrderFileReading
{
public:
    explicit OrderFileReading(const ImportService::Options &options);

    Result<Nothing, ImportFailure> open();
    /// Reads the next chunk in the other thread; until that is over only what is marked so may be called.
    QFuture<void> start();
    /// The chunk that was read.
    Result<std::vector<ReadOrder>, ImportFailure> take();

    /// All chunks were taken. Also while it reads, as are those that follow.
    [[nodiscard]] bool atEnd() const { return m_atEnd; }
    /// Of what was taken.
    [[nodiscard]] qint64 bytesDone() const { return m_bytesDone; }
    [[nodiscard]] qint64 bytesTotal() const { return m_bytesTotal; }
    [[nodiscard]] const OrderColumns &columns() const { return m_reader->columns(); }
    [[nodiscard]] const OrderImportStore::Places &places() const { return m_places; }
    /// The file has few columns: it cannot make an order, only change one.
    [[nodiscard]] bool partial() const { return m_partial; }

private:
    void readChunk();

    const ImportService::Options &m_options;
    OrderImportStore::Places m_places;
    bool m_partial = false;
    bool m_atEnd = false;
    qint64 m_bytesDone = 0;
    qint64 m_bytesTotal = 0;
    // The reading thread's while it reads.
    QFile m_file;
    std::unique_ptr<OrderReader> m_reader;
    bool m_scanning = true;
    std::vector<ReadOrder> m_arriving;
    bool m_arrivedAll = false;
    QThreadPool m_thread; ///< last: its end waits for the reading
};

} // namespace kessai
