#pragma once

#include "tests/chaos/campaigndice.h"

#include <functional>

namespace kessai {

/// One call of a program in a campaign.
struct CampaignCall
{
    QStringList words; ///< of kessai; empty: the window
    CampaignFate fate;
    QString hands{};        ///< what a person does at the window (windowhands.cpp)
    ProgramAnswer answer{}; ///< when it is over
    bool endedByUs = false; ///< killed by its fate

    [[nodiscard]] bool isWindow() const { return words.isEmpty(); }
};

/// Something that is done beside the programs when the ledger has grown so far.
struct CampaignMoment
{
    qint64 afterBytes = 0;
    std::function<void()> act;
};

/// Runs the real programs of a shop side by side and lets their fates happen to them.
class CampaignPrograms
{
public:
    /// @param database as CampaignRound::database
    /// @param switchedOff rules of journal.md §17 that the command line goes without, commas between
    CampaignPrograms(const ShopFixture &shop, QString database, QString switchedOff)
        : m_shop(shop), m_database(std::move(database)), m_switchedOff(std::move(switchedOff))
    {
    }

    /// Until all have ended. One that does not end is killed and says so in its answer's status.
    void run(QList<CampaignCall> &calls, QList<CampaignMoment> moments = {});

    /// SIGKILL, SIGSTOP, SIGTERM, ends at kill points, and sessions that were cut off.
    [[nodiscard]] const QMap<QString, qint64> &signalsSent() const { return m_signals; }
    /// How often which button or command of a window was pressed.
    [[nodiscard]] const QMap<QString, qint64> &presses() const { return m_presses; }
    /// Sentences about programs that ended in a way that nobody asked for.
    [[nodiscard]] const QStringList &problems() const { return m_problems; }

private:
    struct Running;
    std::unique_ptr<QProcess> start(const CampaignCall &call) const;
    void befall(Running &running);
    void strike(Running &running, pid_t pid);
    void cutOff();
    void endWindow(Running &running);
    void judge(const CampaignCall &call);
    void countPresses(const QByteArray &said);
    [[nodiscard]] qint64 ledgerBytes() const;
    [[nodiscard]] bool isInDoubt() const;

    const ShopFixture &m_shop;
    QString m_database;
    QString m_switchedOff;
    bool m_mayBeBusy = false; ///< PostgreSQL: a seat stood still or was cut off in this run
    QMap<QString, qint64> m_signals;
    QMap<QString, qint64> m_presses;
    QStringList m_problems;
};

} // namespace kessai
