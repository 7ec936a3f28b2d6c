#include "core/domain/nearestdeadline.h"

namespace kessai {

std::optional<NearestDeadline> nearestDeadline(const std::optional<PaymentStatus> &status,
                                               const std::optional<QDate> &captureBy,
                                               const std::optional<QDate> &cancelBy,
                                               const std::optional<QDate> &payBy, const QDate &today)
{
    using Kind = NearestDeadline::Kind;
    if (!status) {
        return std::nullopt;
    }
    const bool cancelAhead = cancelBy && *cancelBy >= today;
    if (*status == PaymentStatus::Authorized && captureBy) {
        const bool cancelFirst =
            cancelAhead && *cancelBy < *captureBy; // docomo, or where the contract has it so
        return NearestDeadline{cancelFirst ? Kind::Cancel : Kind::Capture,
                               cancelFirst ? *cancelBy : *captureBy};
    }
    if (*status == PaymentStatus::RequestSucceeded && payBy) {
        return NearestDeadline{Kind::Pay, *payBy};
    }
    const bool held = *status == PaymentStatus::Authorized || *status == PaymentStatus::Captured ||
                      *status == PaymentStatus::ImmediatelyCaptured;
    return held && cancelAhead ? std::optional(NearestDeadline{Kind::Cancel, *cancelBy}) : std::nullopt;
}

} // namespace kessai
