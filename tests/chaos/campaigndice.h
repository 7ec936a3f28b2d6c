#pragma once

#include "tests/cli/shopfixture.h"

#include <QRandomGenerator>

namespace kessai {

/// What happens to a program from outside while it works.
struct CampaignFate
{
    /// CutOff: it stands still while its session with the database is ended and another seat settles what it
    /// held; then it goes on. Where there is only one seat it just stands still.
    enum class Kind { Lives, Killed, Stopped, CutOff, Terminated, KillPoint };
    Kind kind = Kind::Lives;
    /// When: the gateway's ledger has grown by so many bytes, or so long after the start. The ledger is
    /// written before an answer goes out, so the first is the worst moment there is.
    qint64 afterBytes = 0;
    int afterMs = 0;
    int stoppedMs = 0;
    QByteArray killPoint; ///< of journal.md §17
};

/// What somebody else does to a payment at the gateway: its console, the shopper, the wallet.
struct CampaignAct
{
    QString path; ///< of the control port: console, shopper
    QJsonObject body;
};

/// All that is left to chance, from one seed.
class CampaignDice
{
public:
    explicit CampaignDice(quint32 seed) : m_random(seed) {}

    /// The dice of a part of the story, so that what happens there does not change what comes after it.
    CampaignDice child() { return CampaignDice(m_random.generate()); }
    int below(int count) { return m_random.bounded(count); }
    int between(int lowest, int highest) { return m_random.bounded(lowest, highest + 1); }
    bool chance(double probability) { return m_random.generateDouble() < probability; }
    template <typename T>
    T oneOf(const QList<T> &list)
    {
        return list[below(int(list.size()))];
    }

    /// Orders 1 to `count` of all eight methods, with payments in all states that the commands know.
    QList<SampleOrder> orders(int count);
    /// Between two and all of the numbers from 1 to `count`, mixed.
    QStringList someOf(int count);
    /// Faults of the control port for a command from which about so many requests that move money come.
    QJsonArray faults(int expected, bool isTls);
    /// Somebody does this to the order's payment; the gateway does not let all of it be.
    CampaignAct actElsewhere(const SampleOrder &order);
    /// @param bytes how much the ledger grows while the program works
    CampaignFate fate(qint64 bytes);

private:
    void addFaults(QJsonArray &faults, const QString &call, int count, double density);
    QJsonObject fault(const QString &call);
    CampaignAct cardAct();
    CampaignAct cashAct();
    CampaignAct carrierAct(qint64 yen);
    CampaignAct walletAct(qint64 yen);

    QRandomGenerator m_random;
};

constexpr qint64 BytesOfRequest = 700; ///< about: one line of the ledger

/// The longest delay of a fault delayBefore.
constexpr int LongestDelayMs = 1800;

} // namespace kessai
