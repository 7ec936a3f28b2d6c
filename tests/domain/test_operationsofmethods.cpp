#include "tests/domain/samples.h"

#include <QTest>

using namespace kessai;
using namespace kessai::samples;

/// What the methods beside the card offer, and until when (protocol.md §6.2 to §6.7).
class TestOperationsOfMethods : public QObject
{
    Q_OBJECT

private slots:
    void operationsThatAMethodDoesNotHave_areNotOffered_data()
    {
        QTest::addColumn<QList<PaymentMethod>>("methods");
        QTest::addColumn<QList<OperationKind>>("offered");
        using Kind = OperationKind;
        using Method = PaymentMethod;
        QTest::newRow("card") << QList{Method::Card}
                              << QList{Kind::Capture, Kind::Cancel, Kind::Change, Kind::Reauthorize};
        QTest::newRow("cash") << QList{Method::ConvenienceStore, Method::PayEasyAtm, Method::PayEasyNet}
                              << QList{Kind::Cancel};
        QTest::newRow("carriers") << QList{Method::Au, Method::Docomo, Method::SoftBank}
                                  << QList{Kind::Capture, Kind::Cancel};
        QTest::newRow("wallet") << QList{Method::Rakuten} << QList{Kind::Capture, Kind::Cancel, Kind::Change};
    }

    void operationsThatAMethodDoesNotHave_areNotOffered()
    {
        QFETCH(const QList<PaymentMethod>, methods);
        QFETCH(const QList<OperationKind>, offered);
        for (const PaymentMethod method : methods) {
            auto unread = situation(neverRead(), 5000);
            unread.payment->method = method;
            for (const QString &status : {QString(), u"AUTH"_s, u"REQSUCCESS"_s, u"CANCEL"_s}) {
                const auto given = status.isEmpty() ? unread : situation(paymentOf(method, status), 5000);
                for (const OperationVerdict &verdict : operationVerdicts(given, {})) {
                    QCOMPARE(verdict.reason != RuleReason::NotOffered, offered.contains(verdict.kind));
                    QVERIFY(verdict.reason != RuleReason::NotOffered || !verdict.allowed);
                }
            }
            for (const OperationVerdict &verdict : operationVerdicts(unread, {})) {
                QCOMPARE(verdict.allowed, offered.contains(verdict.kind));
            }
        }
    }

    void captureTooLate_saysWhatTheMethodCanDo()
    {
        const auto late = [](PaymentMethod method) {
            auto given = situation(paymentOf(method, u"AUTH"_s), 3200, u"2022-01-01 12:00:00"_s);
            return reasonOf(OperationKind::Capture, given);
        };
        QCOMPARE(late(PaymentMethod::Card), RuleReason::CaptureDeadlineOver);
        for (const PaymentMethod method :
             {PaymentMethod::Au, PaymentMethod::Docomo, PaymentMethod::SoftBank, PaymentMethod::Rakuten}) {
            QCOMPARE(late(method), RuleReason::CaptureTermOver);
        }
    }

    void planned_whatTheMethodDoesNotHaveOrTake()
    {
        Operation operation;
        const auto problem = [&operation](PaymentMethod method, const QString &status, qint64 payable) {
            return plannedProblem(operation, paymentOf(method, status), Yen{payable}, false);
        };
        operation.kind = OperationKind::Change;
        operation.wantAmount = Yen{100};
        QCOMPARE(problem(PaymentMethod::Rakuten, u"AUTH"_s, 100), EndReason::None);
        QCOMPARE(problem(PaymentMethod::Docomo, u"AUTH"_s, 100), EndReason::WrongState);
        operation.wantAmount = Yen{99};
        QCOMPARE(problem(PaymentMethod::Rakuten, u"AUTH"_s, 99), EndReason::WrongState);
        QCOMPARE(problem(PaymentMethod::Card, u"AUTH"_s, 99), EndReason::None);
        operation.kind = OperationKind::Capture;
        QCOMPARE(problem(PaymentMethod::ConvenienceStore, u"REQSUCCESS"_s, 3200), EndReason::WrongState);
        QCOMPARE(problem(PaymentMethod::Au, u"AUTH"_s, 3200), EndReason::None);
        QCOMPARE(problem(PaymentMethod::Au, u"AUTH"_s, 3201), EndReason::Difference);
    }

    void late_isAskedOnceMoreByTheSecond()
    {
        const PaymentRules rules;
        const auto late = [&rules](OperationKind kind, const Payment &one, const QString &now) {
            return lateProblem(kind, one, rules, japan(now));
        };
        Payment docomo = paymentOf(PaymentMethod::Docomo, u"SALES"_s); // sold on 2020-12-03
        QCOMPARE(late(OperationKind::Cancel, docomo, u"2021-02-28 20:00:00"_s), EndReason::None);
        QCOMPARE(late(OperationKind::Cancel, docomo, u"2021-02-28 20:00:01"_s), EndReason::DeadlineOver);
        Payment au = paymentOf(PaymentMethod::Au, u"SALES"_s);
        QCOMPARE(late(OperationKind::Cancel, au, u"2021-02-28 23:59:59"_s), EndReason::None);
        QCOMPARE(late(OperationKind::Cancel, au, u"2021-03-01 00:00:00"_s), EndReason::DeadlineOver);
        au.facts.auPayMethod = u"03"_s;
        QCOMPARE(late(OperationKind::Cancel, au, u"2021-02-28 23:59:59"_s), EndReason::WrongState);
        QCOMPARE(
            late(OperationKind::Capture, paymentOf(PaymentMethod::Au, u"AUTH"_s), u"2021-03-04 00:00:00"_s),
            EndReason::DeadlineOver);
        QCOMPARE(late(OperationKind::Capture, neverRead(), u"2031-03-04 00:00:00"_s), EndReason::None);
    }

    void payBy_standsOnlyWhileTheBuyerHasToPay()
    {
        Payment store = paymentOf(PaymentMethod::ConvenienceStore, u"REQSUCCESS"_s);
        QVERIFY(!deadlinesOf(store, {}).payBy);
        store.facts.payBy = japan(u"2020-12-13 23:59:59"_s);
        QCOMPARE(deadlinesOf(store, {}).payBy, wholeDay(u"2020-12-13"_s));
        store.known->status = u"PAYSUCCESS"_s;
        QVERIFY(!deadlinesOf(store, {}).payBy);
    }
};

QTEST_GUILESS_MAIN(TestOperationsOfMethods)
#include "test_operationsofmethods.moc"
