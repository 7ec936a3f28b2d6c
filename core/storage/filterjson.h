#pragma once

#include "core/storage/orderfilter.h"

#include <QByteArray>

#include <optional>

namespace kessai {

/// Every yes-or-no of an OrderFilter under the name that files know it by.
struct FilterFlag
{
    QString name;
    bool OrderFilter::*member;
};
const QList<FilterFlag> &filterFlags();

/// An OrderFilter as the database and the window's settings keep it: what is not asked for is left out, and
/// what is counted from today or from now is kept as that, not as a day.
QByteArray jsonOf(const OrderFilter &filter);

/// Nothing for what is no such filter: the database may come from another version or from somebody else's
/// hand. Names that nobody knows are refused too, for a search that leaves a condition out shows more than it
/// says.
/// @param now what is counted from today or from now is counted from this instant
std::optional<OrderFilter> filterFromJson(const QByteArray &json, const QDateTime &now);

} // namespace kessai
