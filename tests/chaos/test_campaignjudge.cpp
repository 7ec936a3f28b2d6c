#include "tests/chaos/campaignjudge.h"
#include "tests/chaos/soundfacts.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai {

/// A judge that finds nothing wrong with anything is worth nothing.
class TestCampaignJudge : public QObject
{
    Q_OBJECT

    static bool isSaid(const CampaignFacts &facts, const QString &words)
    {
        return !judged(facts).filter(words).isEmpty();
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
        facts.operations[3].requests[0].machineTime = ArmedAt.addMSecs(facts.settleMs + 1);
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
