#pragma once

#include "core/domain/order.h"

#include <QJsonObject>
#include <QStringList>

namespace kessai::importfields {

/// The fields of an order that come from the shop's system, each taken over or kept as a whole. Lines and
/// totals are one field. Parcels, their 発送日 and their お問い合わせ番号 are three, because a file may lack
/// any of them.
const QStringList &all();

/// The field's value in a form that can be compared and kept.
QJsonValue valueOf(const Order &order, const QString &field);

/// Puts the field's value of `from` into `to`.
void take(Order &to, const Order &from, const QString &field);

} // namespace kessai::importfields
