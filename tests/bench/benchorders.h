#pragma once

#include "core/storage/database.h"

#include <QDateTime>

namespace kessai {

/// Orders of a card shop with one payment each, written straight into the database: an import would take
/// minutes for a million.
struct BenchOrders
{
    qint64 count = 0;
    qint64 authorised = 0;  ///< 仮売上済み, the newest; the others are 実売上済み and 発送済み
    QDateTime authorizedAt; ///< an instant; all of them were ordered and paid within the minute after it

    /// 決済オーダーID of one.
    static QString gatewayOrderId(qint64 number);
    /// What is paid of one; not all have the same.
    static qint64 amountYen(qint64 number) { return 3200 + number % 9; }
};

/// Ids and numbers are 1 … count. Ends the program where it cannot.
void fillWithOrders(Database &database, const BenchOrders &wanted);

/// What the gateway says of one of them, so that a read finds what is known.
struct BenchRead
{
    qint64 number = 0;
    QString tranId;
    QString approve;
    QString processDate; ///< yyyyMMddHHmmss
};
void noteReads(Database &database, const QList<BenchRead> &reads);

/// Ends the program with these words unless it was done.
void require(bool done, const char *what);

} // namespace kessai
