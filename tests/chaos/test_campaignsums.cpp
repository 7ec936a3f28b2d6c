#include "tests/chaos/campaignsums.h"
#include "tests/chaos/soundfacts.h"

#include <QTest>

namespace kessai {

/// Reports and 日計 against the ledger.
class TestCampaignSums : public QObject
{
    Q_OBJECT

    static bool isSaid(const CampaignFacts &facts, const QString &words)
    {
        return !judgedSums(facts).filter(words).isEmpty();
    }

private slots:
    void soundStory_isAcquitted() { QCOMPARE(judgedSums(soundFacts()), QStringList()); }

    void wrongReport_isFound_data()
    {
        QTest::addColumn<QString>("part");
        QTest::newRow("the count of done") << u"done"_s;
        QTest::newRow("the remainder") << u"refused"_s;
        QTest::newRow("the total") << u"total"_s;
        QTest::newRow("waiting") << u"waiting"_s;
    }
    void wrongReport_isFound()
    {
        QFETCH(const QString, part);
        CampaignFacts facts = soundFacts();
        ++facts.reports[0].summary[part];
        QVERIFY(isSaid(facts, u"I12 run"_s));
    }

    void wrongYenOfAReport_areFound()
    {
        CampaignFacts facts = soundFacts();
        facts.reports[0].done.yen += 1;
        QVERIFY(isSaid(facts, u"I12 run"_s));
        facts = soundFacts();
        facts.reports[0].doneItems.yen += 1;
        QVERIFY(isSaid(facts, u"I12 run"_s));
    }

    void runThatStandsStill_isFound()
    {
        CampaignFacts facts = soundFacts();
        facts.reports[0].state = u"paused"_s;
        QVERIFY(isSaid(facts, u"I12 run"_s));
    }

    void wrongDailySum_isFound()
    {
        CampaignFacts facts = soundFacts();
        facts.days[1].sum.yen -= 50;
        QVERIFY(isSaid(facts, u"日計 CANCEL"_s));
        facts.days.removeLast();
        QVERIFY(isSaid(facts, u"日計 20201203 CANCEL VOID: is missing"_s));
    }

    void cancelOfAnotherAmount_isFound()
    {
        CampaignFacts facts = soundFacts();
        facts.operations[3].requests = {request(3, u"VOID"_s, 999)};
        QVERIFY(isSaid(facts, u"日計 CANCEL"_s));
        facts.payments[1].isTouched = true; // which is no excuse: the read that proved it shows the amount
        QVERIFY(isSaid(facts, u"日計 CANCEL"_s));
    }

    void cancelThatTheConsoleHid_countsAsTheLaterOne()
    {
        CampaignFacts facts = soundFacts();
        facts.operations[3].requests = {request(3, u"VOID"_s, 999)};
        facts.operations[3].requests[0].arrivedAt = ArmedAt;
        facts.payments[1].isTouched = true;
        facts.payments[1].cancelledOutside = {{ArmedAt.addSecs(2), Yen{250}}};
        QCOMPARE(judgedSums(facts), QStringList());
        facts.payments[1].cancelledOutside = {{ArmedAt.addSecs(-2), Yen{250}}};
        QVERIFY(isSaid(facts, u"日計 CANCEL"_s));
        facts.payments[1].cancelledOutside = {{ArmedAt.addSecs(2), Yen{251}}};
        QVERIFY(isSaid(facts, u"日計 CANCEL"_s));
    }

    void cancelThatTheConsoleHid_mayStandOnTheDayOfTheLaterOne()
    {
        CampaignFacts facts = soundFacts();
        facts.operations[3].requests[0].arrivedAt = ArmedAt;
        facts.days[1].day = u"20201204"_s;
        facts.payments[1].isTouched = true;
        facts.payments[1].cancelledOutside = {{ArmedAt.addSecs(2), Yen{250}}};
        facts.operations[3].proof = Proof::Both; // we had our answer
        QVERIFY(isSaid(facts, u"日計 20201204 CANCEL VOID"_s));
        facts.operations[3].proof = Proof::Read;
        QCOMPARE(judgedSums(facts), QStringList());
        facts.payments[1].cancelledOutside.clear();
        QVERIFY(isSaid(facts, u"日計 20201204 CANCEL VOID"_s));
    }

    void acceptedCancels_mayStandOnAnotherDayEachForItself()
    {
        CampaignFacts facts = soundFacts();
        CampaignOperation &small = facts.operations[3];
        CampaignOperation large = small;
        large.payment = u"1"_s;
        large.yen = Yen{400};
        large.requests = {request(4, u"VOID"_s, 400)};
        for (CampaignOperation *one : {&small, &large}) {
            one->requests[0].effect->insert(u"status"_s, u"REQCANCEL"_s);
        }
        facts.operations.append(large);
        // Only the larger one stands on the day after; the smaller one comes before it.
        facts.days[1].sum = {1, 250};
        facts.days.append({u"20201204"_s, OperationKind::Cancel, u"VOID"_s, {1, 400}});
        QCOMPARE(judgedDays(facts), QStringList());
        facts.days[2].sum.yen = 399;
        QVERIFY(!judgedDays(facts).isEmpty());
    }

    void dailySumOfAnotherDayOrWord_isFound()
    {
        CampaignFacts facts = soundFacts();
        facts.days[1].jobCd = u"RETURN"_s;
        QVERIFY(isSaid(facts, u"日計 20201203 CANCEL RETURN"_s));
        facts = soundFacts();
        facts.days[0].day = u"20201204"_s;
        QVERIFY(isSaid(facts, u"日計 20201204 CAPTURE SALES"_s));
    }
};

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestCampaignSums)
#include "test_campaignsums.moc"
