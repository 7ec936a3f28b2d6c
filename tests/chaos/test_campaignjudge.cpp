#include "tests/chaos/campaignjudge.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

const QDateTime Armed(QDate(2026, 11, 29), QTime(3, 0), Qt::UTC);

simulator::LedgerEntry request(qint64 sequence, const QString &jobCd, qint64 yen)
{
    simulator::LedgerEntry entry;
    entry.sequence = sequence;
    entry.call = u"AlterTran"_s;
    entry.jobCd = jobCd;
    entry.machineTime = Armed.addMSecs(20);
    entry.effect = QJsonObject{{u"amount"_s, yen}, {u"tax"_s, 0}, {u"processDate"_s, u"20201203133000"_s}};
    return entry;
}

/// A run that captured two payments and left a third as it was; one was cancelled afterwards.
CampaignFacts soundFacts()
{
    CampaignFacts facts;
    const RunId run{u"run"_s};
    facts.operations = {
        {{u"one"_s},
         u"1"_s,
         OperationKind::Capture,
         OperationState::Done,
         Proof::Answer,
         run,
         Yen{100},
         Armed,
         {request(1, u"SALES"_s, 100)}},
        {{u"two"_s},
         u"2"_s,
         OperationKind::Capture,
         OperationState::Done,
         Proof::Read,
         run,
         Yen{250},
         Armed,
         {request(2, u"SALES"_s, 250)}},
        {{u"three"_s},
         u"3"_s,
         OperationKind::Capture,
         OperationState::Refused,
         Proof::Read,
         run,
         Yen{70},
         Armed,
         {}},
        {{u"four"_s},
         u"2"_s,
         OperationKind::Cancel,
         OperationState::Done,
         Proof::Both,
         std::nullopt,
         Yen{250},
         Armed,
         {request(3, u"VOID"_s, 250)}},
    };
    facts.payments = {{u"1"_s, false, false, u"SALES 100"_s, u"SALES 100"_s},
                      {u"2"_s, false, false, u"VOID 250"_s, u"VOID 250"_s},
                      {u"3"_s, false, false, u"AUTH 70"_s, u"AUTH 70"_s}};
    facts.reports = {{run,
                      OperationKind::Capture,
                      u"finished"_s,
                      3,
                      {{u"total"_s, 3}, {u"done"_s, 2}, {u"refused"_s, 1}},
                      {2, 350},
                      {2, 350}}};
    facts.days = {{u"20201203"_s, OperationKind::Capture, u"SALES"_s, {2, 350}},
                  {u"20201203"_s, OperationKind::Cancel, u"VOID"_s, {1, 250}}};
    facts.settleMs = 3500;
    return facts;
}

} // namespace

/// A judge that finds nothing wrong with anything is worth nothing.
class TestCampaignJudge : public QObject
{
    Q_OBJECT

    /// One sentence with these words in it, and nothing else of its kind is needed.
    static bool isSaid(const CampaignFacts &facts, const QString &words)
    {
        const QStringList broken = judged(facts);
        return !broken.filter(words).isEmpty();
    }

private slots:
    void soundStory_isAcquitted() { QCOMPARE(judged(soundFacts()), QStringList()); }

    void secondEffectOfAnOperation_isADoubleEffect()
    {
        CampaignFacts facts = soundFacts();
        facts.operations[0].requests.append(request(9, u"SALES"_s, 100));
        QVERIFY(isSaid(facts, u"I4 double effect"_s));
    }

    void secondDeliveryWithEffect_isADoubleEffect()
    {
        CampaignFacts facts = soundFacts();
        facts.operations[0].requests[0].again = simulator::Redelivery{QJsonObject{{u"amount"_s, 100}}, {}};
        QVERIFY(isSaid(facts, u"I4 double effect"_s));
    }

    void twoCapturesOfOneAuthorization_areADoubleEffect()
    {
        CampaignFacts facts = soundFacts();
        CampaignOperation again = facts.operations[0];
        again.id = {u"again"_s};
        again.requests = {request(9, u"SALES"_s, 100)};
        facts.operations.append(again);
        QVERIFY(isSaid(facts, u"I3 double effect"_s));
        CampaignOperation authorized = again;
        authorized.id = {u"between"_s};
        authorized.kind = OperationKind::Reauthorize;
        authorized.requests = {request(5, u"AUTH"_s, 100)};
        facts.operations.append(authorized);
        QVERIFY(!isSaid(facts, u"I3"_s));
    }

    void requestThatNobodyArmed_isFound()
    {
        CampaignFacts facts = soundFacts();
        facts.strangers.append(request(9, u"SALES"_s, 100));
        QVERIFY(isSaid(facts, u"I1"_s));
    }

    void effectOfAnOperationThatWasSkipped_isALostResult()
    {
        CampaignFacts facts = soundFacts();
        facts.operations[1].state = OperationState::Cancelled;
        QVERIFY(isSaid(facts, u"lost result: 2 CAPTURE two"_s));
    }

    void effectOfARefusedOperation_isAFalseRefusal()
    {
        CampaignFacts facts = soundFacts();
        facts.operations[1].state = OperationState::Refused;
        QVERIFY(isSaid(facts, u"false refusal: 2 CAPTURE two"_s));
    }

    void effectOfARefusedOperation_isNoExcuseForTheConsole()
    {
        CampaignFacts facts = soundFacts();
        facts.operations[1].state = OperationState::Refused;
        facts.payments[1].isTouched = true;
        QVERIFY(isSaid(facts, u"false refusal"_s));
    }

    void effectThatCameAfterTheSettleTime_mustBeListed()
    {
        CampaignFacts facts = soundFacts();
        facts.operations[3].state = OperationState::Refused;
        facts.operations[3].requests[0].machineTime = Armed.addMSecs(facts.settleMs + 1);
        facts.days.removeLast();
        QVERIFY(isSaid(facts, u"false refusal"_s));
        facts.payments[1].hasFinding = true;
        facts.saidConflict = 1;
        QCOMPARE(judged(facts), QStringList());
    }

    void doneWithoutAnEffect_isFound()
    {
        CampaignFacts facts = soundFacts();
        facts.operations[3].requests.clear();
        QVERIFY(isSaid(facts, u"I5 no effect: 2 CANCEL four"_s));
    }

    void doneWithoutAnEffect_mayBeTheConsoles()
    {
        CampaignFacts facts = soundFacts();
        facts.operations[3].requests.clear();
        facts.operations[3].proof = Proof::Read;
        facts.payments[1].isTouched = true;
        QCOMPARE(judged(facts), QStringList());
        facts.operations[3].proof = Proof::Answer; // but an answer is never the console's
        QVERIFY(isSaid(facts, u"I5 no effect"_s));
    }

    void operationThatIsNotOver_isALeftDoubt_data()
    {
        QTest::addColumn<int>("state");
        for (const OperationState state : {OperationState::Planned, OperationState::Claimed,
                                           OperationState::Armed, OperationState::InDoubt}) {
            QTest::newRow(qPrintable(codeOf(state))) << int(state);
        }
    }
    void operationThatIsNotOver_isALeftDoubt()
    {
        QFETCH(const int, state);
        CampaignFacts facts = soundFacts();
        facts.operations[2].state = OperationState(state);
        QVERIFY(isSaid(facts, u"I11 left in doubt: 3 CAPTURE three"_s));
    }

    void doubtThatSettleTells_isALeftDoubt()
    {
        CampaignFacts facts = soundFacts();
        facts.saidInDoubt = 1;
        QVERIFY(isSaid(facts, u"I11 left in doubt"_s));
    }

    void conflictThatNobodyTells_isFound()
    {
        CampaignFacts facts = soundFacts();
        facts.operations[2].state = OperationState::Conflict;
        facts.payments[2].isTouched = true;
        QVERIFY(isSaid(facts, u"I5 not listed"_s));
        facts.saidConflict = 1;
        QVERIFY(!isSaid(facts, u"I5"_s));
    }

    void conflictOfAPaymentThatWasOursAlone_isAFalseAlarm()
    {
        CampaignFacts facts = soundFacts();
        facts.operations[2].state = OperationState::Conflict;
        facts.saidConflict = 1;
        QVERIFY(isSaid(facts, u"I5 false alarm: 3"_s));
    }

    void beliefThatIsNotTheGateways_isFound()
    {
        CampaignFacts facts = soundFacts();
        facts.payments[0].seen = u"AUTH 100"_s;
        QVERIFY(isSaid(facts, u"lost result: 1 is believed"_s));
        facts.payments[0].hasFinding = true; // a person knows
        QVERIFY(!isSaid(facts, u"is believed"_s));
    }

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

    void cancelOfAnotherAmount_mayOnlyBeTheConsoles()
    {
        CampaignFacts facts = soundFacts();
        facts.operations[3].requests = {request(3, u"VOID"_s, 999)};
        QVERIFY(isSaid(facts, u"日計 CANCEL"_s));
        facts.payments[1].isTouched = true;
        QVERIFY(!isSaid(facts, u"日計"_s));
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

    void secretAndBrokenJournal_areTold()
    {
        CampaignFacts facts = soundFacts();
        facts.secrets = {u"kessai.log"_s};
        facts.journal = {u"I6 two live operations"_s};
        QVERIFY(isSaid(facts, u"I14 kessai.log"_s));
        QVERIFY(isSaid(facts, u"I6"_s));
    }
};

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestCampaignJudge)
#include "test_campaignjudge.moc"
