#pragma once

#include "core/interchange/orderbuilder.h"
#include "core/interchange/orderidscan.h"

#include <QIODevice>
#include <QQueue>

#include <memory>

namespace kessai {

/// Reads an order file of EC-CUBE 4 or 2 (order-csv.md), an order at a time, in bounded memory.
///
/// The file is read twice: scan() goes over it for orders whose lines do not stand together, because an order
/// can only be taken over whole. The scan keeps about one bit for each order.
class OrderReader
{
public:
    /// @param device random access, open, and alive as long as the reader; read from its beginning
    /// An error is a sentence that names the line and column: nothing can be read from this file.
    static Result<std::unique_ptr<OrderReader>, QString> open(QIODevice &device, OrderFileFormat format,
                                                              Rounding rounding = Rounding::HalfUp);

    /// Scans so many records more; false when all are scanned. next() needs that.
    bool scan(int records);
    /// The next order or refused line; nothing at the end. Scans first what is not scanned yet.
    std::optional<ImportedOrder> next();

    [[nodiscard]] const OrderColumns &columns() const { return m_columns; }
    [[nodiscard]] OrderFileContent content() const { return OrderFileContent::of(m_columns); }
    [[nodiscard]] TextEncoding encoding() const { return m_encoding; }
    /// How far the reading has come, of bytesTotal(). The scan does not count.
    [[nodiscard]] qint64 bytesConsumed() const { return m_reader->bytesConsumed(); }
    [[nodiscard]] qint64 bytesTotal() const { return m_device.size(); }
    /// The device failed: what was given is whole, but there is more.
    [[nodiscard]] bool failed() const { return m_reader->failed(); }

private:
    OrderReader(QIODevice &device, OrderColumns columns, TextEncoding encoding, CsvDialect dialect,
                Rounding rounding);
    bool rewind();
    void take(const CsvRecord &record);
    void takeUnidentified(const CsvRecord &record);
    void turnToOrder(qint64 id, qint64 line);
    void finishOrder();

    QIODevice &m_device;
    OrderColumns m_columns;
    TextEncoding m_encoding;
    CsvDialect m_dialect;
    std::unique_ptr<CsvReader> m_reader;
    CsvRecord m_record;
    OrderIdScan m_scan;
    bool m_scanned = false;
    OrderBuilder m_builder;
    std::optional<qint64> m_current; ///< 注文ID of the order being built
    bool m_gapInOrder = false;       ///< an unreadable line stood behind its last one
    QQueue<ImportedOrder> m_ready;
};

} // namespace kessai
