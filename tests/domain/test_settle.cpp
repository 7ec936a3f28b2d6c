#include "tests/domain/samples.h"

#include <QTest>

using namespace kessai;
using namespace kessai::samples;
using Kind = SettleVerdict::Kind;

namespace {

const Snapshot Authorized = snapshot(u"AUTH"_s);
const Snapshot Sold = snapshot(u"SALES"_s, 3200, 0, u"20201210120001"_s);

Snapshot with(Snapshot read, const std::function<void(Snapshot &)> &change)
{
    change(read);
    return read;
}

/// Seconds after arming.
QDateTime after(int seconds)
{
    return japan(u"2020-12-10 12:00:00"_s).addSecs(seconds);
}

SettleEvidence earlier(const Snapshot &read, int seconds, bool refusal = false)
{
    SettleEvidence evidence;
    evidence.lastRead = EarlierRead{read, after(seconds)};
    evidence.answerWasRefusal = refusal;
    return evidence;
}

SettleVerdict verdict(const Operation &operation, const Snapshot &read, int seconds,
                      const SettleEvidence &evidence = {})
{
    return settleVerdict(operation, read, evidence, after(seconds), JournalTiming());
}

} // namespace

class TestSettle : public QObject
{
    Q_OBJECT

private slots:
    void yes_countsAtOnce()
    {
        const Operation capture = armed(OperationKind::Capture, Authorized, u"SALES"_s);
        QCOMPARE(verdict(capture, Sold, 0).kind, Kind::Done);
        QCOMPARE(verdict(capture, Sold, 100'000).kind, Kind::Done);
    }

    void cancelsYes_isReadTwice()
    {
        const Operation cancel = armed(OperationKind::Cancel, Authorized, u"RETURN"_s);
        const Snapshot gone = snapshot(u"RETURN"_s, 3200, 0, u"20201210120001"_s);
        QCOMPARE(verdict(cancel, gone, 10).kind, Kind::ReadAgainForCancel);
        QCOMPARE(verdict(cancel, gone, 14, earlier(gone, 10)).kind, Kind::ReadAgainForCancel);
        QCOMPARE(verdict(cancel, gone, 15, earlier(gone, 10)).kind, Kind::Done);
        QCOMPARE(verdict(cancel, gone, 15, earlier(Authorized, 10)).kind, Kind::ReadAgainForCancel);
        const Snapshot other = snapshot(u"CANCEL"_s, 3200, 0, u"20201210120009"_s);
        QCOMPARE(verdict(cancel, other, 15, earlier(gone, 10)).kind, Kind::Done);
    }

    void no_isNotSaidBeforeTheSettleTime()
    {
        const Operation capture = armed(OperationKind::Capture, Authorized, u"SALES"_s);
        QCOMPARE(verdict(capture, Authorized, 189, earlier(Authorized, 100)).kind, Kind::TooEarly);
        QCOMPARE(verdict(capture, Authorized, 190).kind, Kind::NotYet);
        QCOMPARE(verdict(capture, Authorized, 400, earlier(Authorized, 189)).kind, Kind::NotYet);
        QCOMPARE(verdict(capture, Authorized, 219, earlier(Authorized, 190)).kind, Kind::NotYet);
        QCOMPARE(verdict(capture, Authorized, 220, earlier(Authorized, 190)).kind, Kind::Refused);
        Operation notArmed = capture;
        notArmed.armedAt.reset();
        QCOMPARE(verdict(notArmed, Authorized, 9000, earlier(Authorized, 1000)).kind, Kind::TooEarly);
    }

    void noEffect_needsAllSixFields()
    {
        const Operation capture = armed(OperationKind::Capture, Authorized, u"SALES"_s);
        const auto same = verdict(capture, Authorized, 230, earlier(Authorized, 200));
        QCOMPARE(same.kind, Kind::Refused);
        QCOMPARE(same.reason, EndReason::NoEffect);
        const QList<std::function<void(Snapshot &)>> changes = {
            [](Snapshot &read) { read.status = u"CHECK"_s; },
            [](Snapshot &read) { read.amount = Yen{1}; },
            [](Snapshot &read) { read.tax = Yen{1}; },
            [](Snapshot &read) { read.processDate = u"20201210120001"_s; },
            [](Snapshot &read) { read.tranId = u"other"_s; },
            [](Snapshot &read) { read.approve = u"004536"_s; },
        };
        for (const auto &change : changes) {
            const Snapshot moved = with(Authorized, change);
            const auto result = verdict(capture, moved, 230, earlier(moved, 200));
            QCOMPARE(result.kind, Kind::Conflict);
            QCOMPARE(result.reason, EndReason::UnexpectedState);
            QCOMPARE(verdict(capture, moved, 230, earlier(Authorized, 200)).kind, Kind::NotYet);
        }
    }

    void decline_needsAnAnswerThatSaidSo()
    {
        const Snapshot dated =
            with(Authorized, [](Snapshot &read) { read.processDate = u"20201210120001"_s; });
        const Operation change = armed(OperationKind::Change, Authorized, u"AUTH"_s, 5000);
        const auto declined = verdict(change, dated, 230, earlier(dated, 200, true));
        QCOMPARE(declined.kind, Kind::Refused);
        QCOMPARE(declined.reason, EndReason::Declined);
        QCOMPARE(verdict(change, dated, 230, earlier(dated, 200)).kind, Kind::Conflict);

        const Snapshot voided = snapshot(u"VOID"_s);
        const Snapshot voidedAgain = with(voided, [](Snapshot &read) { read.tranId = u"other"_s; });
        const Operation again = armed(OperationKind::Reauthorize, voided, u"AUTH"_s);
        QCOMPARE(verdict(again, voidedAgain, 230, earlier(voidedAgain, 200, true)).reason,
                 EndReason::Declined);
        const Operation capture = armed(OperationKind::Capture, Authorized, u"SALES"_s);
        QCOMPARE(verdict(capture, dated, 230, earlier(dated, 200, true)).kind, Kind::Conflict);
    }

    void lostAuthorisation_isAConflict()
    {
        const Operation change = armed(OperationKind::Change, Authorized, u"AUTH"_s, 5000);
        const Snapshot lost = snapshot(u"CANCEL"_s);
        QCOMPARE(verdict(change, lost, 230, earlier(lost, 200, true)).kind, Kind::Conflict);
    }

    void unknownOrder_isAConflictAfterTwoReads()
    {
        const Operation capture = armed(OperationKind::Capture, Authorized, u"SALES"_s);
        const auto unknown = [&capture](std::optional<int> last, int now) {
            const auto at = last ? std::optional(after(*last)) : std::nullopt;
            return settleVerdictForUnknownOrder(capture, at, after(now), JournalTiming());
        };
        QCOMPARE(unknown(100, 189).kind, Kind::TooEarly);
        QCOMPARE(unknown(std::nullopt, 500).kind, Kind::NotYet);
        QCOMPARE(unknown(100, 500).kind, Kind::NotYet);
        QCOMPARE(unknown(190, 219).kind, Kind::NotYet);
        QCOMPARE(unknown(190, 220).kind, Kind::Conflict);
        QCOMPARE(unknown(190, 220).reason, EndReason::UnknownOrder);
    }

    void rememberedRead_isTheFirstOfEqualOnesAfterTheSettleTime()
    {
        const Operation capture = armed(OperationKind::Capture, Authorized, u"SALES"_s);
        const auto next = [&capture](const std::optional<EarlierRead> &before, const Snapshot &read,
                                     int seconds) {
            return readToRemember(capture, before, read, after(seconds), JournalTiming());
        };
        const EarlierRead early = next(std::nullopt, Authorized, 100);
        QCOMPARE(next(early, Authorized, 195).at, after(195));
        const EarlierRead first = next(early, Authorized, 195);
        QCOMPARE(next(first, Authorized, 200).at, after(195));
        const Snapshot moved = with(Authorized, [](Snapshot &read) { read.tranId = u"other"_s; });
        QCOMPARE(next(first, moved, 205).at, after(205));
        QCOMPARE(next(first, moved, 205).snapshot, moved);

        const Operation cancel = armed(OperationKind::Cancel, Authorized, u"RETURN"_s);
        const Snapshot gone = snapshot(u"RETURN"_s);
        const EarlierRead goal{gone, after(2)};
        QCOMPARE(readToRemember(cancel, goal, gone, after(4), JournalTiming()).at, after(2));
    }

    void polls_thatFollowEachOtherFastStillEndTheDoubt()
    {
        const Operation capture = armed(OperationKind::Capture, Authorized, u"SALES"_s);
        std::optional<EarlierRead> remembered;
        for (int seconds = 1;; ++seconds) {
            SettleEvidence evidence;
            evidence.lastRead = remembered;
            if (verdict(capture, Authorized, seconds, evidence).kind == Kind::Refused) {
                QCOMPARE(seconds, 220);
                return;
            }
            QVERIFY(seconds < 300);
            remembered = readToRemember(capture, remembered, Authorized, after(seconds), JournalTiming());
        }
    }

    void timing_hasTheDefaultsOfTheJournal()
    {
        const JournalTiming timing;
        QCOMPARE(timing.poll.size(), 18);
        QCOMPARE(timing.poll.first().count(), 5000);
        QCOMPARE(timing.poll[5].count(), 300'000);
        QCOMPARE(timing.poll.last().count(), 3'600'000);
        QCOMPARE(timing.busy.size(), 3);
    }
};

QTEST_GUILESS_MAIN(TestSettle)
#include "test_settle.moc"
