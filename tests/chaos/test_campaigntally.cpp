#include "tests/chaos/campaigntally.h"

#include <QJsonArray>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;

/// What a summary says, and that a campaign that was ended is gone on with.
class TestCampaignTally : public QObject
{
    Q_OBJECT

    static QJsonObject round(qint64 seed, const QJsonArray &broken = {})
    {
        return {{u"seed"_s, seed},
                {u"faults"_s, QJsonObject{{u"error"_s, 3}, {u"console"_s, 1}}},
                {u"kills"_s, QJsonObject{{u"SIGKILL"_s, 2}, {u"KILLPOINT"_s, 1}, {u"SIGSTOP"_s, 5}}},
                {u"pressed"_s, QJsonObject{{u"startRun"_s, 2}}},
                {u"operations"_s, 10},
                {u"broken"_s, broken}};
    }

private slots:
    void rounds_addUp()
    {
        CampaignTally tally(u"sqlite"_s, u"abc"_s);
        tally.add(round(7));
        tally.add(round(8));
        tally.add(round(10));
        QCOMPARE(tally.faults(), 12);
        QCOMPARE(tally.kills(), 9); // who only stood still is not among them
        const QJsonObject summary = tally.summary();
        QCOMPARE(summary.value(u"commit"_s).toString(), u"abc"_s);
        QCOMPARE(summary.value(u"database"_s).toString(), u"sqlite"_s);
        QCOMPARE(summary.value(u"seeds"_s).toString(), u"7-8,10"_s);
        QCOMPARE(summary.value(u"rounds"_s).toInt(), 3);
        QCOMPARE(summary.value(u"totalFaults"_s).toInt(), 12);
        QCOMPARE(summary.value(u"totalKills"_s).toInt(), 9);
        QCOMPARE(summary.value(u"operations"_s).toInt(), 30);
        QCOMPARE(summary[u"pressed"_s][u"startRun"_s].toInt(), 6);
        QCOMPARE(summary.value(u"verdict"_s).toString(), u"sound"_s);
    }

    void campaignThatGoesOn_countsAsOne()
    {
        CampaignTally whole(u"sqlite"_s, u"abc"_s);
        CampaignTally first(u"sqlite"_s, u"abc"_s);
        for (const qint64 seed : {1, 2, 4}) {
            whole.add(round(seed));
            first.add(round(seed));
        }
        CampaignTally second(u"sqlite"_s, u"abc"_s);
        QVERIFY(second.goOnFrom(first.summary()));
        QVERIFY(second.has(2));
        QVERIFY(!second.has(3));
        for (const qint64 seed : {3, 5}) {
            whole.add(round(seed));
            second.add(round(seed));
        }
        QCOMPARE(second.summary(), whole.summary());
        QCOMPARE(second.summary().value(u"seeds"_s).toString(), u"1-5"_s);
    }

    void brokenRound_staysBroken()
    {
        CampaignTally first(u"sqlite"_s, u"abc"_s);
        first.add(round(1, {u"I4 double effect"_s}));
        CampaignTally second(u"sqlite"_s, u"abc"_s);
        QVERIFY(second.goOnFrom(first.summary()));
        QVERIFY(second.isBroken());
        QCOMPARE(second.summary().value(u"verdict"_s).toString(), u"broken"_s);
    }

    void summaryOfAnotherCommitOrDatabase_isNotGoneOnWith()
    {
        const QJsonObject summary = CampaignTally(u"sqlite"_s, u"abc"_s).summary();
        QVERIFY(!CampaignTally(u"sqlite"_s, u"abd"_s).goOnFrom(summary));
        QVERIFY(!CampaignTally(u"postgresql"_s, u"abc"_s).goOnFrom(summary));
    }
};

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestCampaignTally)
#include "test_campaigntally.moc"
