#pragma once

#include "core/domain/order.h"

#include <QVariant>

namespace kessai {

/// The code of a line's goods with what was chosen of them: 「arita-01（色: 藍 / サイズ: 大）」 (S71).
QString codeWithClasses(const OrderItem &line);

/// Puts what was typed into a cell into the line: text as it is, numbers also full-width and grouped.
/// @param column of ItemTableModel
/// @returns whether it is a value for that cell; what the shop does not allow of it is told by problemsOf()
bool takeTyped(OrderItem &line, int column, const QVariant &value);

} // namespace kessai
