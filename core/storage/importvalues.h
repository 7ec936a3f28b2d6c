#pragma once

#include "core/domain/order.h"

#include <QString>

namespace kessai::importfields {

/// The value of a field of all() as text (JSON), from which takeValue() makes it again exactly.
QString valueText(const Order &order, qsizetype place);
/// Puts the value into the order, as take() does; an order without parcels gets those that the value names.
/// False: it is no such text, and the order is as it was.
bool takeValue(Order &order, qsizetype place, const QString &text);

} // namespace kessai::importfields
