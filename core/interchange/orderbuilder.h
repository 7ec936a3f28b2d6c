#pragma once

#include "core/interchange/importedorder.h"
#include "core/interchange/orderrow.h"

#include <QSet>

namespace kessai {

/// What the columns of a file allow to be read besides the order itself.
struct OrderFileContent
{
    bool lines = false;     ///< 商品名, 価格, 個数 and 明細区分 are there
    bool shipments = false; ///< any column of a parcel is there

    static OrderFileContent of(const OrderColumns &columns);
};

/// Puts the lines of one order together: the order's own columns from its first line, one item of each line
/// that has one, one shipment of each 出荷ID.
class OrderBuilder
{
public:
    OrderBuilder(const OrderColumns &columns, TextEncoding encoding, CsvDialect dialect, Rounding rounding);

    /// Starts an order whose first record begins on this line.
    void begin(qint64 shopOrderId, qint64 line);
    void addLine(const CsvRecord &record);
    /// Refuses the whole order.
    void refuse(ImportProblem problem);
    ImportedOrder finish();

private:
    void readOrderOnce(const CsvRecord &record);
    void readItem(const CsvRecord &record);
    void readShipment();
    void completeTotals();

    const OrderColumns &m_columns;
    OrderFileContent m_content;
    OrderRow m_row;
    ImportedOrder m_result;
    bool m_orderRead = false;
    QSet<QByteArray> m_itemIds;
    QSet<QByteArray> m_shipmentIds;
    QByteArray m_lastShipmentId;
};

} // namespace kessai
