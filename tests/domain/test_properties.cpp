#include <rapidcheck.h>

#include "core/domain/totals.h"
#include "tests/domain/samples.h"

#include <QTest>

using namespace kessai;
using namespace kessai::samples;

namespace {

const QStringList Words = {u"UNPROCESSED"_s, u"AUTHENTICATED"_s, u"AUTH"_s,      u"SALES"_s,
                           u"CAPTURE"_s,     u"VOID"_s,          u"RETURN"_s,    u"RETURNX"_s,
                           u"CANCEL"_s,      u"SAUTH"_s,         u"CHECK"_s,     u"PAYFAIL"_s,
                           u"EXPIRED"_s,     u"REQSUCCESS"_s,    u"STRANGE"_s,   u"REQSALES"_s,
                           u"REQCANCEL"_s,   u"REQCHANGE"_s,     u"PAYSUCCESS"_s};

int below(int count)
{
    return *rc::gen::inRange(0, count);
}

/// Any second of about four years, 2020 with its leap day among them.
QDateTime anyInstant()
{
    return japan(u"2020-01-01 00:00:00"_s).addSecs(*rc::gen::inRange<qint64>(0, 4LL * 366 * 24 * 3600));
}

/// Few values of each field, so that equal snapshots are met often.
Snapshot anySnapshot()
{
    Snapshot read = snapshot(Words[below(int(Words.size()))], 1000 + below(2), below(2));
    read.processDate = below(2) ? u"20201203132123"_s : u"20201210120001"_s;
    read.tranId = QString::number(below(2));
    if (below(2)) {
        read.cancelledAmount = Yen{below(2) * 1000};
    }
    return read;
}

PaymentMethod anyMethod()
{
    return gatewayMethods()[below(int(gatewayMethods().size()))];
}

Operation anyOperation()
{
    const auto kind = OperationKind(below(4));
    const QString job = QStringList{u"AUTH"_s, u"CAPTURE"_s, QString()}[below(3)]; // none: no card's
    return armed(kind, anySnapshot(), job, 1000 + below(2));
}

bool isNegative(SettleVerdict::Kind kind)
{
    return kind == SettleVerdict::Kind::Refused || kind == SettleVerdict::Kind::Conflict;
}

} // namespace

class TestProperties : public QObject
{
    Q_OBJECT

private slots:
    void cancelWord_isLegalForItsStatusAndDay()
    {
        QVERIFY(rc::check("one legal word", [] {
            const QString &status = Words[below(int(Words.size()))];
            const QDateTime authorized = anyInstant();
            const QDateTime sold = authorized.addSecs(*rc::gen::inRange<qint64>(0, 90LL * 24 * 3600));
            const QDate today = japantime::dayOf(sold).addDays(below(200));
            const auto word = cancelWord(snapshot(status), {authorized, u"t"_s, sold}, today);
            const bool cancellable = status == u"AUTH"_s || status == u"SALES"_s || status == u"CAPTURE"_s;
            RC_ASSERT(word.has_value() == cancellable);
            if (!word) {
                return;
            }
            const QDate soldDay = japantime::dayOf(sold);
            const bool soldThisMonth = soldDay.year() == today.year() && soldDay.month() == today.month();
            RC_ASSERT(*word != u"RETURNX"_s || (status != u"AUTH"_s && !soldThisMonth));
            RC_ASSERT(*word != u"VOID"_s || status == u"CAPTURE"_s || today == japantime::dayOf(authorized));
            RC_ASSERT(*word != u"VOID"_s || status != u"CAPTURE"_s || today == soldDay);
            RC_ASSERT(*word != u"RETURN"_s || status == u"AUTH"_s || soldThisMonth);
        }));
    }

    void cancelWord_doesNotDependOnTheTimeOfDay()
    {
        QVERIFY(rc::check("days only", [] {
            const QDateTime authorized = anyInstant();
            const QDate authorizedDay = japantime::dayOf(authorized);
            const QDateTime sameDay = japantime::instantOf(authorizedDay, QTime(0, 0).addSecs(below(86'400)));
            const QDate today = authorizedDay.addDays(below(3));
            const Snapshot pre = snapshot(below(2) ? u"CAPTURE"_s : u"AUTH"_s);
            RC_ASSERT(cancelWord(pre, {authorized, u"t"_s, authorized}, today) ==
                      cancelWord(pre, {sameDay, u"t"_s, sameDay}, today));
        }));
    }

    void negativeVerdict_needsTheSettleTimeAndTwoEqualReadsApart()
    {
        QVERIFY(rc::check("never too early", [] {
            const Operation operation = anyOperation();
            const JournalTiming timing;
            const QDateTime now = operation.armedAt->addSecs(*rc::gen::inRange(0, 400));
            const Snapshot read = anySnapshot();
            SettleEvidence evidence;
            if (below(4)) {
                evidence.lastRead = EarlierRead{below(2) ? read : anySnapshot(),
                                                operation.armedAt->addSecs(*rc::gen::inRange(0, 400))};
            }
            evidence.answerWasRefusal = below(2);
            const SettleVerdict verdict = settleVerdict(operation, read, evidence, now, timing);
            if (!isNegative(verdict.kind)) {
                return;
            }
            RC_ASSERT(!goalReached(operation, read));
            RC_ASSERT(operation.armedAt->secsTo(now) >= 190);
            RC_ASSERT(evidence.lastRead && evidence.lastRead->snapshot == read);
            RC_ASSERT(evidence.lastRead->at.secsTo(now) >= 30);
            RC_ASSERT(verdict.reason != EndReason::NoEffect || read == *operation.pre);
        }));
    }

    void doneVerdict_needsTheGoal()
    {
        QVERIFY(rc::check("done means reached", [] {
            const Operation operation = anyOperation();
            const Snapshot read = anySnapshot();
            const QDateTime now = operation.armedAt->addSecs(below(1000));
            const auto verdict = settleVerdict(operation, read, {}, now, JournalTiming());
            RC_ASSERT(verdict.kind != SettleVerdict::Kind::Done || goalReached(operation, read));
            RC_ASSERT(verdict.kind != SettleVerdict::Kind::Done || operation.kind != OperationKind::Cancel);
        }));
    }

    void armedOperations_areNeverAtTheirGoalAlready()
    {
        QVERIFY(rc::check("pre-check keeps the goal away", [] {
            Operation operation = anyOperation();
            const Snapshot pre = *operation.pre;
            if (preCheckProblem(operation, anyMethod(), pre) == EndReason::None) {
                RC_ASSERT(!goalReached(operation, pre));
            }
        }));
    }

    void learnTimes_isTheSameTheSecondTime()
    {
        QVERIFY(rc::check("learning twice", [] {
            const Snapshot first = anySnapshot();
            const Snapshot second = anySnapshot();
            const auto before = learnTimes({}, first.status, first.tranId, first.processDate);
            const auto once = learnTimes(before, second.status, second.tranId, second.processDate);
            RC_ASSERT(learnTimes(once, second.status, second.tranId, second.processDate) == once);
        }));
    }

    void allowedVerdicts_nameWhatWouldBeSent()
    {
        QVERIFY(rc::check("allowed means complete", [] {
            PaymentSituation situation;
            situation.payment = paymentOf(anyMethod(), Words[below(int(Words.size()))]);
            const bool card = situation.payment->method == PaymentMethod::Card;
            situation.payableTotal = Yen{*rc::gen::inRange<qint64>(-5, 10'000'010)};
            situation.now = anyInstant();
            for (const OperationVerdict &verdict : operationVerdicts(situation, {})) {
                RC_ASSERT(verdict.allowed == (verdict.reason == RuleReason::None));
                RC_ASSERT(!verdict.allowed ||
                          (verdict.jobCd.isEmpty() != card && verdict.amount && verdict.until));
                RC_ASSERT(verdict.allowed != !reasonText(verdict.reason).isEmpty());
                RC_ASSERT(!verdict.allowed || !verdict.until->isOver(situation.now));
            }
        }));
    }

    void totals_addUp()
    {
        QVERIFY(rc::check("sums", [] {
            QList<OrderItem> items;
            for (int count = below(8); count > 0; --count) {
                OrderItem item;
                item.type = OrderItemType(1 + below(6));
                item.price = Yen{*rc::gen::inRange<qint64>(-5000, 100'000)};
                item.quantity = below(5);
                item.taxRatePercent = below(2) ? 8 : 10;
                item.taxType = TaxType(1 + below(3));
                item.taxDisplay = TaxDisplay(1 + below(2));
                item.rounding = Rounding(1 + below(3));
                items.append(item);
            }
            const ComputedTotals totals = computeTotals(items);
            Yen lines;
            Yen taxable;
            Yen untaxedDiscounts;
            for (const OrderItem &item : items) {
                lines += lineTotal(item);
                const bool discount =
                    item.type == OrderItemType::Discount || item.type == OrderItemType::Point;
                if (item.taxType == TaxType::Taxable) {
                    taxable += lineTotal(item);
                } else if (discount) {
                    untaxedDiscounts += lineTotal(item);
                }
            }
            Yen byRate;
            for (const Yen rate : totals.taxableByRatePercent) {
                byRate += rate;
            }
            RC_ASSERT(totals.payableTotal == lines);
            RC_ASSERT(taxable == Yen{} || byRate == taxable + untaxedDiscounts);
        }));
    }
};

QTEST_GUILESS_MAIN(TestProperties)
#include "test_properties.moc"
