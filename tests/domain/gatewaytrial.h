#pragma once

#include "core/domain/operation.h"
#include "core/simulator/callcontext.h"

namespace kessai {

/// One request as the application would send it.
struct TriedRequest
{
    OperationKind kind = OperationKind::Capture;
    QString word; ///< JobCd of a card
    Yen amount;   ///< of a change or re-authorisation
};

/// What the gateway's own rules make of it.
struct TriedAnswer
{
    QString refusal; ///< ErrInfo; "" accepted
    simulator::Transaction after;
};

/// The rules of the simulator, which are no part of the application's: each is a witness against the other.
TriedAnswer tryAtGateway(const TriedRequest &request, const simulator::Transaction &transaction,
                         const QDateTime &now, const simulator::GatewayContract &contract);

} // namespace kessai
