#pragma once

#include "core/interchange/csvreader.h"

#include <QString>

namespace kessai {

/// What is wrong with a record that cannot be cut, as a sentence for staff. @param columns of the header
QString sentenceFor(const CsvRecord &record, qsizetype columns);

} // namespace kessai
