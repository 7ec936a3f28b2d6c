#pragma once

#include "core/gmo/gatewayslot.h"
#include "core/gmo/gmoclient.h"
#include "core/gmo/wireanswer.h"
#include "tests/gmo/rawgateway.h"

#include <memory>

namespace kessai::testing {

/// A client, a slot and the answers that a well-behaved gateway would give.
struct GatewayFixture
{
    static GatewayConfig configFor(const RawGateway &gateway);
    static AccessKey access();
    /// A success of AlterTran for access().
    static QByteArray successBody();
    /// A SearchTrade answer for order 272-03132123.
    static QByteArray inquiryBody();
    static QString orderId();
    static AlterRequest capture();
    /// A whole answer with this body.
    static WireAnswer wireWith(const QByteArray &body);

    explicit GatewayFixture(const GatewayConfig &config);
    explicit GatewayFixture(const RawGateway &gateway) : GatewayFixture(configFor(gateway)) {}

    MutationAnswer send(const SendGuard &guard = {});
    MutationAnswer send(const MultiRequest &request);
    InquiryAnswer inquire(PaymentMethod method = PaymentMethod::Card);

    GmoClient client;
    std::unique_ptr<GatewaySlot> slot;
};

} // namespace kessai::testing
