#include "core/domain/verdicts.h"
#include "tests/domain/samples.h"

#include <QRandomGenerator>
#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;

/// Many situations are judged as each of them alone.
class TestVerdicts : public QObject
{
    Q_OBJECT

    template <typename T>
    T oneOf(const QList<T> &values)
    {
        return values[m_random.bounded(int(values.size()))];
    }
    bool oneIn(int count) { return m_random.bounded(count) == 0; }
    /// Often at the same second of the day as now, or one beside it: some deadlines have a time.
    QDateTime anyInstant(const QDateTime &now)
    {
        const int days = oneOf<int>({0, 1, 8, 10, 18, 28, 30, 59, 60, 61, 89, 90, 91, 150, 179, 180, 181});
        const int seconds = oneOf<int>({-1, 0, 1, m_random.bounded(7'200) - 3'600});
        return now.addDays(-days).addSecs(seconds);
    }
    std::optional<QDateTime> perhaps(const QDateTime &now)
    {
        return oneIn(4) ? std::nullopt : std::optional(anyInstant(now));
    }
    MethodFacts anyFacts(const QDateTime &now)
    {
        MethodFacts facts;
        facts.payBy = perhaps(now);
        facts.paidAt = perhaps(now);
        facts.orderedAt = perhaps(now);
        facts.auPayMethod = oneOf<QString>({u""_s, u"01"_s, u"03"_s});
        if (const auto completed = perhaps(now)) {
            facts.completedOn = japantime::dayOf(*completed);
        }
        return facts;
    }
    PaymentSituation anySituation(const QDateTime &now)
    {
        PaymentSituation situation;
        situation.now = now;
        situation.payableTotal = Yen{oneOf<qint64>({0, 1, 3200, 3201, 9'999'999, 10'000'000})};
        situation.gatewayMethod = !oneIn(10);
        situation.operationLive = oneIn(10);
        situation.findingOpen = oneIn(10);
        situation.waitsInRun = oneIn(10);
        situation.ambiguous = oneIn(10);
        situation.otherPaymentOpen = oneIn(6);
        if (oneIn(10)) {
            return situation;
        }
        Payment payment = samples::payment(
            oneOf<QString>({u"AUTH"_s, u"SALES"_s, u"CAPTURE"_s, u"VOID"_s, u"RETURN"_s, u"SAUTH"_s,
                            u"STRANGE"_s, u"REQSUCCESS"_s, u"PAYSUCCESS"_s, u"REQSALES"_s, u"CANCEL"_s}));
        payment.method = oneOf<PaymentMethod>(gatewayMethods());
        payment.facts = anyFacts(now);
        payment.authorizedAt = oneIn(6) ? std::nullopt : std::optional(anyInstant(now));
        payment.soldAt = oneIn(2) ? std::nullopt : std::optional(anyInstant(now));
        payment.known->amount = Yen{oneOf<qint64>({0, 1, 3100, 3200, 9'999'999})};
        payment.known->tax = Yen{oneOf<qint64>({0, 0, 1, 100})};
        payment.known->processDate =
            oneIn(8) ? u"20201399999999"_s : japantime::toGatewayText(anyInstant(now));
        if (oneIn(8)) {
            payment.known.reset();
        }
        situation.payment = payment;
        return situation;
    }

    QRandomGenerator m_random{1};

private slots:
    void each_isJudgedAsIfItWereAlone_data()
    {
        QTest::addColumn<QString>("at");
        QTest::addRow("by day") << u"2021-03-03 10:00:00"_s;
        QTest::addRow("in docomo's last second") << u"2021-03-31 20:00:00"_s;
        QTest::addRow("after docomo's last second") << u"2021-03-31 20:00:01"_s;
        QTest::addRow("as SoftBank's books close") << u"2021-03-13 10:20:30"_s;
        QTest::addRow("in the guard") << u"2021-03-31 23:59:30"_s;
    }
    void each_isJudgedAsIfItWereAlone()
    {
        QFETCH(QString, at);
        const QDateTime now = samples::japan(at);
        for (const OperationKind kind : {OperationKind::Capture, OperationKind::Cancel, OperationKind::Change,
                                         OperationKind::Reauthorize}) {
            for (const QString &job : {u"AUTH"_s, u"CAPTURE"_s}) {
                const PaymentRules rules{.captureDays = 90, .changeDays = 180, .reauthorizeJob = job};
                Verdicts verdicts(kind, rules, now);
                for (int round = 0; round < 2'000; ++round) {
                    const PaymentSituation situation = anySituation(now);
                    const Verdicts::Judged judged = verdicts.judge(situation);
                    const OperationVerdict wanted = operationVerdict(kind, situation, rules);
                    const OperationVerdict &verdict = verdicts.all().at(judged.number);
                    QCOMPARE(verdict.reason, wanted.reason);
                    QCOMPARE(verdict.allowed, wanted.allowed);
                    QCOMPARE(verdict.jobCd, wanted.jobCd);
                    QCOMPARE(verdict.until, wanted.until);
                    QCOMPARE(judged.amount, wanted.amount);
                }
            }
        }
    }

    void eachTrait_tellsSituationsApart()
    {
        PaymentSituation situation;
        situation.payment = samples::paymentOf(PaymentMethod::Rakuten, u"SALES"_s);
        situation.payableTotal = Yen{3'200};
        const QDateTime day = samples::japan(u"2021-01-05 10:00:00"_s);
        QList<PaymentSituation> all(7, situation);
        all[1].payment->facts.orderedAt = day;
        all[2].payment->facts.completedOn = japantime::dayOf(day);
        all[3].payment->facts.auPayMethod = u"03"_s;
        all[4].payment->method = PaymentMethod::SoftBank;
        all[5].payment->method = PaymentMethod::SoftBank;
        all[5].payment->soldAt = all[5].payment->soldAt->addSecs(1);
        all[6].payableTotal = Yen{99}; // the wallet takes 100 and more
        for (qsizetype one = 0; one < all.size(); ++one) {
            for (qsizetype other = 0; other < all.size(); ++other) {
                QCOMPARE(traitsOf(all.at(one)) == traitsOf(all.at(other)), one == other);
                QVERIFY(one != other || qHash(traitsOf(all.at(one))) == qHash(traitsOf(all.at(other))));
            }
        }
    }

    void thoseAlike_areAskedForOnce()
    {
        const QDateTime now = samples::japan(u"2021-03-03 10:00:00"_s);
        Verdicts verdicts(OperationKind::Capture, {}, now);
        for (int number = 0; number < 1'000; ++number) { // each its own amount and second
            PaymentSituation situation;
            situation.payment = samples::payment(u"AUTH"_s, number + 1, 3'000 + number);
            situation.payment->authorizedAt = situation.payment->authorizedAt->addSecs(number);
            situation.payableTotal = Yen{3'000 + number};
            const Verdicts::Judged judged = verdicts.judge(situation);
            QCOMPARE(judged.number, 0);
            QCOMPARE(judged.amount, std::optional(situation.payableTotal));
        }
        QCOMPARE(verdicts.all().size(), 1);
    }
};

QTEST_APPLESS_MAIN(TestVerdicts)
#include "test_verdicts.moc"
