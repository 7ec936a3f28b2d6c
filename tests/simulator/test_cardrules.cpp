#include "core/base/japantime.h"
#include "core/simulator/cardrules.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kessai;
using namespace kessai::simulator;

namespace {

QDateTime at(const QString &gatewayText)
{
    return japantime::fromGatewayText(gatewayText).value_or(QDateTime());
}

/// A transaction of 3,000 + 200 yen that went through the machine: authorised, then sold if a time is given.
CardTransaction transactionIn(CardStatus status, const QDateTime &authorizedAt, const QDateTime &soldAt)
{
    CardTransaction transaction;
    transaction.orderId = u"1"_s;
    transaction.accessId = u"a"_s;
    transaction.status = status;
    transaction.amount = {3000};
    transaction.tax = {200};
    transaction.authorizedAt = authorizedAt;
    transaction.soldAt = soldAt;
    transaction.processedAt = soldAt.isValid() ? soldAt : authorizedAt;
    transaction.approve = u"1234567"_s;
    return transaction;
}

CardJob jobOf(CardStatus job)
{
    return {job, {3000}, {200}, u"1"_s, {}};
}

} // namespace

class TestCardRules : public QObject
{
    Q_OBJECT

private slots:
    void alter_followsTheTableByDate_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("authorized");
        QTest::addColumn<QString>("sold");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("job");
        QTest::addColumn<QString>("refusal");

        const QString no = u"E11010003"_s;
        const auto row = [](const char *name, const char *status, const char *authorized, const char *sold,
                            const char *now, const char *job, const QString &refusal) {
            QTest::newRow(name) << QString::fromLatin1(status) << QString::fromLatin1(authorized)
                                << QString::fromLatin1(sold) << QString::fromLatin1(now)
                                << QString::fromLatin1(job) << refusal;
        };
        row("AUTH captured on its day", "AUTH", "20201203100000", "", "20201203110000", "SALES", {});
        row("AUTH captured on day 90", "AUTH", "20201203100000", "", "20210303235959", "SALES", {});
        row("AUTH too old on day 91", "AUTH", "20201203100000", "", "20210304000000", "SALES",
            u"E01420010"_s);
        row("AUTH voided in its last second", "AUTH", "20201203100000", "", "20201203235959", "VOID", {});
        row("AUTH not voided next day", "AUTH", "20201203235959", "", "20201204000000", "VOID", no);
        row("AUTH returned on the day itself", "AUTH", "20201203100000", "", "20201203110000", "RETURN", {});
        row("AUTH returned in a later month", "AUTH", "20201203100000", "", "20210115110000", "RETURN", {});
        row("AUTH knows no RETURNX", "AUTH", "20201203100000", "", "20210115110000", "RETURNX", no);
        row("AUTH returned on day 180", "AUTH", "20201203100000", "", "20210601235959", "RETURN", {});
        row("AUTH too old on day 181", "AUTH", "20201203100000", "", "20210602000000", "RETURN",
            u"E11010010"_s);
        row("AUTH not authorised again", "AUTH", "20201203100000", "", "20201203110000", "AUTH", no);
        row("SALES of today, authorised today, voided", "SALES", "20201203100000", "20201203110000",
            "20201203120000", "VOID", {});
        row("SALES of today, authorised yesterday, not voided", "SALES", "20201202100000", "20201203110000",
            "20201203120000", "VOID", no);
        row("SALES returned on the day", "SALES", "20201202100000", "20201203110000", "20201203120000",
            "RETURN", {});
        row("SALES returned in its month", "SALES", "20201103100000", "20201201110000", "20201231235959",
            "RETURN", {});
        row("SALES not returned in the next month", "SALES", "20201103100000", "20201231110000",
            "20210101000000", "RETURN", no);
        row("SALES returned later by RETURNX", "SALES", "20201103100000", "20201231110000", "20210101000000",
            "RETURNX", {});
        row("SALES knows no RETURNX in its month", "SALES", "20201103100000", "20201201110000",
            "20201231120000", "RETURNX", no);
        row("SALES of the same month a year ago", "SALES", "20201203100000", "20201203110000",
            "20211203110000", "RETURN", u"E11010010"_s);
        row("SALES captured again", "SALES", "20201203100000", "20201203110000", "20201203120000", "SALES",
            no);
        row("CAPTURE voided on its day", "CAPTURE", "20201203100000", "20201203100000", "20201203120000",
            "VOID", {});
        row("CAPTURE not voided next day", "CAPTURE", "20201203100000", "20201203100000", "20201204120000",
            "VOID", no);
        row("CAPTURE returned in its month", "CAPTURE", "20201203100000", "20201203100000", "20201204120000",
            "RETURN", {});
        row("CAPTURE returned later by RETURNX", "CAPTURE", "20201203100000", "20201203100000",
            "20210104120000", "RETURNX", {});
        row("CAPTURE not sold", "CAPTURE", "20201203100000", "20201203100000", "20201203120000", "SALES", no);
        row("VOID authorised again", "VOID", "20201203100000", "", "20201210120000", "AUTH", {});
        row("RETURN authorised again", "RETURN", "20201203100000", "", "20201210120000", "AUTH", {});
        row("RETURNX sold anew", "RETURNX", "20201203100000", "20201203110000", "20201210120000", "CAPTURE",
            {});
        row("VOID too old", "VOID", "20201203100000", "", "20210602000000", "AUTH", u"E11010010"_s);
        row("VOID not sold", "VOID", "20201203100000", "", "20201203120000", "SALES", no);
        row("VOID not voided", "VOID", "20201203100000", "", "20201203120000", "VOID", no);
        row("CHECK authorised", "CHECK", "20201203100000", "", "20201203120000", "AUTH", {});
        row("CHECK not voided", "CHECK", "20201203100000", "", "20201203120000", "VOID", no);
        row("SAUTH voided", "SAUTH", "20201203100000", "", "20201203120000", "VOID", {});
        row("UNPROCESSED", "UNPROCESSED", "20201203100000", "", "20201203120000", "SALES", u"E11010002"_s);
        row("AUTHENTICATED", "AUTHENTICATED", "20201203100000", "", "20201203120000", "VOID", u"E11010002"_s);
    }

    void alter_followsTheTableByDate()
    {
        QFETCH(QString, status);
        QFETCH(QString, authorized);
        QFETCH(QString, sold);
        QFETCH(QString, now);
        QFETCH(QString, job);
        QFETCH(QString, refusal);
        const CardTransaction before = transactionIn(*cardStatusFromWord(status), at(authorized), at(sold));
        CardTransaction after = before;
        TransactionNumbers numbers;
        const QString given = cardrules::alter(after, jobOf(*cardStatusFromWord(job)), at(now), {}, numbers);
        QCOMPARE(given, refusal);
        if (refusal.isEmpty()) {
            QCOMPARE(cardWord(after.status), job);
            QCOMPARE(after.processedAt, at(now));
            QCOMPARE(numbers.taken(), job == "SALES"_L1 ? 0 : 1);
        } else {
            QCOMPARE(toLedgerJson(after), toLedgerJson(before));
            QCOMPARE(numbers.taken(), 0);
        }
    }

    void capture_endsEarlierWithSixtyDays()
    {
        CardTransaction transaction = transactionIn(CardStatus::Auth, at(u"20200108170000"_s), {});
        TransactionNumbers numbers;
        const CardRules rules{60, 180};
        QCOMPARE(
            cardrules::alter(transaction, jobOf(CardStatus::Sales), at(u"20200309000000"_s), rules, numbers),
            u"E01420010"_s);
        QCOMPARE(
            cardrules::alter(transaction, jobOf(CardStatus::Sales), at(u"20200308235959"_s), rules, numbers),
            QString());
    }

    void capture_wantsTheAuthorisedTotal()
    {
        CardTransaction transaction = transactionIn(CardStatus::Auth, at(u"20201203100000"_s), {});
        TransactionNumbers numbers;
        CardJob job = jobOf(CardStatus::Sales);
        job.tax = {201};
        QCOMPARE(cardrules::alter(transaction, job, at(u"20201203110000"_s), {}, numbers), u"E01060010"_s);
        QCOMPARE(transaction.status, CardStatus::Auth);
        job.amount = {3200};
        job.tax = {0};
        QCOMPARE(cardrules::alter(transaction, job, at(u"20201203110000"_s), {}, numbers), QString());
        QCOMPARE(transaction.amount.value, 3000); // the sum counts; the parts stay as authorised
    }

    void change_isANewAuthorisation_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("job");
        QTest::addColumn<QString>("refusal");
        QTest::newRow("AUTH") << u"AUTH"_s << u"AUTH"_s << QString();
        QTest::newRow("AUTH sold at once") << u"AUTH"_s << u"CAPTURE"_s << QString();
        QTest::newRow("SALES") << u"SALES"_s << u"CAPTURE"_s << QString();
        QTest::newRow("SALES falls back") << u"SALES"_s << u"AUTH"_s << QString();
        QTest::newRow("CAPTURE") << u"CAPTURE"_s << u"CAPTURE"_s << QString();
        QTest::newRow("SAUTH") << u"SAUTH"_s << u"SAUTH"_s << QString();
        QTest::newRow("VOID") << u"VOID"_s << u"AUTH"_s << u"E11010003"_s;
        QTest::newRow("CHECK") << u"CHECK"_s << u"AUTH"_s << u"E11010003"_s;
        QTest::newRow("UNPROCESSED") << u"UNPROCESSED"_s << u"AUTH"_s << u"E11010002"_s;
    }

    void change_isANewAuthorisation()
    {
        QFETCH(QString, from);
        QFETCH(QString, job);
        QFETCH(QString, refusal);
        const QDateTime then = at(u"20201203100000"_s);
        const QDateTime now = at(u"20201220100000"_s);
        CardTransaction transaction = transactionIn(*cardStatusFromWord(from), then, then);
        TransactionNumbers numbers;
        const CardJob work{*cardStatusFromWord(job), {5000}, {0}, {}, {}};
        QCOMPARE(cardrules::change(transaction, work, now, {}, numbers), refusal);
        if (!refusal.isEmpty()) {
            QCOMPARE(transaction.amount.value, 3000);
            return;
        }
        QCOMPARE(cardWord(transaction.status), job);
        QCOMPARE(transaction.total().value, 5000);
        QCOMPARE(transaction.authorizedAt, now);
        QCOMPARE(transaction.soldAt, job == "CAPTURE"_L1 ? now : QDateTime());
        QCOMPARE(numbers.taken(), 2);
    }

    void change_isRefusedAfter180Days()
    {
        CardTransaction transaction =
            transactionIn(CardStatus::Sales, at(u"20201203100000"_s), at(u"20201203100000"_s));
        TransactionNumbers numbers;
        QCOMPARE(
            cardrules::change(transaction, jobOf(CardStatus::Capture), at(u"20210602000000"_s), {}, numbers),
            u"E11010010"_s);
    }

    void reauthorisation_takesTheNewAmountAndMethod()
    {
        CardTransaction transaction = transactionIn(CardStatus::Void, at(u"20201203100000"_s), {});
        TransactionNumbers numbers;
        const CardJob job{CardStatus::Auth, {4400}, {0}, u"2"_s, u"3"_s};
        QCOMPARE(cardrules::alter(transaction, job, at(u"20201204100000"_s), {}, numbers), QString());
        QCOMPARE(transaction.total().value, 4400);
        QCOMPARE(transaction.method, u"2"_s);
        QCOMPARE(transaction.payTimes, u"3"_s);
        QCOMPARE(transaction.authorizedAt, at(u"20201204100000"_s));
    }

    void secondExecution_isRefused()
    {
        CardTransaction transaction = transactionIn(CardStatus::Unprocessed, {}, {});
        TransactionNumbers numbers;
        QCOMPARE(cardrules::execute(transaction, at(u"20201203100000"_s), numbers), QString());
        QCOMPARE(transaction.status, CardStatus::Auth);
        QCOMPARE(cardrules::execute(transaction, at(u"20201203100001"_s), numbers), u"E11010001"_s);
        QCOMPARE(numbers.taken(), 1);
    }

    void ledgerForm_losesNothing()
    {
        CardTransaction transaction =
            transactionIn(CardStatus::Sales, at(u"20201203100000"_s), at(u"20201204100000"_s));
        transaction.approve = u" 004536"_s;
        transaction.clientFields = {u"開発"_s, QString(), u"#3"_s};
        transaction.threeDSecure = true;
        const auto back = cardFromLedgerJson(toLedgerJson(transaction));
        QVERIFY(back.has_value());
        QCOMPARE(toLedgerJson(*back), toLedgerJson(transaction));
        QCOMPARE(back->soldAt, transaction.soldAt);
        QCOMPARE(back->approve, u" 004536"_s);
    }
};

QTEST_GUILESS_MAIN(TestCardRules)
#include "test_cardrules.moc"
