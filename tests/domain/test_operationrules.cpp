#include "tests/domain/samples.h"

#include <QSet>
#include <QTest>

using namespace kessai;
using namespace kessai::samples;

class TestOperationRules : public QObject
{
    Q_OBJECT

private slots:
    void capture_repeatsTheTransactionsOwnTotal()
    {
        Payment taxed = payment(u"AUTH"_s);
        taxed.known->amount = Yen{3000};
        taxed.known->tax = Yen{200};
        const auto verdict = operationVerdict(OperationKind::Capture, situation(taxed), {});
        QVERIFY(verdict.allowed);
        QCOMPARE(verdict.jobCd, u"SALES"_s);
        QCOMPARE(verdict.amount, std::optional(Yen{3200}));
        QCOMPARE(verdict.until, wholeDay(u"2021-03-03"_s));
    }

    void capture_isOffForEveryOtherStatus()
    {
        QCOMPARE(reasonOf(OperationKind::Capture, situation(payment(u"SALES"_s))),
                 RuleReason::AlreadyCaptured);
        QCOMPARE(reasonOf(OperationKind::Capture, situation(payment(u"CAPTURE"_s))),
                 RuleReason::ImmediateSale);
        for (const QString &status :
             {u"VOID"_s, u"RETURN"_s, u"UNPROCESSED"_s, u"CHECK"_s, u"SAUTH"_s, u"WHAT"_s}) {
            QCOMPARE(reasonOf(OperationKind::Capture, situation(payment(status))), RuleReason::WrongState);
        }
    }

    void confirmed_whatMovedSinceIsNotPlanned()
    {
        Operation capture;
        capture.wantAmount = Yen{3200};
        capture.wantTax = Yen{0};
        const QDate today = day(u"2020-12-03"_s);
        const auto problem = [&today](const Operation &wanted, const QString &status, qint64 amount,
                                      const QString &seen) {
            return confirmedProblem(wanted, payment(status), {Yen{amount}, seen}, today);
        };
        QCOMPARE(problem(capture, u"AUTH"_s, 3200, u"AUTH"_s), EndReason::None);
        QCOMPARE(problem(capture, u"AUTH"_s, 3199, u"AUTH"_s), EndReason::AmountMoved);
        QCOMPARE(problem(capture, u"SALES"_s, 3200, u"AUTH"_s), EndReason::AlreadyDone);
        QCOMPARE(problem(capture, u"AUTH"_s, 3200, QString()), EndReason::None);
        Operation cancel;
        cancel.kind = OperationKind::Cancel;
        QCOMPARE(problem(cancel, u"AUTH"_s, 3200, u"AUTH"_s), EndReason::None);
        QCOMPARE(problem(cancel, u"AUTH"_s, 3000, u"AUTH"_s), EndReason::AmountMoved);
        Payment unread = payment(u"AUTH"_s);
        unread.known.reset();
        QCOMPARE(confirmedProblem(cancel, unread, {Yen{3200}, QString()}, today), EndReason::None);
        // Sold since: the buyer would see a refund that the screen did not speak of.
        QCOMPARE(problem(cancel, u"SALES"_s, 3200, u"AUTH"_s), EndReason::WrongState);
    }

    void confirmed_wordOfACancelMovesWithTheDay()
    {
        Operation cancel;
        cancel.kind = OperationKind::Cancel;
        Payment authorized = payment(u"AUTH"_s);
        const QDate authorizedOn = japantime::dayOf(*authorized.authorizedAt);
        const auto problem = [&](const QString &shown, const QDate &today) {
            return confirmedProblem(cancel, authorized, {Yen{3200}, u"AUTH"_s, shown}, today);
        };
        QCOMPARE(problem(u"VOID"_s, authorizedOn), EndReason::None);
        QCOMPARE(problem(u"VOID"_s, authorizedOn.addDays(1)), EndReason::WrongState);
        QCOMPARE(problem(u"RETURN"_s, authorizedOn.addDays(1)), EndReason::None);
        QCOMPARE(problem(QString(), authorizedOn.addDays(1)), EndReason::None); // no word was shown
        cancel.jobCd = u"VOID"_s;                                               // a person's own word
        QCOMPARE(problem(u"VOID"_s, authorizedOn.addDays(1)), EndReason::None);
    }

    void closedPayment_isNotAuthorisedAnewBesideAnOpenOne()
    {
        Payment open = payment(u"AUTH"_s, 1);
        open.gatewayOrderId = u"1-open"_s;
        Payment closed = payment(u"VOID"_s, 2);
        closed.gatewayOrderId = u"1-closed"_s;
        const auto chosen = [](OperationKind kind, const QList<Payment> &all) {
            return chooseNamedPayment(kind, all, u"1-closed"_s);
        };
        QCOMPARE(chosen(OperationKind::Reauthorize, {open, closed}).problem, EndReason::AmbiguousPayment);
        QVERIFY(!chosen(OperationKind::Reauthorize, {open, closed}).payment);
        QVERIFY(chosen(OperationKind::Cancel, {open, closed}).payment.has_value());
        open.unlinkedReason = u"別の注文のもの"_s;
        QVERIFY(chosen(OperationKind::Reauthorize, {open, closed}).payment.has_value());
    }

    void capture_isBlockedByADifference()
    {
        QCOMPARE(reasonOf(OperationKind::Capture, situation(payment(u"AUTH"_s), 3201)),
                 RuleReason::DifferenceBlocksCapture);
        QCOMPARE(differenceOf(Yen{3201}, payment(u"AUTH"_s)), std::optional(Yen{1}));
        QVERIFY(!differenceOf(Yen{3201}, neverRead()));
        QVERIFY(!differenceOf(Yen{3201}, std::nullopt));
    }

    /// A carrier tells of 0 yen after a cancel, a card of the old amount: neither differs from anything.
    void closedPayment_hasNoDifference()
    {
        for (const QString &word : {u"VOID"_s, u"RETURN"_s, u"RETURNX"_s, u"CANCEL"_s, u"EXPIRED"_s,
                                    u"PAYFAIL"_s, u"UNPROCESSED"_s}) {
            QVERIFY2(!differenceOf(Yen{3201}, payment(word)), qPrintable(word));
        }
        for (const QString &word : {u"AUTHPROCESS"_s, u"AUTHENTICATED"_s, u"REQSUCCESS"_s, u"PAYSUCCESS"_s,
                                    u"SALES"_s, u"REQCANCEL"_s}) {
            QCOMPARE(differenceOf(Yen{3201}, payment(word)), std::optional(Yen{1}));
        }
    }

    void captureDeadline_includesItsLastDay()
    {
        const Payment one = payment(u"AUTH"_s);
        QCOMPARE(reasonOf(OperationKind::Capture, situation(one, 3200, u"2021-03-03 23:59:59"_s)),
                 RuleReason::None);
        QCOMPARE(reasonOf(OperationKind::Capture, situation(one, 3200, u"2021-03-04 00:00:00"_s)),
                 RuleReason::CaptureDeadlineOver);
        PaymentRules sixty;
        sixty.captureDays = 60;
        QCOMPARE(reasonOf(OperationKind::Capture, situation(one, 3200, u"2021-02-01 23:59:59"_s), sixty),
                 RuleReason::None);
        QCOMPARE(reasonOf(OperationKind::Capture, situation(one, 3200, u"2021-02-02 00:00:00"_s), sixty),
                 RuleReason::CaptureDeadlineOver);
    }

    void changeDeadline_countsFromTheLastProcessing()
    {
        Payment sold = payment(u"SALES"_s);
        sold.known->processDate = u"20201210100000"_s; // + 180 days = 2021-06-08
        QCOMPARE(deadlinesOf(sold, {}).cancelBy, wholeDay(u"2021-06-08"_s));
        QCOMPARE(reasonOf(OperationKind::Cancel, situation(sold, 3200, u"2021-06-08 23:58:59"_s)),
                 RuleReason::None);
        QCOMPARE(reasonOf(OperationKind::Cancel, situation(sold, 3200, u"2021-06-09 00:01:30"_s)),
                 RuleReason::ChangeDeadlineOver);
        QCOMPARE(reasonOf(OperationKind::Change, situation(sold, 1, u"2021-06-08 23:59:59"_s)),
                 RuleReason::None);
        QCOMPARE(reasonOf(OperationKind::Change, situation(sold, 1, u"2021-06-09 00:00:00"_s)),
                 RuleReason::ChangeDeadlineOver);
        Payment voided = payment(u"VOID"_s);
        voided.known->processDate = u"20201210100000"_s;
        QCOMPARE(reasonOf(OperationKind::Reauthorize, situation(voided, 1, u"2021-06-08 23:59:59"_s)),
                 RuleReason::None);
        QCOMPARE(reasonOf(OperationKind::Reauthorize, situation(voided, 1, u"2021-06-09 00:00:00"_s)),
                 RuleReason::ChangeDeadlineOver);
    }

    void deadlines_existOnlyWhereTheOperationDoes()
    {
        const Deadlines open = deadlinesOf(payment(u"AUTH"_s), {});
        QVERIFY(open.captureBy && open.cancelBy && open.changeBy && !open.reauthorizeBy);
        const Deadlines sold = deadlinesOf(payment(u"SALES"_s), {});
        QVERIFY(!sold.captureBy && sold.cancelBy && sold.changeBy && !sold.reauthorizeBy);
        const Deadlines voided = deadlinesOf(payment(u"VOID"_s), {});
        QVERIFY(!voided.captureBy && !voided.cancelBy && !voided.changeBy && voided.reauthorizeBy);
        const Deadlines unread = deadlinesOf(neverRead(), {});
        QVERIFY(!unread.captureBy && !unread.cancelBy && !unread.changeBy && !unread.reauthorizeBy);
    }

    void captureDeadline_countsFromTheReadWhenTheAuthorizationIsUnknown()
    {
        Payment one = payment(u"AUTH"_s);
        one.authorizedAt.reset();
        one.known->processDate = u"20200229235959"_s; // leap day + 90 days
        QCOMPARE(deadlinesOf(one, {}).captureBy, wholeDay(u"2020-05-29"_s));
        one.known->processDate = u"20201231000000"_s;
        QCOMPARE(deadlinesOf(one, {}).captureBy, wholeDay(u"2021-03-31"_s));
        one.known->processDate.clear();
        QVERIFY(!deadlinesOf(one, {}).captureBy);
    }

    void cancel_takesTheWholeTotalBackWithTheDaysWord()
    {
        const auto verdict =
            operationVerdict(OperationKind::Cancel, situation(payment(u"SALES"_s), 9999), {});
        QVERIFY(verdict.allowed);
        QCOMPARE(verdict.jobCd, u"RETURN"_s);
        QCOMPARE(verdict.amount, std::optional(Yen{3200}));
        QCOMPARE(verdict.until, wholeDay(u"2021-06-01"_s));
        QCOMPARE(reasonOf(OperationKind::Cancel, situation(payment(u"VOID"_s))), RuleReason::WrongState);
    }

    void midnightGuard_stopsCancelsOnly()
    {
        const auto late = situation(payment(u"AUTH"_s), 5000, u"2020-12-10 23:59:00"_s);
        QCOMPARE(reasonOf(OperationKind::Cancel, late), RuleReason::MidnightGuard);
        QCOMPARE(reasonOf(OperationKind::Change, late), RuleReason::None);
        QCOMPARE(reasonOf(OperationKind::Cancel, situation(neverRead(), 5000, u"2020-12-11 00:01:29"_s)),
                 RuleReason::MidnightGuard);
        QCOMPARE(reasonOf(OperationKind::Cancel, situation(neverRead(), 5000, u"2020-12-11 00:01:30"_s)),
                 RuleReason::NeverRead);
    }

    void change_keepsTheStateAndWantsTheOrdersTotal()
    {
        const QList<std::pair<QString, QString>> jobs = {
            {u"AUTH"_s, u"AUTH"_s}, {u"SALES"_s, u"CAPTURE"_s}, {u"CAPTURE"_s, u"CAPTURE"_s}};
        for (const auto &[status, job] : jobs) {
            const auto verdict =
                operationVerdict(OperationKind::Change, situation(payment(status), 5000), {});
            QVERIFY(verdict.allowed);
            QCOMPARE(verdict.jobCd, job);
            QCOMPARE(verdict.amount, std::optional(Yen{5000}));
        }
        QCOMPARE(reasonOf(OperationKind::Change, situation(payment(u"VOID"_s), 5000)),
                 RuleReason::WrongState);
        QCOMPARE(reasonOf(OperationKind::Change, situation(payment(u"AUTH"_s), 3200)),
                 RuleReason::NoDifference);
    }

    void amounts_areFromOneToSevenDigits()
    {
        for (const auto &[amount, reason] :
             QList<std::pair<qint64, RuleReason>>{{0, RuleReason::AmountOutOfRange},
                                                  {-1, RuleReason::AmountOutOfRange},
                                                  {1, RuleReason::None},
                                                  {9'999'999, RuleReason::None},
                                                  {10'000'000, RuleReason::AmountOutOfRange}}) {
            QCOMPARE(reasonOf(OperationKind::Change, situation(payment(u"AUTH"_s), amount)), reason);
            QCOMPARE(reasonOf(OperationKind::Reauthorize, situation(payment(u"VOID"_s), amount)), reason);
        }
    }

    void reauthorize_startsFromCancelledWordsWithTheShopsJob()
    {
        PaymentRules immediate;
        immediate.reauthorizeJob = u"CAPTURE"_s;
        for (const QString &status : {u"VOID"_s, u"RETURN"_s, u"RETURNX"_s, u"CANCEL"_s}) {
            const auto verdict =
                operationVerdict(OperationKind::Reauthorize, situation(payment(status)), immediate);
            QVERIFY(verdict.allowed);
            QCOMPARE(verdict.jobCd, u"CAPTURE"_s);
        }
        for (const QString &status : {u"AUTH"_s, u"SALES"_s, u"CAPTURE"_s, u"EXPIRED"_s}) {
            QCOMPARE(reasonOf(OperationKind::Reauthorize, situation(payment(status))),
                     RuleReason::WrongState);
        }
    }

    void neverReadPayments_areLeftToThePreCheck()
    {
        for (const OperationVerdict &verdict : operationVerdicts(situation(neverRead()), {})) {
            QVERIFY(verdict.allowed);
            QCOMPARE(verdict.reason, RuleReason::NeverRead);
            QVERIFY(!verdict.until);
        }
    }

    void generalReasons_stopEveryCommand()
    {
        auto other = situation(payment(u"AUTH"_s), 5000);
        other.gatewayMethod = false;
        auto unlinked = other;
        unlinked.gatewayMethod = true;
        unlinked.payment.reset();
        auto ambiguous = unlinked;
        ambiguous.ambiguous = true;
        auto live = situation(payment(u"AUTH"_s), 5000);
        live.operationLive = true;
        auto finding = situation(payment(u"AUTH"_s), 5000);
        finding.findingOpen = true;
        auto waiting = situation(payment(u"AUTH"_s), 5000);
        waiting.waitsInRun = true;
        const QList<std::pair<PaymentSituation, RuleReason>> all = {
            {other, RuleReason::NotGatewayMethod},     {unlinked, RuleReason::NotLinked},
            {ambiguous, RuleReason::AmbiguousPayment}, {live, RuleReason::OperationLive},
            {finding, RuleReason::FindingOpen},        {waiting, RuleReason::WaitsInRun}};
        for (const auto &[given, reason] : all) {
            QCOMPARE(operationVerdicts(given, {}).size(), 4);
            for (const OperationVerdict &verdict : operationVerdicts(given, {})) {
                QVERIFY(!verdict.allowed);
                QCOMPARE(verdict.reason, reason);
                QVERIFY(!reasonText(verdict.reason).isEmpty());
            }
        }
    }

    void everyReason_hasItsSentence()
    {
        QSet<QString> sentences;
        for (int value = 1; value <= int(RuleReason::PaidByWebMoney); ++value) {
            sentences.insert(reasonText(RuleReason(value)));
        }
        QCOMPARE(sentences.size(), int(RuleReason::PaidByWebMoney));
        QVERIFY(!sentences.contains(QString()));
        QVERIFY(reasonText(RuleReason::None).isEmpty());
    }

    void choosePayment_actsOnTheOnlyOpenOne()
    {
        const QList<Payment> payments = {payment(u"VOID"_s, 1), payment(u"AUTH"_s, 2),
                                         payment(u"UNPROCESSED"_s, 3)};
        QCOMPARE(choosePayment(OperationKind::Capture, payments).payment, std::optional(PaymentId{2}));
        QCOMPARE(choosePayment(OperationKind::Cancel, {payment(u"VOID"_s)}).problem, EndReason::NoPayment);
        QCOMPARE(choosePayment(OperationKind::Cancel, {}).problem, EndReason::NoPayment);
        QCOMPARE(choosePayment(OperationKind::Reauthorize, {}).problem, EndReason::NoPayment);
        QCOMPARE(choosePayment(OperationKind::Change, {neverRead(7)}).payment, std::optional(PaymentId{7}));
    }

    void choosePayment_refusesToGuessBetweenOpenOnes()
    {
        for (const OperationKind kind : {OperationKind::Capture, OperationKind::Reauthorize}) {
            const auto choice = choosePayment(kind, {payment(u"AUTH"_s, 1), neverRead(2)});
            QVERIFY(!choice.payment);
            QCOMPARE(choice.problem, EndReason::AmbiguousPayment);
        }
        Payment unlinked = payment(u"AUTH"_s, 2);
        unlinked.unlinkedReason = u"誤った紐付け"_s;
        QCOMPARE(choosePayment(OperationKind::Capture, {payment(u"AUTH"_s, 1), unlinked}).payment,
                 std::optional(PaymentId{1}));
    }

    void choosePayment_reauthorizesTheNewestClosedOne()
    {
        Payment older = payment(u"RETURN"_s, 5);
        older.authorizedAt = japan(u"2020-11-01 00:00:00"_s);
        const Payment newer = payment(u"VOID"_s, 4);
        QCOMPARE(choosePayment(OperationKind::Reauthorize, {older, newer}).payment,
                 std::optional(PaymentId{4}));
        QCOMPARE(choosePayment(OperationKind::Reauthorize, {newer, older}).payment,
                 std::optional(PaymentId{4}));
        QCOMPARE(choosePayment(OperationKind::Reauthorize, {neverRead(9)}).payment,
                 std::optional(PaymentId{9}));
        QCOMPARE(choosePayment(OperationKind::Reauthorize, {newer, neverRead(9)}).problem,
                 EndReason::AmbiguousPayment);
        // an open one is handed out too: its status then says why nothing can be authorised anew
        QCOMPARE(choosePayment(OperationKind::Reauthorize, {newer, payment(u"AUTH"_s, 6)}).payment,
                 std::optional(PaymentId{6}));
    }
};

QTEST_GUILESS_MAIN(TestOperationRules)
#include "test_operationrules.moc"
