#pragma once

#include "core/services/shopcontext.h"

namespace kessai {

/// One line of the 決済ログ (S62): one per evidence row, and one per event of the order that belongs to no
/// operation.
struct LogEntry
{
    QDateTime at;
    std::optional<OperationId> operation;
    std::optional<OperationKind> kind;
    QString source; ///< PLAN CLAIM ARM SEND ANSWER READ PERSON SYSTEM, or the event's kind
    qint64 attempt = 0;
    QString state;   ///< the operation's state after this row; "" when it did not change it
    QString content; ///< what was asked or seen, as text without secrets
    QString result;  ///< class of the answer, end reason or ""
    QString operatorName;
    QString seat;
    QString jobCd;
    QStringList codes;
};

/// Oldest first. Works on a read-only connection too.
StorageResult<QList<LogEntry>> paymentLog(Database &database, OrderId order);

} // namespace kessai
