#pragma once

#include "core/domain/payment.h"
#include "core/storage/database.h"

namespace kessai {

/// The columns of payment (alias p) that paymentFrom() reads.
extern const QString paymentColumns;
constexpr int PaymentColumnCount = 28;
Payment paymentFrom(const Rows &row);
/// All payments of the statement `SELECT … FROM payment p ` + rest.
StorageResult<QList<Payment>> paymentsWhere(Database &database, const QString &rest,
                                            const QVariantList &values);

} // namespace kessai
