#pragma once

#include "core/services/settler.h"
#include "core/services/shopcontext.h"

#include <QCoro/QCoroTask>

namespace kessai {

/// One line of a refresh (design.md §8 `refresh`).
struct RefreshItem
{
    OrderId order;
    QString orderNumber;
    QString gatewayOrderId;
    std::optional<PaymentStatus> before; ///< none: never read
    std::optional<PaymentStatus> after;
    std::optional<Yen> amountBefore; ///< 決済金額, with tax; none: never read
    std::optional<Yen> amountAfter;
    bool changed = false;         ///< also where the status stays
    QString error;                ///< "" or a sentence for staff
    bool unknownOrder = false;    ///< to the gateway
    bool unread = false;          ///< the gateway gave no usable answer (design.md §8, exit status 5)
    bool gatewayUnusable = false; ///< and would give none to any other read either
    bool shopRefused = false;     ///< because it refuses shop, password or contract
};

/// 決済状態確認・反映 (S61): reads the gateway and takes its state over. A payment with an operation in doubt
/// is settled instead; findings of plain outside work are closed (journal.md §4).
class RefreshService
{
public:
    RefreshService(ShopContext &context, Settler &settler) : m_context(context), m_settler(settler) {}

    QCoro::Task<StorageResult<RefreshItem>> refresh(PaymentId id, QString operatorName);

private:
    QCoro::Task<> settleInstead(RefreshItem &item, Operation live);
    /// @returns false: an operation was quicker, and nothing is adopted
    StorageResult<bool> adopt(const Payment &payment, const InquiryAnswer &answer,
                              const QString &operatorName);
    RefreshItem asItStands(RefreshItem item, PaymentId id);

    ShopContext &m_context;
    Settler &m_settler;
};

/// The gateway shows an authorisation that we believed in as closed: goods may ship unpaid (journal.md §9).
bool lostAuthorization(const Finding &finding);

/// A finding that names an operation of ours (questionedOperation), or a lost authorisation: only a person
/// closes it, with a reason.
bool needsPerson(const Finding &finding);

/// The content of a READ or FINDING event: {"before": fields, "after": fields}.
/// @param after none: the gateway does not know the order
QString eventContent(const std::optional<Snapshot> &before, const std::optional<Snapshot> &after);

} // namespace kessai
