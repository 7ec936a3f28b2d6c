#pragma once

#include <QByteArray>

#include <random>

namespace kessai::testing {

/// The body with one to four bytes, pieces or separators changed, added or lost. The same generator state
/// gives the same damage.
QByteArray damaged(QByteArray body, std::mt19937 &random);

/// A number from 0 to limit - 1.
qsizetype numberBelow(qsizetype limit, std::mt19937 &random);

} // namespace kessai::testing
