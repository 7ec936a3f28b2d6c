#pragma once

#include "core/domain/paymentstatus.h"

#include <QDate>

#include <optional>

namespace kessai {

/// The deadline of a payment that comes first among those that still matter (design.md §6 "Deadlines").
struct NearestDeadline
{
    enum class Kind {
        Capture, ///< 売上期限: after it an authorisation cannot be captured (S122)
        Pay,     ///< お支払期限 of the buyer at the store or bank
        Cancel,  ///< 変更・取消の期限: after it nothing about the payment can be changed
    };
    Kind kind = Kind::Capture;
    QDate last; ///< in Japan time, to 23:59:59

    bool operator==(const NearestDeadline &) const = default;
};

/// A capture deadline that has passed stays the nearest one, for somebody has to act on it. The other one
/// says nothing any more once it is over, as of every payment that was captured long ago.
/// @param status of the payment; none: never read, so no deadline is known
/// @param today the gateway's day in Japan
std::optional<NearestDeadline> nearestDeadline(const std::optional<PaymentStatus> &status,
                                               const std::optional<QDate> &captureBy,
                                               const std::optional<QDate> &cancelBy,
                                               const std::optional<QDate> &payBy, const QDate &today);

} // namespace kessai
