#pragma once

#include "app/cli/orderreport.h"

namespace kessai::cli {

/// The payments of `show`, one per line; below each what only its method has.
QString paymentsText(const QList<ShownPayment> &payments);

} // namespace kessai::cli
