#pragma once

#include "core/services/importservice.h"

namespace kessai {

/// Ties orders to their payments at the gateway by 決済オーダーID: from a links file or by hand. Sends
/// nothing; a new payment is 未確認 until it is read.
class LinkService
{
public:
    struct Options
    {
        QString file;
        bool dryRun = false;
        QString operatorName;
        std::function<void(const ImportProgress &)> progress; ///< may be empty
        std::function<bool()> cancelled;                      ///< may be empty
    };

    explicit LinkService(ShopContext &context) : m_context(context) {}

    /// A line for each link: created, unchanged or refused (design.md §8 `import --links`).
    QCoro::Task<Result<ImportReport, ImportFailure>> importLinks(Options options);

    /// By hand; `method` none: the order's. Gives "" or the sentence why it is refused.
    StorageResult<QString> link(OrderId order, const QString &gatewayOrderId,
                                std::optional<PaymentMethod> method, const QString &operatorName);
    /// Takes a payment off its order again; `reason` must not be empty. Gives "" or the sentence why it is
    /// refused.
    StorageResult<QString> unlink(PaymentId payment, const QString &reason, const QString &operatorName);

private:
    ShopContext &m_context;
};

} // namespace kessai
