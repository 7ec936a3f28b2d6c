#pragma once

#include "core/simulator/multitransaction.h"

namespace kessai::simulator {

/// How long a carrier's payment can be sold and cancelled, each as the last second (protocol.md §6.3 to
/// §6.5). T is the authorisation of an AUTH and the sale of what is sold; a partial cancel does not move it
/// (inferred: §6 counts from the last processing, but a carrier's books close by the sale).
namespace carrierlimits {

QDateTime lastSale(const MultiTransaction &transaction);
QDateTime lastCancel(const MultiTransaction &transaction);
/// docomo: the first second for a cancel, where MultiRules asks for it.
QDateTime firstCancel(const MultiTransaction &transaction);

} // namespace carrierlimits

} // namespace kessai::simulator
