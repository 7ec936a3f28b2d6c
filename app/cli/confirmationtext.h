#pragma once

#include "app/cli/confirmation.h"
#include "core/domain/payment.h"

namespace kessai::cli {

/// Until when what is asked for can be cancelled.
/// @param word JobCd that will be sent; "" the call has none
QString lastDayText(OperationKind kind, const Payment &payment, const QString &word,
                    const PaymentRules &rules, const QDateTime &now);

/// What will be sent: the word, or the call of a method whose calls have none.
QString sentText(OperationKind kind, const QString &word, const std::optional<Payment> &payment);

/// The sentences below the table of what is asked for.
class ConfirmationText
{
public:
    /// An order of which this will be sent.
    void add(const QString &word, const std::optional<Payment> &payment);
    [[nodiscard]] QString textFor(const ConfirmationRequest &request) const;

private:
    bool m_neverCharged = false;
    bool m_refundedInTime = false;
    bool m_refundedLater = false;
    bool m_cash = false;
    bool m_wallet = false;
};

} // namespace kessai::cli
