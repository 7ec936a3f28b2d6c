#pragma once

#include "core/base/yen.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace kessai::cli {

/// Columns that a text takes on a terminal: East Asian wide and full-width characters take two.
int displayWidth(const QString &text);

/// One line per row, columns padded to the widest cell, two spaces between them, no spaces at line ends.
/// @param rightAligned numbers of columns that hold amounts
QString alignedRows(const QList<QStringList> &rows, const QList<int> &rightAligned = {});

/// "3,200円"; "" for none.
QString yenText(const std::optional<Yen> &amount);

} // namespace kessai::cli
