#pragma once

#include "core/domain/methodrules.h"
#include "core/gmo/gatewayanswer.h"

#include <optional>

namespace kessai {

/// AlterTran for a card (protocol.md §4.3): SALES, VOID, RETURN, RETURNX, or AUTH / CAPTURE to re-authorise.
struct AlterRequest
{
    AccessKey access;
    QString jobCd;
    std::optional<Yen> amount; ///< SALES, AUTH, CAPTURE; left out for the cancels
    std::optional<Yen> tax;    ///< left out when none
    QString methodCode;        ///< AUTH, CAPTURE only
    QString payTimes;          ///< with Method 2 or 4 only
};

/// ChangeTran for a card (protocol.md §4.4).
struct ChangeRequest
{
    AccessKey access;
    QString jobCd; ///< AUTH or CAPTURE
    Yen amount;
    std::optional<Yen> tax;
};

/// A call that moves the money of another method than the card (protocol.md §4.5 to §4.9). RakutenIdChange
/// leaves UseCoupon and MultiItem out: neither is required.
struct MultiRequest
{
    GatewayCall call = GatewayCall::CvsCancel; ///< any but AlterTran and ChangeTran
    AccessKey access;
    QString gatewayOrderId;
    std::optional<Yen>
        amount;             ///< Amount of a sale or change, CancelAmount of a cancel; none: the call has none
    std::optional<Yen> tax; ///< Tax or CancelTax; left out when none
};

/// A mutating request made ready: its bytes are final before it is armed, so that the digest on disk is that
/// of what goes out. Holds secrets: never logged, lives for one attempt.
struct PreparedRequest
{
    GatewayCall call = GatewayCall::AlterTran;
    QByteArray body;
    QString digest;           ///< keyed hash of call and body with the secrets left out, hex
    AccessKey access;         ///< to compare a card's answer with
    QString gatewayOrderId{}; ///< to compare the answer of another method with; "" a card's
};

} // namespace kessai
