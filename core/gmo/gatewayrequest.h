#pragma once

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

/// A mutating request made ready: its bytes are final before it is armed, so that the digest on disk is that
/// of what goes out. Holds secrets: never logged, lives for one attempt.
struct PreparedRequest
{
    QString endpoint; ///< "AlterTran.idPass"
    QByteArray body;
    QString digest;   ///< keyed hash of the body with the secrets left out, hex
    AccessKey access; ///< to compare the answer's ids with
};

} // namespace kessai
