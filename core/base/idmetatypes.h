#pragma once

#include "core/base/ids.h"

#include <QMetaType>

// For the signals that carry an id.
Q_DECLARE_METATYPE(kessai::PaymentId)
Q_DECLARE_METATYPE(kessai::OrderId)
