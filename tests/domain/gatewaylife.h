#pragma once

#include "core/domain/payment.h"
#include "core/simulator/cardrules.h"
#include "core/simulator/transaction.h"

#include <QRandomGenerator>

namespace kessai {

/// A payment as the gateway keeps it, and as the application believes it to be after some of the reads that
/// it may have made on the way.
class GatewayLife
{
public:
    GatewayLife(PaymentMethod method, QRandomGenerator &random, const simulator::CardRules &rules);

    /// From its entry through a few things that happen to such a payment, whoever does them.
    void live();
    /// What the gateway does by itself until then, and the read before a request.
    void goOnTo(const QDateTime &now);

    [[nodiscard]] const simulator::Transaction &transaction() const { return m_transaction; }
    [[nodiscard]] const Payment &payment() const { return m_payment; }
    [[nodiscard]] const simulator::TransactionHead &head() const { return headOf(m_transaction); }
    /// The inquiry shows the last processing only: who did not read in between knows no better.
    [[nodiscard]] bool isDatedRightly() const;
    /// The payment with A and S as the gateway knows them.
    [[nodiscard]] Payment rightlyDated() const;

private:
    template <typename T>
    T oneOf(const QList<T> &values)
    {
        return values[m_random.bounded(int(values.size()))];
    }
    void enterCard();
    void enterCash();
    void enterAtCarrier();
    void stepOfCard();
    void stepOfCash();
    void stepOfCarrier();
    void stepOfWallet();
    void pass();
    void read();

    QRandomGenerator &m_random;
    simulator::CardRules m_rules;
    simulator::TransactionNumbers m_numbers;
    simulator::Transaction m_transaction;
    Payment m_payment;
    QDateTime m_now;
};

} // namespace kessai
