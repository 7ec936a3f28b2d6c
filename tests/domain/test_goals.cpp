#include "tests/domain/samples.h"

#include <QTest>

using namespace kessai;
using namespace kessai::samples;

namespace {

Snapshot newTransaction(Snapshot read)
{
    read.tranId = u"2012101200111111111111999999"_s;
    return read;
}

} // namespace

class TestGoals : public QObject
{
    Q_OBJECT

private slots:
    void capturesGoal_isTheSameMoneySold()
    {
        const Operation capture = armed(OperationKind::Capture, snapshot(u"AUTH"_s, 3000, 200), u"SALES"_s);
        QVERIFY(goalReached(capture, snapshot(u"SALES"_s, 3000, 200)));
        QVERIFY(!goalReached(capture, snapshot(u"SALES"_s, 3200, 0)));
        QVERIFY(!goalReached(capture, snapshot(u"CAPTURE"_s, 3000, 200)));
        QVERIFY(!goalReached(capture, snapshot(u"AUTH"_s, 3000, 200)));
    }

    void cancelsGoal_isAnyCancelledWord()
    {
        const Operation cancel = armed(OperationKind::Cancel, snapshot(u"SALES"_s), u"RETURN"_s);
        for (const QString &status : {u"VOID"_s, u"RETURN"_s, u"RETURNX"_s, u"CANCEL"_s}) {
            QVERIFY(goalReached(cancel, snapshot(status)));
        }
        for (const QString &status : {u"SALES"_s, u"EXPIRED"_s, u"UNPROCESSED"_s, u"REQSALES"_s}) {
            QVERIFY(!goalReached(cancel, snapshot(status)));
        }
    }

    void changesGoal_isAmountTaxAndTheJobsStatus()
    {
        const Operation change = armed(OperationKind::Change, snapshot(u"SALES"_s), u"CAPTURE"_s, 5000);
        QVERIFY(goalReached(change, snapshot(u"CAPTURE"_s, 5000)));
        QVERIFY(!goalReached(change, snapshot(u"CAPTURE"_s, 4900, 100)));
        QVERIFY(!goalReached(change, snapshot(u"AUTH"_s, 5000)));
        QVERIFY(!goalReached(change, snapshot(u"SALES"_s, 5000)));
        Operation noJob = change;
        noJob.jobCd.clear();
        QVERIFY(!goalReached(noJob, snapshot(u""_s, 5000)));
        Operation sumCounts = change;
        sumCounts.wantTax.reset();
        QVERIFY(goalReached(sumCounts, snapshot(u"CAPTURE"_s, 4900, 100)));
    }

    void reauthorizesGoal_needsAnotherTransaction()
    {
        const Operation again = armed(OperationKind::Reauthorize, snapshot(u"VOID"_s), u"AUTH"_s);
        QVERIFY(goalReached(again, newTransaction(snapshot(u"AUTH"_s))));
        QVERIFY(!goalReached(again, snapshot(u"AUTH"_s)));
        QVERIFY(!goalReached(again, newTransaction(snapshot(u"CAPTURE"_s))));
        QVERIFY(!goalReached(again, newTransaction(snapshot(u"AUTH"_s, 3100, 100))));
    }

    void jobs_keepTheState()
    {
        QCOMPARE(changeJob(u"AUTH"_s), std::optional(u"AUTH"_s));
        QCOMPARE(changeJob(u"SALES"_s), std::optional(u"CAPTURE"_s));
        QCOMPARE(changeJob(u"CAPTURE"_s), std::optional(u"CAPTURE"_s));
        QVERIFY(!changeJob(u"VOID"_s));
        QCOMPARE(statusAfterJob(u"CAPTURE"_s), u"CAPTURE"_s);
        QCOMPARE(statusAfterJob(u"SALES"_s), QString());
    }

    void capturesPreCheck_wantsTheExpectedMoneyAuthorized()
    {
        Operation capture = armed(OperationKind::Capture, {}, u""_s);
        QCOMPARE(preCheckProblem(capture, PaymentMethod::Card, snapshot(u"AUTH"_s)), EndReason::None);
        QCOMPARE(preCheckProblem(capture, PaymentMethod::Card, snapshot(u"AUTH"_s, 3000, 200)),
                 EndReason::AmountMoved);
        QCOMPARE(preCheckProblem(capture, PaymentMethod::Card, snapshot(u"SALES"_s)), EndReason::AlreadyDone);
        QCOMPARE(preCheckProblem(capture, PaymentMethod::Card, snapshot(u"CAPTURE"_s)),
                 EndReason::WrongState);
        QCOMPARE(preCheckProblem(capture, PaymentMethod::Card, snapshot(u"VOID"_s)), EndReason::WrongState);
        capture.wantTax.reset();
        QCOMPARE(preCheckProblem(capture, PaymentMethod::Card, snapshot(u"AUTH"_s, 3000, 200)),
                 EndReason::None);
        QCOMPARE(preCheckProblem(capture, PaymentMethod::Card, snapshot(u"AUTH"_s, 3000, 100)),
                 EndReason::Difference);
    }

    void cancelsPreCheck_wantsMoneyThatIsThere()
    {
        const Operation cancel = armed(OperationKind::Cancel, {}, u""_s);
        for (const QString &status : {u"AUTH"_s, u"SALES"_s, u"CAPTURE"_s}) {
            QCOMPARE(preCheckProblem(cancel, PaymentMethod::Card, snapshot(status)), EndReason::None);
        }
        for (const QString &status : {u"VOID"_s, u"RETURN"_s, u"RETURNX"_s, u"CANCEL"_s}) {
            QCOMPARE(preCheckProblem(cancel, PaymentMethod::Card, snapshot(status)), EndReason::AlreadyDone);
        }
        QCOMPARE(preCheckProblem(cancel, PaymentMethod::Card, snapshot(u"UNPROCESSED"_s)),
                 EndReason::WrongState);
    }

    void changesPreCheck_wantsAnotherAmount()
    {
        const Operation change = armed(OperationKind::Change, {}, u""_s, 5000);
        for (const QString &status : {u"AUTH"_s, u"SALES"_s, u"CAPTURE"_s}) {
            QCOMPARE(preCheckProblem(change, PaymentMethod::Card, snapshot(status)), EndReason::None);
            QCOMPARE(preCheckProblem(change, PaymentMethod::Card, snapshot(status, 5000)),
                     EndReason::AlreadyDone);
            QCOMPARE(preCheckProblem(change, PaymentMethod::Card, snapshot(status, 4500, 500)),
                     EndReason::AlreadyDone);
        }
        QCOMPARE(preCheckProblem(change, PaymentMethod::Card, snapshot(u"RETURN"_s)), EndReason::WrongState);
    }

    void reauthorizesPreCheck_wantsACancelledPayment()
    {
        const Operation again = armed(OperationKind::Reauthorize, {}, u"AUTH"_s);
        for (const QString &status : {u"VOID"_s, u"RETURN"_s, u"RETURNX"_s, u"CANCEL"_s}) {
            QCOMPARE(preCheckProblem(again, PaymentMethod::Card, snapshot(status)), EndReason::None);
        }
        QCOMPARE(preCheckProblem(again, PaymentMethod::Card, snapshot(u"AUTH"_s)), EndReason::AlreadyDone);
        QCOMPARE(preCheckProblem(again, PaymentMethod::Card, snapshot(u"AUTH"_s, 1)), EndReason::WrongState);
        QCOMPARE(preCheckProblem(again, PaymentMethod::Card, snapshot(u"CAPTURE"_s)), EndReason::WrongState);
        QCOMPARE(preCheckProblem(again, PaymentMethod::Card, snapshot(u"SALES"_s)), EndReason::WrongState);
    }

    void equalsPre_asksForAllFieldsWhereTheRequestIsRepeated()
    {
        const Snapshot pre = snapshot(u"AUTH"_s);
        Snapshot dated = pre;
        dated.processDate = u"20201210120001"_s;
        const Operation change = armed(OperationKind::Change, pre, u"AUTH"_s, 5000);
        const Operation capture = armed(OperationKind::Capture, pre, u"SALES"_s);
        QVERIFY(equalsPre(change, dated, AnswerClass::Refusal));
        QVERIFY(!equalsPre(change, dated, AnswerClass::Busy));
        QVERIFY(equalsPre(change, pre, AnswerClass::Busy));
        QVERIFY(!equalsPre(capture, dated, AnswerClass::Refusal));
        QVERIFY(equalsPre(capture, pre));
        Operation noPre = capture;
        noPre.pre.reset();
        QVERIFY(!equalsPre(noPre, pre));
    }
};

QTEST_GUILESS_MAIN(TestGoals)
#include "test_goals.moc"
