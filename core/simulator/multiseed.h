#pragma once

#include "core/base/result.h"
#include "core/simulator/multitransaction.h"

namespace kessai::simulator {

/// A transaction of another pay type than card that shall exist without having gone through the calls.
struct MultiSeed
{
    QString orderId{};
    PayType payType = PayType::ConvenienceStore;
    MultiStatus status = MultiStatus::ReqSuccess; ///< one of protocol.md §3.2 for the pay type
    Yen amount{};                                 ///< as agreed, the cancelled part included
    Yen tax{};
    Yen cancelledAmount{}; ///< a part of a sale; CANCEL and RETURN have cancelled all
    Yen cancelledTax{};
    QDateTime authorizedAt{}; ///< an instant, also of a request at the store; invalid: now
    QDateTime soldAt{};       ///< also of a payment at the store; invalid: authorizedAt
    QDateTime paymentTerm{};  ///< convenience store, Pay-easy; invalid: ten days
    QString convenience = QStringLiteral("10001");
    QString payMethod = QStringLiteral("01"); ///< au's
    bool netBank = false;                     ///< Pay-easy
};

/// Reads orderId, payType, status, amount, tax, cancelledAmount, cancelledTax, authorizedAt, soldAt,
/// paymentTerm, convenience, payMethod, netBank. Without status: REQSUCCESS of what is paid in cash, AUTH of
/// the others. Errors in words.
Result<MultiSeed, QString> multiSeedFromJson(const QJsonObject &json);

/// The transaction before it has an AccessID. The seed's status must be one of its pay type.
MultiTransaction transactionFrom(const MultiSeed &seed, const QDateTime &now);

} // namespace kessai::simulator
