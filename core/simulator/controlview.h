#pragma once

#include "core/simulator/world.h"

namespace kessai::simulator::controlview {

/// What the control port shows, in the forms of controlport.h.
QJsonObject ledger(const World &world);
QJsonObject transaction(const World &world, const Transaction &transaction);
QJsonObject transactions(const World &world, const QList<Transaction> &transactions);
QJsonObject clock(const World &world);
QJsonObject notifications(const World &world);

} // namespace kessai::simulator::controlview
