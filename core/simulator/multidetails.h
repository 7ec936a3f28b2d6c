#pragma once

#include "core/simulator/multitransaction.h"

namespace kessai::simulator {

/// All that the inquiry and the notification show of a transaction beyond status, amount and JobCd, by the
/// names of SearchTradeMulti (protocol.md §4.2, §9): the kept numbers, and what follows from the
/// transaction. Only what is not empty is in it.
QMap<QString, QString> shownDetails(const MultiTransaction &transaction);

/// How the control port shows a transaction.
QJsonObject toControlJson(const MultiTransaction &transaction, const QString &accessPass);

} // namespace kessai::simulator
