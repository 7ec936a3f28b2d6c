#pragma once

#include "core/domain/order.h"
#include "core/interchange/ordercolumns.h"

#include <QStringList>

namespace kessai {

/// The fields of an order (names of OrderImportStore) that a file with these columns has a say in.
QStringList fieldsInFile(const OrderColumns &columns);

/// Whether a field is in the file only in part, so that completeFrom() is needed for an order we have
/// already.
bool isPartial(const OrderColumns &columns);

/// Fills what the file has no column for with the values we have, so that a file with few columns blanks
/// nothing.
void completeFrom(Order &imported, const Order &present, const OrderColumns &columns);

/// How staff call a field that is in conflict.
QString columnOfField(const QString &field);

} // namespace kessai
