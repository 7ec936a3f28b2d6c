#pragma once

#include "core/domain/order.h"
#include "core/interchange/importproblem.h"

#include <QList>

namespace kessai {

/// One order as an order file has it, or the reasons why it is refused. An order goes in whole or not at all:
/// one refused line refuses its order.
struct ImportedOrder
{
    qint64 line = 0; ///< of its first record
    Order order;     ///< only what the file's columns say; not to be used when refused
    bool refused = false;
    bool counts = true; ///< false: more about an order that was counted before
    QList<ImportProblem> problems;
};

} // namespace kessai
