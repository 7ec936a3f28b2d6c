#pragma once

#include "tests/services/moneyfixture.h"

namespace kessai {

/// Starts money-victim on the closed shop of a fixture; it does one thing and ends, or is killed.
class Victim
{
public:
    static constexpr int Killed = 137; ///< exit status at a kill point

    explicit Victim(const MoneyFixture &money) : m_money(money) {}

    /// Until its end. @param killAt a kill point, "" none
    /// @returns its exit status; -1 when it did not end by itself
    int run(const QStringList &what, const QByteArray &killAt = {}) const;

private:
    QStringList lineOf(const QStringList &what) const;
    const MoneyFixture &m_money;
};

/// Opens the shop again as the next start does; on PostgreSQL the server may need a moment to see that the
/// killed session is gone. False when something that the victim left stays untaken.
bool openAfterKill(MoneyFixture &money);

} // namespace kessai
