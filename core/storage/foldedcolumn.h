#pragma once

#include <QString>
#include <QVariantList>

namespace kessai {

/// Columns of which no folded text is kept are folded while they are read, as foldForSearch() folds, but for
/// one rule: hyphens between digits stay. One text of SQL for both databases (sqlitefunctions.h).

/// The folded value of a column or of a short expression, with places for foldingValues().
QString foldedColumn(const QString &column);
/// The values for the places of foldedColumn().
QVariantList foldingValues();
/// What was typed, folded in the same way.
QString foldedLikeColumn(const QString &typed);

} // namespace kessai
