#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace kessai {

/// Why a text could not be turned from or into CP932.
struct Cp932Error
{
    qsizetype position = 0; ///< bytes when decoding, UTF-16 units when encoding
    QString character;      ///< when encoding: what CP932 does not have; empty when decoding
};

/// Strict CP932 (ICU converter ibm-943_P15A-2003): nothing is replaced and nothing is dropped; a lead byte
/// cut off at the end is an error too (environment.md §7). Control characters stay what they are.
Result<QString, Cp932Error> decodeCp932(const QByteArray &bytes);

/// Strict encoding. 〜 − ‖ — are mapped as iconv does (8160, 817C, 8161, 815C); all else comes back exactly
/// from decodeCp932() or is refused by name, also what is not seen: variation selectors, marks of direction.
Result<QByteArray, Cp932Error> encodeCp932(const QString &text);

} // namespace kessai
