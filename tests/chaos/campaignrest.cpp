#include "tests/chaos/campaignrest.h"

namespace kessai {

using namespace Qt::StringLiterals;

CampaignSaid CampaignRest::come()
{
    CampaignSaid said;
    goOnWithRuns();
    settle();
    m_shop.post(u"clock"_s, QJsonObject{{u"advanceSeconds"_s, 86400}}); // every wallet has said its word
    const CampaignChoice choice(m_shop, m_count);
    for (const QString &run : choice.runsIn(u"finished"_s)) {
        m_say({u"run"_s, run, u"report"_s}); // compares its payments first, where that was not done yet
    }
    QStringList sweep{u"sweep"_s}; // of all: without orders it leaves out what was closed long ago
    for (int number = 1; number <= m_count; ++number) {
        sweep.append(QString::number(number));
    }
    m_say(sweep);
    said.settle = m_say({u"settle"_s}).json();
    said.runs = m_shop.json({u"runs"_s}).json().value(u"runs"_s).toArray();
    for (const auto &run : said.runs) { // with everything compared; nothing changes any more
        said.reports.append(m_shop.json({u"run"_s, run[u"id"_s].toString(), u"report"_s}).json());
    }
    const ProgramAnswer doctor = m_shop.json({u"doctor"_s});
    if (!doctor.json().value(u"ok"_s).toBool()) {
        m_broken.append(u"I13 doctor: "_s + QString::fromUtf8(doctor.out));
    }
    return said;
}

void CampaignRest::goOnWithRuns()
{
    const CampaignChoice choice(m_shop, m_count);
    settle();
    for (int turn = 0; turn < 10; ++turn) {
        const QStringList left = choice.runsIn(u"paused"_s) + choice.runsIn(u"running"_s);
        if (left.isEmpty()) {
            break;
        }
        for (const QString &run : left) {
            m_say({u"run"_s, run, u"resume"_s, u"--yes"_s});
        }
    }
}

/// On PostgreSQL the server may need a moment to see that the session of a killed program is gone.
void CampaignRest::settle()
{
    for (int turn = 0; turn < 5; ++turn) {
        const QJsonObject settled = m_say({u"settle"_s, u"--wait"_s, u"120"_s}).json();
        if (settled.value(u"inDoubt"_s).toInt(-1) == 0) {
            return;
        }
    }
}

} // namespace kessai
