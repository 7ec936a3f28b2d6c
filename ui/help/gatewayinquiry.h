#pragma once

#include "core/services/shopsession.h"

#include <QCoreApplication>

namespace kessai {

/// What a place in the window knows of the error that it shows.
struct InquiryAbout
{
    OrderId order;                          ///< 0: of no order
    std::optional<OperationId> operation{}; ///< none: the order's last error
    QStringList codes{};                    ///< said where the records have none
    QDateTime at{};                         ///< of these codes; invalid: not known
};

/// What GMO's support needs to find one error (S128): when, which shop and transaction, which call, which
/// codes. Never a password, a card number or the transaction's own password; no buyer.
struct GatewayInquiry
{
    Q_DECLARE_TR_FUNCTIONS(GatewayInquiry)

public:
    QDateTime at; ///< invalid: not known
    QString shopId;
    QString orderNumber;
    QString gatewayOrderId;
    QString method;
    QString call; ///< AlterTran SALES, SearchTrade
    QStringList codes;
    QString link; ///< where to ask: outsideLink() takes it, or ""

    /// In lines, with the meaning of each code.
    [[nodiscard]] QString text() const;
};

/// From the shop's records. Codes are the last that GMO gave, of the operation or of the order.
StorageResult<GatewayInquiry> gatewayInquiry(Shop &shop, const InquiryAbout &about);

/// The codes of GMO's that stand in a sentence of ours, each once.
QStringList gatewayCodesIn(const QString &sentence);

} // namespace kessai
