#include "tests/simulator/multifixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kessai;
using namespace kessai::simulator;

namespace {

const QString Start = u"2024-01-15 10:00:00"_s;
const QByteArray Entry = "JobCd=AUTH&Amount=3000&Tax=200";

MultiSeed inStatus(MultiStatus status)
{
    return {.payType = PayType::RakutenId, .status = status, .amount = {3000}, .tax = {200}};
}

} // namespace

/// Rakuten ID (PayType 18), protocol.md §4.9, §5.4 and §6.6. The words of the immediate replies were never
/// recorded (§11).
class TestRakutenId : public QObject
{
    Q_OBJECT

private slots:
    void authorised_soldChangedAndGivenBack()
    {
        MultiFixture f(Start);
        QVERIFY(f.request(u"RakutenId"_s, Entry, {}));
        QCOMPARE(f.status(), u"UNPROCESSED"_s);
        QCOMPARE(f.shopper(u"begin"_s), QString());
        QCOMPARE(f.status(), u"PAYSTART"_s);
        QCOMPARE(f.shopper(u"pay"_s), QString());
        QCOMPARE(f.status(), u"AUTH"_s);
        QCOMPARE(f.shown("OrderDate"), u"20240115100000"_s);
        QCOMPARE(f.shown("CompletionDate"), QString());

        f.setNow(u"2024-01-20 09:00:00"_s);
        QCOMPARE(f.onOrder(u"RakutenIdSales"_s), "OrderID=o-1&Status=REQSALES&Amount=3000&Tax=200");
        QCOMPARE(f.status(), u"REQSALES"_s);
        QCOMPARE(f.transaction().counts.sales, 0);
        f.setNow(u"2024-01-21 09:00:00"_s);
        QCOMPARE(f.shopper(u"finish"_s), QString());
        QCOMPARE(f.status(), u"SALES"_s);
        QCOMPARE(f.shown("CompletionDate"), u"20240121"_s);
        QCOMPARE(f.transaction().counts.sales, 1);

        QCOMPARE(f.onOrder(u"RakutenIdChange"_s, "Amount=2500&Tax="),
                 "OrderID=o-1&Status=REQCHANGE&Amount=2500&Tax=0");
        QCOMPARE(f.shown("Amount"), u"3000"_s); // until the final word [I]
        QCOMPARE(f.shopper(u"finish"_s), QString());
        QCOMPARE(f.status(), u"SALES"_s);
        QCOMPARE(f.shown("Amount"), u"2500"_s);
        QCOMPARE(f.shown("Tax"), u"0"_s);
        QCOMPARE(f.transaction().counts.sales, 1);
        QCOMPARE(f.transaction().counts.changes, 1);

        QCOMPARE(f.outcome(u"RakutenIdCancel"_s), u"REQCANCEL"_s);
        QCOMPARE(f.shopper(u"finish"_s), QString());
        QCOMPARE(f.status(), u"CANCEL"_s);
        QCOMPARE(f.transaction().counts.cancels, 1);
        QCOMPARE(f.transaction().cancelledAmount.value, 2500);
        QCOMPARE(f.shopper(u"finish"_s), u"M01054004"_s);
        QCOMPARE(f.transaction().counts.cancels, 1);
    }

    void change_ofAnAuthorisationStaysAuth()
    {
        MultiFixture f(Start);
        QVERIFY(f.seed(inStatus(MultiStatus::Auth)));
        QCOMPARE(f.outcome(u"RakutenIdChange"_s, "Amount=99"), u"M01005011"_s); // 100 yen and more
        QCOMPARE(f.outcome(u"RakutenIdChange"_s, "Amount=100"), u"REQCHANGE"_s);
        QCOMPARE(f.shopper(u"finish"_s), QString());
        QCOMPARE(f.status(), u"AUTH"_s);
        QCOMPARE(f.shown("Amount"), u"100"_s);
    }

    void anotherWord_movesWhatItSays_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("sales");
        QTest::addColumn<int>("cancels");
        QTest::addColumn<int>("amount");
        QTest::newRow("sold though cancelled") << u"RakutenIdCancel"_s << u"SALES"_s << 1 << 0 << 3000;
        QTest::newRow("cancelled though sold") << u"RakutenIdSales"_s << u"CANCEL"_s << 0 << 1 << 0;
        QTest::newRow("not sold") << u"RakutenIdSales"_s << u"AUTH"_s << 0 << 0 << 3000;
        QTest::newRow("failed") << u"RakutenIdSales"_s << u"PAYFAIL"_s << 0 << 0 << 3000;
        QTest::newRow("changed and sold") << u"RakutenIdChange"_s << u"SALES"_s << 1 << 0 << 3000;
    }

    void anotherWord_movesWhatItSays()
    {
        QFETCH(QString, call);
        QFETCH(QString, word);
        QFETCH(int, sales);
        QFETCH(int, cancels);
        QFETCH(int, amount);
        MultiFixture f(Start);
        QVERIFY(f.seed(inStatus(MultiStatus::Auth)));
        QVERIFY(f.outcome(call, "Amount=5000").startsWith("REQ"_L1));
        QCOMPARE(f.shopper(u"finish"_s, ",\"status\":\"" + word.toLatin1() + "\""), QString());
        QCOMPARE(f.status(), word);
        QCOMPARE(f.transaction().counts.sales, sales);
        QCOMPARE(f.transaction().counts.cancels, cancels);
        QCOMPARE(f.transaction().amount.value, amount);
    }

    void walletsRefusal_leavesAllAsItWas()
    {
        MultiFixture f(Start);
        QVERIFY(f.seed(inStatus(MultiStatus::Sales)));
        QCOMPARE(f.outcome(u"RakutenIdCancel"_s), u"REQCANCEL"_s);
        QCOMPARE(f.shopper(u"refuse"_s), QString());
        QCOMPARE(f.status(), u"SALES"_s);
        QCOMPARE(f.transaction().counts.cancels, 0);
        QCOMPARE(f.shown("Amount"), u"3000"_s);
    }

    void walletsWord_mayComeByTheClock()
    {
        SimulatorOptions options;
        options.walletSeconds = 60;
        MultiFixture f(Start, options);
        QVERIFY(f.seed(inStatus(MultiStatus::Auth)));
        QCOMPARE(f.outcome(u"RakutenIdSales"_s), u"REQSALES"_s);
        f.setNow(u"2024-01-15 10:01:00"_s);
        QCOMPARE(f.status(), u"REQSALES"_s);
        f.setNow(u"2024-01-15 10:01:01"_s);
        QCOMPARE(f.status(), u"SALES"_s);
        QCOMPARE(f.transaction().counts.sales, 1);
    }

    void request_needsItsState_data()
    {
        QTest::addColumn<MultiStatus>("status");
        QTest::addColumn<QString>("sales");
        QTest::addColumn<QString>("cancel");
        QTest::addColumn<QString>("change");
        const auto row = [](MultiStatus status, const char *sales, const char *cancel, const char *change) {
            QTest::newRow(qPrintable(multiWord(status)))
                << status << QString::fromLatin1(sales) << QString::fromLatin1(cancel)
                << QString::fromLatin1(change);
        };
        row(MultiStatus::Auth, "REQSALES", "REQCANCEL", "REQCHANGE");
        row(MultiStatus::Sales, "RI1000003", "REQCANCEL", "REQCHANGE"); // RI1000003: §8.2 [I]
        row(MultiStatus::Capture, "RI1000003", "REQCANCEL", "REQCHANGE");
        // RI1000001 or RI1000008, §6.6 [I].
        for (const MultiStatus status :
             {MultiStatus::ReqSales, MultiStatus::ReqCancel, MultiStatus::ReqChange}) {
            row(status, "RI1000001", "RI1000001", "RI1000001");
        }
        // RI1000001 or M01054004, §6.6.
        for (const MultiStatus status : {MultiStatus::Unprocessed, MultiStatus::PayStart,
                                         MultiStatus::PayFail, MultiStatus::Expired, MultiStatus::Cancel}) {
            row(status, "M01054004", "M01054004", "M01054004");
        }
    }

    void request_needsItsState()
    {
        QFETCH(MultiStatus, status);
        QFETCH(QString, sales);
        QFETCH(QString, cancel);
        QFETCH(QString, change);
        const auto outcomeOf = [status](const QString &call) {
            MultiFixture f(Start);
            return f.seed(inStatus(status)) ? f.outcome(call, "Amount=5000") : QString();
        };
        QCOMPARE(outcomeOf(u"RakutenIdSales"_s), sales);
        QCOMPARE(outcomeOf(u"RakutenIdCancel"_s), cancel);
        QCOMPARE(outcomeOf(u"RakutenIdChange"_s), change);
    }

    void request_endsWithItsTerm_data()
    {
        addTermColumns();
        const auto auth = MultiStatus::Auth;
        const auto sales = MultiStatus::Sales;
        const auto capture = MultiStatus::Capture;
        const char *ordered = "2023-09-30 10:00:00";
        const char *last = "2024-02-29 23:59:59"; // of the fifth month after the order
        const char *late = "2024-03-01 00:00:00";
        addTermRow("sale in time", auth, ordered, "", last, "RakutenIdSales", "REQSALES");
        addTermRow("sale late", auth, ordered, "", late, "RakutenIdSales", "M01126011");
        addTermRow("cancel in time", auth, ordered, "", last, "RakutenIdCancel", "REQCANCEL");
        addTermRow("cancel late", auth, ordered, "", late, "RakutenIdCancel", "M01126011");
        addTermRow("change in time", auth, ordered, "", last, "RakutenIdChange", "REQCHANGE");
        addTermRow("change late", auth, ordered, "", late, "RakutenIdChange", "M01126011");
        const char *sold = "2024-01-31 23:59:59";
        addTermRow("back in time", sales, ordered, sold, last, "RakutenIdCancel", "REQCANCEL");
        addTermRow("back late", sales, ordered, sold, late, "RakutenIdCancel", "M01127011");
        addTermRow("change of a sale in time", sales, ordered, sold, last, "RakutenIdChange", "REQCHANGE");
        addTermRow("change of a sale late", sales, ordered, sold, late, "RakutenIdChange", "M01127011");
        addTermRow("CAPTURE in time", capture, sold, "", last, "RakutenIdCancel", "REQCANCEL");
        addTermRow("CAPTURE late", capture, sold, "", late, "RakutenIdCancel", "M01127011");
    }

    void request_endsWithItsTerm() { playTermRow(PayType::RakutenId); }

    void pageNobodyOpens_expires()
    {
        MultiFixture f(Start);
        QVERIFY(f.request(u"RakutenId"_s, Entry, {}));
        f.setNow(u"2024-01-15 10:02:00"_s);
        QCOMPARE(f.status(), u"UNPROCESSED"_s);
        f.setNow(u"2024-01-15 10:02:01"_s);
        QCOMPARE(f.status(), u"EXPIRED"_s);
        QCOMPARE(f.shopper(u"begin"_s), u"M01074091"_s);
    }

    void enteredOnly_neverExpires()
    {
        MultiFixture f(Start);
        QVERIFY(f.seed(inStatus(MultiStatus::Unprocessed)));
        f.setNow(u"2024-12-31 10:00:00"_s);
        QCOMPARE(f.status(), u"UNPROCESSED"_s);
        QCOMPARE(f.shopper(u"pay"_s), u"M01054004"_s);
    }

    void console_asksTheWalletToo()
    {
        MultiFixture f(Start);
        QVERIFY(f.seed(inStatus(MultiStatus::Auth)));
        QCOMPARE(f.console(u"CHANGE"_s, R"(,"amount":4000)"), QString());
        QCOMPARE(f.status(), u"REQCHANGE"_s);
        QCOMPARE(f.outcome(u"RakutenIdSales"_s), u"RI1000001"_s);
        QCOMPARE(f.shopper(u"finish"_s), QString());
        QCOMPARE(f.shown("Amount"), u"4000"_s);
    }
};

QTEST_GUILESS_MAIN(TestRakutenId)
#include "test_rakutenid.moc"
