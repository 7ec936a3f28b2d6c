#pragma once

#include "core/base/yen.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace kessai::cli {

/// Columns that a text takes on a terminal: East Asian wide and full-width characters take two.
int displayWidth(const QString &text);

/// A text from outside may hold control characters that a terminal would obey: each is shown as one sign.
/// Line ends and tabs stay.
QString printable(QString text);

/// One line per row, columns padded to the widest cell, two spaces between them, no spaces at line ends.
/// @param rightAligned numbers of columns that hold amounts
QString alignedRows(QList<QStringList> rows, const QList<int> &rightAligned = {});

/// "3,200円"; "" for none.
QString yenText(const std::optional<Yen> &amount);

} // namespace kessai::cli
