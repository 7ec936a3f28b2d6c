#pragma once

#include "core/domain/order.h"
#include "core/interchange/tablewriter.h"

/// What EC-CUBE 4 reads and writes about orders as CSV (order-csv.md §1), for writing.
namespace kessai::eccube4 {

/// 受注CSV: the 70 columns of EC-CUBE 4.1 to 4.3 in their order.
QStringList orderTitles();
/// The lines of one order: one for each of its items, the order's own columns repeated.
///
/// A parcel stands in the lines of goods and 送料. Which item lies in which of several parcels is not kept
/// here: then each parcel has a line of its own below the items instead of a wrong one. Columns of what is
/// not kept here either (product ids, birthday …) are empty. OrderReader reads the same order from it.
QList<QList<TableValue>> orderRows(const Order &order);

/// 出荷CSV登録: what the shop's system takes to have the parcels shipped that were shipped here.
QStringList shippingTitles();
/// One line for each parcel that has an 出荷ID and a 発送日; none for the others.
QList<QList<TableValue>> shippingRows(const Order &order);

} // namespace kessai::eccube4
