#pragma once

#include "core/domain/order.h"

#include <QStringList>

#include <optional>

namespace kessai::importfields {

/// The fields of an order that come from the shop's system, each taken over or kept as a whole. Lines and
/// totals are one field. Parcels, their 発送日 and their お問い合わせ番号 are three, because a file may lack
/// any of them. A field's place in this list is its name in the database: new ones go to the end.
const QStringList &all();

/// A field's value, 64 bits that differ where the values differ: what was imported last is only ever
/// compared, and whole values of a hundred thousand orders are half the time of their import.
using Stamp = quint64;
Stamp stampOf(const Order &order, qsizetype place);

/// Whether the field has this stamp, also where an earlier version made it: 入金日 was stamped by the
/// instant.
bool isStampOf(const Order &order, qsizetype place, Stamp stamp);

/// The stamp of the field as nobody has filled it in yet: of an order with as many parcels as this one.
Stamp blankStampOf(const Order &order, qsizetype place);

/// Puts the field's value of `from` into `to`.
void take(Order &to, const Order &from, qsizetype place);

/// The stamp of each field of all(); none where no file had the field yet.
using Stamps = QList<std::optional<Stamp>>;
/// The stamps of some fields, by their places.
Stamps stampsOf(const Order &order, const QList<qsizetype> &places);
QString toText(const Stamps &stamps);
/// Whether the field is as the last file had it, or blank where no file had it yet.
bool isAsImported(const Order &order, qsizetype place, const Stamps &imported);
Stamps stampsFrom(const QString &text);
/// Whether to take this field over would take a parcel away, and with it a 発送日 or an お問い合わせ番号 that
/// we have changed since the last file. Only the field of the parcels themselves does so.
bool losesParcelEdits(const Order &order, const Order &incoming, qsizetype place, const Stamps &imported);

} // namespace kessai::importfields
