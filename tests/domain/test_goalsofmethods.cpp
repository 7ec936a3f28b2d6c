#include "tests/domain/methodsamples.h"

#include <QTest>

using namespace kessai;
using namespace kessai::samples;
using Kind = OperationKind;
using Method = PaymentMethod;

namespace {

/// Seconds after arming, with a read of the same long enough before.
SettleVerdict settled(const Operation &operation, const Snapshot &read)
{
    SettleEvidence evidence;
    evidence.lastRead = EarlierRead{read, operation.armedAt->addSecs(200)};
    return settleVerdict(operation, read, evidence, operation.armedAt->addSecs(230), JournalTiming());
}

/// The words from which an operation starts: protocol.md §6.7, with the cancels of §6.2.
QStringList startsOf(Method method, Kind kind)
{
    const QStringList open{u"AUTH"_s, u"SALES"_s, u"CAPTURE"_s};
    const bool cash =
        method == Method::ConvenienceStore || method == Method::PayEasyAtm || method == Method::PayEasyNet;
    switch (kind) {
    case Kind::Capture:
        return cash ? QStringList() : QStringList{u"AUTH"_s};
    case Kind::Cancel:
        return cash ? QStringList{u"REQSUCCESS"_s} : open;
    case Kind::Change:
        return method == Method::Card || method == Method::Rakuten ? open : QStringList();
    case Kind::Reauthorize:
        return method == Method::Card ? QStringList{u"VOID"_s, u"RETURN"_s, u"RETURNX"_s, u"CANCEL"_s}
                                      : QStringList();
    }
    return {};
}

/// The words that say that it was done, or accepted.
QStringList endsOf(Kind kind)
{
    switch (kind) {
    case Kind::Capture:
        return {u"SALES"_s, u"REQSALES"_s};
    case Kind::Cancel:
        return cancelledWords();
    case Kind::Change:
        return {};
    case Kind::Reauthorize:
        return {u"AUTH"_s, u"CAPTURE"_s};
    }
    return {};
}

} // namespace

/// Goals and pre-checks of the seven methods beside the card (journal.md §9).
class TestGoalsOfMethods : public QObject
{
    Q_OBJECT

private slots:
    void preCheck_goesOnWhereTheMethodAllowsIt()
    {
        for (const Method method : gatewayMethods()) {
            for (const Kind kind : {Kind::Capture, Kind::Cancel, Kind::Change, Kind::Reauthorize}) {
                const bool offered = !startsOf(method, kind).isEmpty();
                Operation operation = asked(kind, {}, kind == Kind::Change ? 5000 : 3200);
                operation.pre.reset();
                for (const QString &word : wordsOf(method)) {
                    const EndReason wanted = startsOf(method, kind).contains(word)    ? EndReason::None
                                             : offered && endsOf(kind).contains(word) ? EndReason::AlreadyDone
                                                                                      : EndReason::WrongState;
                    const QString what = labelOf(method) + u' ' + codeOf(kind) + u' ' + word + u": "_s +
                                         codeOf(preCheckProblem(operation, method, shown(word)));
                    QVERIFY2(preCheckProblem(operation, method, shown(word)) == wanted, qPrintable(what));
                }
            }
        }
    }

    void carriersPreCheck_looksAtTheMoneyAsTheCardsDoes()
    {
        const Operation capture = asked(Kind::Capture, {});
        QCOMPARE(preCheckProblem(capture, Method::Docomo, shown(u"AUTH"_s, 3100)), EndReason::AmountMoved);
        const Operation change = asked(Kind::Change, {}, 5000);
        QCOMPARE(preCheckProblem(change, Method::Rakuten, shown(u"SALES"_s, 5000)), EndReason::AlreadyDone);
        QCOMPARE(preCheckProblem(change, Method::Docomo, shown(u"SALES"_s, 4000)), EndReason::WrongState);
    }

    void carriersCancel_isDoneByItsWordOrByAllThatWasLeft()
    {
        const Operation cancel = asked(Kind::Cancel, shown(u"SALES"_s, 3200, 0));
        QVERIFY(goalReached(cancel, shown(u"CANCEL"_s, 0, 3200)));
        QVERIFY(goalReached(cancel, shown(u"RETURN"_s, 0, 3200)));
        QVERIFY(goalReached(cancel, shown(u"SALES"_s, 0, 3200)));
        QVERIFY(!goalReached(cancel, shown(u"SALES"_s, 2200, 1000)));
        QVERIFY(!goalReached(cancel, shown(u"SALES"_s, 3200, 0)));
        QVERIFY(!goalReached(cancel, shown(u"SALES"_s, 3200)));

        // a part was taken back elsewhere before: what is left is what grows
        const Operation rest = asked(Kind::Cancel, shown(u"SALES"_s, 2200, 1000));
        QVERIFY(goalReached(rest, shown(u"SALES"_s, 0, 3200)));
        QVERIFY(!goalReached(rest, shown(u"SALES"_s, 2200, 1000)));
        QVERIFY(!goalReached(rest, shown(u"SALES"_s, 1000, 2200)));

        const Operation nothingLeft = asked(Kind::Cancel, shown(u"SALES"_s, 0, 3200));
        QVERIFY(!goalReached(nothingLeft, shown(u"SALES"_s, 0, 3200)));
    }

    void partTakenBackElsewhere_isNeitherDoneNorWithoutEffect()
    {
        const Snapshot pre = shown(u"SALES"_s, 3200, 0);
        const Operation cancel = asked(Kind::Cancel, pre);
        QCOMPARE(settled(cancel, pre).kind, SettleVerdict::Kind::Refused);
        QCOMPARE(settled(cancel, pre).reason, EndReason::NoEffect);
        Snapshot part = pre; // the six fields alike: only what was taken back tells
        part.cancelledAmount = Yen{1000};
        QCOMPARE(settled(cancel, part).kind, SettleVerdict::Kind::Conflict);
        QVERIFY(!equalsPre(cancel, part));
        Snapshot all = pre;
        all.cancelledAmount = Yen{3200};
        QCOMPARE(settled(cancel, all).kind, SettleVerdict::Kind::Done);
    }

    void cashPaymentsCancel_isDoneByItsWordOnly()
    {
        const Operation cancel = asked(Kind::Cancel, shown(u"REQSUCCESS"_s));
        QVERIFY(goalReached(cancel, shown(u"CANCEL"_s)));
        for (const QString &word : {u"REQSUCCESS"_s, u"PAYSUCCESS"_s, u"EXPIRED"_s, u"PAYFAIL"_s}) {
            QVERIFY(!goalReached(cancel, shown(word)));
        }
    }

    void walletsRequest_isDoneWhenAccepted()
    {
        const Operation capture = asked(Kind::Capture, shown(u"AUTH"_s));
        QVERIFY(goalReached(capture, shown(u"REQSALES"_s)));
        QVERIFY(goalReached(capture, shown(u"SALES"_s)));
        QVERIFY(!goalReached(capture, shown(u"REQSALES"_s, 3100)));
        QVERIFY(!goalReached(capture, shown(u"REQCANCEL"_s)));
        QVERIFY(!goalReached(capture, shown(u"AUTH"_s)));
        const Operation cancel = asked(Kind::Cancel, shown(u"AUTH"_s));
        QVERIFY(goalReached(cancel, shown(u"REQCANCEL"_s)));
        QVERIFY(goalReached(cancel, shown(u"CANCEL"_s, 0)));
        QVERIFY(!goalReached(cancel, shown(u"REQSALES"_s)));
        const Operation change = asked(Kind::Change, shown(u"AUTH"_s), 5000);
        QVERIFY(goalReached(change, shown(u"REQCHANGE"_s))); // the old amount is there until the end
        QVERIFY(goalReached(change, shown(u"AUTH"_s, 5000)));
        QVERIFY(!goalReached(change, shown(u"AUTH"_s)));
        QVERIFY(!goalReached(change, shown(u"REQSALES"_s, 5000)));
        QVERIFY(!goalReached(change, shown(u"CANCEL"_s, 5000)));
        QVERIFY(lostAuthorization(change, u"CANCEL"_s));
    }
};

QTEST_GUILESS_MAIN(TestGoalsOfMethods)
#include "test_goalsofmethods.moc"
