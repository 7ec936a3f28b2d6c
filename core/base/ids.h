#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>

namespace kessai {

/// An id that cannot be mixed up with another kind of id.
template <typename Tag, typename Value>
struct Id
{
    Value value{};

    auto operator<=>(const Id &) const = default;
};

template <typename Tag, typename Value>
size_t qHash(const Id<Tag, Value> &id, size_t seed = 0)
{
    using ::qHash; // the built-in types have no namespace to be found in
    return qHash(id.value, seed);
}

/// Our row number of an order (not the shop's 注文ID, not the 注文番号).
using OrderId = Id<struct OrderTag, qint64>;
/// Our row number of a payment.
using PaymentId = Id<struct PaymentTag, qint64>;
/// UUID text, made by us before anything else happens.
using OperationId = Id<struct OperationTag, QString>;
/// UUID text of a bulk run.
using RunId = Id<struct RunTag, QString>;
/// UUID text of a finding.
using FindingId = Id<struct FindingTag, QString>;

/// A new UUID without braces: random but for the time of its making, which comes first.
QString newUuid();

} // namespace kessai
