#pragma once

#include "core/services/orderservice.h"
#include "core/services/paymentlog.h"
#include "core/services/shopsession.h"
#include "ui/payments/orderfacts.h"

namespace kessai {

/// What became of a command that staff confirmed.
struct CommandOutcome
{
    std::optional<OperationItem> item; ///< none: nothing was even planned
    QString problem;                   ///< "" or a sentence for staff
    bool statusChanged = false;
    QString statusProblem; ///< why 対応状況 stayed as it was; "" otherwise
};

/// What GMO says about an 決済オーダーID that is not linked yet.
struct LinkPreview
{
    QString gatewayOrderId;
    std::optional<Snapshot> seen; ///< none: see problem
    QString problem;              ///< "" when it can be linked
};

/// The questions and commands of an order's window. Each runs on the session's threads to its end, whether
/// the window that asked still stands or not.
class PaymentCommands
{
public:
    explicit PaymentCommands(ShopSession &session) : m_session(session) {}

    [[nodiscard]] ShopSession &session() const { return m_session; }

    QFuture<StorageResult<OrderFacts>> facts(OrderId id);
    QFuture<StorageResult<QList<LogEntry>>> log(OrderId id);
    /// "" or what is wrong with the records of operations, in a sentence that says whom to tell.
    QFuture<StorageResult<QString>> chainProblem();
    /// @param then 対応状況 to set when the operation is DONE (S64, S66)
    QFuture<CommandOutcome> operate(const OperationRequest &request, std::optional<OrderStatus> then);
    /// 決済状態確認・反映; an operation in doubt is settled by it.
    QFuture<StorageResult<RefreshItem>> refresh(PaymentId id);
    QFuture<StorageResult<ResolveService::Outcome>> resolve(PaymentId id, Resolution resolution,
                                                            const QString &reason);
    QFuture<LinkPreview> previewLink(OrderId order, const QString &gatewayOrderId);
    /// "" or the sentence why it is refused. The new link is read at once.
    QFuture<QString> link(OrderId order, const QString &gatewayOrderId);
    QFuture<QString> unlink(PaymentId id, const QString &reason);
    QFuture<StorageResult<StatusChange>> setStatus(OrderId id, OrderStatus status);

private:
    ShopSession &m_session;
};

} // namespace kessai
