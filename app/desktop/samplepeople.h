#pragma once

#include "core/domain/order.h"

#include <QRandomGenerator>

namespace kessai {

/// A made-up customer with a Japanese name and address; mail addresses end in example.jp.
Addressee samplePerson(QRandomGenerator &dice);
/// Goods and postage of one order.
QList<OrderItem> sampleItems(QRandomGenerator &dice);

} // namespace kessai
