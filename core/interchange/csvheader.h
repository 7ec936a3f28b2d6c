#pragma once

#include "core/base/result.h"
#include "core/interchange/csvreader.h"
#include "core/interchange/textencoding.h"

#include <QStringList>

namespace kessai {

/// The first record of a CSV file as texts, and the encoding that it shows.
struct CsvHeader
{
    QStringList names; ///< without white space around them
    TextEncoding encoding = TextEncoding::Utf8;
    bool endsWithCrLf = false;
};

/// Reads the header line and sets the reader's column count; a sentence when there is none.
Result<CsvHeader, QString> readCsvHeader(CsvReader &reader);

} // namespace kessai
