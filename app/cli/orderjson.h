#pragma once

#include "app/cli/orderreport.h"
#include "core/domain/order.h"

#include <QJsonArray>
#include <QJsonObject>

namespace kessai::cli {

/// One element of `orders` (design.md §8). The names are the contract; they are also what --sort takes.
QJsonObject orderJson(const OrderSummary &order);
const QStringList &orderSortFields();

/// The order of `show`: as in `orders`, with items and totals.
QJsonObject orderDetailJson(const OrderSummary &summary, const Order &order);
/// What the payment's method does not have is null; a number stands under the gateway's own name.
QJsonObject paymentJson(const ShownPayment &shown, const PaymentRules &rules);
/// A null verdict amount or until stays null; the reason is a sentence for staff.
QJsonObject verdictJson(const OperationVerdict &verdict, const QString &reason);

QJsonObject countsJson(const OrderRepository::Counts &counts);
/// {status, amount, tax, cancelledAmount} of `sweep`.
QJsonObject snapshotJson(const Snapshot &snapshot);

} // namespace kessai::cli
