#pragma once

#include "ui/models/ordersource.h"

namespace kessai {

/// Reads the rows of these orders, in this order, whether or not a list has shown them. A chunk at a time:
/// all of a million rows would fill the memory. Deletes itself at the end; deleting it before stops it.
class OrderReading : public QObject
{
    Q_OBJECT

public:
    OrderReading(OrderSource &source, QList<OrderId> ids, QObject *parent);

    void start() { next(); }

signals:
    void rowsRead(const QList<kessai::OrderSummary> &rows);
    void finished();
    void failed(const QString &message);

private:
    void next();
    void take(const StorageResult<QList<OrderSummary>> &answer);

    OrderSource &m_source;
    QList<OrderId> m_ids;
    qsizetype m_asked = 0;
};

} // namespace kessai
