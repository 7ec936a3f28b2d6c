#pragma once

#include "core/domain/payment.h"
#include "core/simulator/transaction.h"

namespace kessai {

/// What an inquiry shows of a transaction.
Snapshot snapshotOf(const simulator::Transaction &transaction);
MethodFacts factsOf(const simulator::MultiTransaction &multi);

} // namespace kessai
