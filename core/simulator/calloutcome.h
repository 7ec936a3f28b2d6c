#pragma once

#include "core/simulator/transactionbook.h"

#include <QList>
#include <QPair>

namespace kessai::simulator {

/// `Key=Value` pairs of a reply in the recorded order.
using ReplyFields = QList<QPair<QString, QString>>;

/// What one call did: a reply or the errors, the transaction that it changed, and the numbers that it took.
/// Nothing of it has happened until the world has it in its ledger.
struct CallOutcome
{
    ReplyFields reply;
    QStringList errors;                 ///< ErrInfo codes, in the server's order
    QString orderId;                    ///< of the transaction that the call found
    std::optional<Transaction> changed; ///< as it stands afterwards
    TransactionNumbers numbers;
};

/// `E01` of `E01060010`; `G02` of `42G020000` (protocol.md §1.4).
QString errorClass(const QString &errorInfo);

/// The body without line end, in Windows-31J; values are not escaped.
QByteArray replyBody(const ReplyFields &fields);

/// The two fields of an error reply.
ReplyFields errorReply(const QStringList &errorInfos);

} // namespace kessai::simulator
