#pragma once

#include "tests/services/moneyfixture.h"

#include <QObject>
#include <QStringList>

namespace kessai {

/// I10 of journal.md §16: while it lives it looks at the end of each exchange with the gateway. Then no
/// transaction may be open (one that was open during the call would be still), and a payment that got a
/// mutating request must have its operation ARMED. Watches one opening of a shop on SQLite.
class CallWatch : public QObject
{
    Q_OBJECT

public:
    explicit CallWatch(MoneyFixture &money);
    ~CallWatch() override;

    [[nodiscard]] const QStringList &broken() const { return m_broken; }
    [[nodiscard]] int mutations() const { return m_mutations; } ///< how many it saw

private:
    void lookAtExchange();
    QStringList statesOf(const QString &gatewayOrderId) const;

    MoneyFixture &m_money;
    qsizetype m_seen; ///< entries of the ledger
    int m_mutations = 0;
    QStringList m_broken;
};

} // namespace kessai
