#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/gmo/errortable.h"
#include "core/gmo/gatewayanswer.h"
#include "core/gmo/gatewayconfig.h"
#include "core/gmo/gatewayrequest.h"

#include <QCoro/QCoroTask>

#include <functional>
#include <memory>

namespace kessai {

class GatewaySlot;

/// Asked just before the first byte of a mutating body goes out (journal.md §6.5); false: no byte is given.
using SendGuard = std::function<bool()>;

/// The only code that reaches the gateway (journal.md §13). Sends each request once; repeats nothing.
/// Lives on one thread. The request digest is keyed with `digestKey` (32 bytes, kept in the database).
class GmoClient
{
public:
    GmoClient(GatewayConfig config, const ErrorTable &errors, QByteArray digestKey);
    ~GmoClient();

    /// One QNetworkAccessManager with at most one request in flight.
    [[nodiscard]] std::unique_ptr<GatewaySlot> makeSlot() const;

    /// SearchTrade (protocol.md §4.1).
    QCoro::Task<InquiryAnswer> searchTrade(GatewaySlot &slot, QString gatewayOrderId) const;

    /// Builds the bytes; an error names the character that CP932 cannot hold (never happens for digits and words).
    [[nodiscard]] PreparedRequest prepare(const AlterRequest &request) const;
    [[nodiscard]] PreparedRequest prepare(const ChangeRequest &request) const;

    /// Sends the prepared body exactly once and classifies what comes back (journal.md §7).
    QCoro::Task<MutationAnswer> send(GatewaySlot &slot, PreparedRequest request, SendGuard guard) const;

    [[nodiscard]] const ErrorTable &errorTable() const { return m_errors; }
    [[nodiscard]] const GatewayConfig &config() const { return m_config; }

private:
    GatewayConfig m_config;
    const ErrorTable &m_errors;
    QByteArray m_digestKey;
};

} // namespace kessai
