#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/gmo/errortable.h"
#include "core/gmo/gatewayanswer.h"
#include "core/gmo/gatewayconfig.h"
#include "core/gmo/gatewayrequest.h"
#include "core/gmo/gmocodec.h"
#include "core/gmo/sendguard.h"

#include <QCoro/QCoroTask>

#include <memory>

namespace kessai {

class GatewaySlot;
class GmoTransport;

/// The only code that reaches the gateway (journal.md §13). Sends each request once; repeats nothing.
/// Lives on one thread. The request digest is keyed with `digestKey` (32 bytes, kept in the database).
class GmoClient
{
public:
    GmoClient(GatewayConfig config, const ErrorTable &errors, QByteArray digestKey);
    ~GmoClient();

    /// One QNetworkAccessManager with at most one request in flight.
    [[nodiscard]] std::unique_ptr<GatewaySlot> makeSlot() const;

    /// SearchTrade of a card, SearchTradeMulti of any other method (protocol.md §4.1, §4.2).
    QCoro::Task<InquiryAnswer> inquire(GatewaySlot &slot, QString gatewayOrderId, PaymentMethod method) const;

    /// Builds the bytes. Where a word cannot be written in CP932 (never happens for digits and words) the
    /// body stays empty, and send() then sends nothing.
    [[nodiscard]] PreparedRequest prepare(const AlterRequest &request) const;
    [[nodiscard]] PreparedRequest prepare(const ChangeRequest &request) const;
    [[nodiscard]] PreparedRequest prepare(const MultiRequest &request) const;

    /// Sends the prepared body exactly once and classifies what comes back (journal.md §7).
    QCoro::Task<MutationAnswer> send(GatewaySlot &slot, PreparedRequest request, SendGuard guard) const;

    /// For requests that are prepared from now on.
    void setShopPass(Secret pass) { m_config.shopPass = std::move(pass); }
    [[nodiscard]] const ErrorTable &errorTable() const { return m_errors; }
    [[nodiscard]] const GatewayConfig &config() const { return m_config; }

private:
    /// ShopID and ShopPass before the fields, as bytes; "" when CP932 lacks a character.
    [[nodiscard]] QByteArray authenticated(const FormFields &fields) const;
    [[nodiscard]] PreparedRequest prepared(GatewayCall call, const AccessKey &access,
                                           const FormFields &fields) const;
    /// Keyed BLAKE2b over endpoint, line end and the form body without ShopPass, AccessID and AccessPass.
    [[nodiscard]] QString digestOf(const QString &endpoint, const FormFields &fields) const;

    GatewayConfig m_config;
    const ErrorTable &m_errors;
    QByteArray m_digestKey;
    std::unique_ptr<GmoTransport> m_transport;
};

} // namespace kessai
