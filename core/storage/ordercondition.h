#pragma once

#include "core/storage/database.h"
#include "core/storage/orderfilter.h"

#include <QStringList>
#include <QVariantList>

#include <optional>

namespace kessai {

/// A WHERE clause with its values.
struct SqlCondition
{
    QString where; ///< begins with WHERE, or is empty
    QVariantList values;
};

/// The folded pieces that the text to be searched of every order that matches has: the query, and what must
/// stand there where a piece of a column that is not kept folded is asked for.
QStringList searchedPiecesOf(const OrderFilter &filter);

/// Without 対応状況, 購入処理中 and 決済処理中 are left out (S89), but not from the questions about open
/// money, doubts and deadlines: those must lead to every order they count.
SqlCondition conditionOf(const OrderFilter &filter);

/// ORDER BY for a JSON field name of design.md §8 or a further column of the window's list (shippedAt,
/// trackingNumber, recipientName); none for other names. Rows without the value come last, ties by the shop's
/// order id descending. What is pinned on top is not part of it: pinExceptions().
std::optional<QString> orderByOf(const OrderSort &sort);

/// Moves the orders in 例外エラー to the front, each group in the order it has (S107). Beside the ORDER BY,
/// not in it: an index then still gives the order of all the others.
StorageResult<Nothing> pinExceptions(Database &database, QList<OrderId> &ids);

} // namespace kessai
