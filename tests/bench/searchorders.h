#pragma once

#include "core/storage/database.h"

namespace kessai {

/// Orders as a shop has them after years, with the names, days, amounts and states of many people, two or
/// three lines each, and a payment for nine of ten; written as an import writes them. Ids and numbers are
/// 1 … count, the newest last. Always the same ones. Ends the program where it cannot.
void fillWithPeoplesOrders(Database &database, qint64 count);

} // namespace kessai
