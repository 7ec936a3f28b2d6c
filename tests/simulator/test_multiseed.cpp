#include "core/simulator/multidetails.h"
#include "core/simulator/simulatorclock.h"
#include "core/simulator/transactionseed.h"
#include "core/simulator/world.h"
#include "tests/simulator/multifixture.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kessai;
using namespace kessai::simulator;

namespace {

const QString Start = u"2024-01-15 10:00:00"_s;

} // namespace

/// Seeds of the other pay types, how the control port shows them, and the ledger file.
class TestMultiSeed : public QObject
{
    Q_OBJECT

private slots:
    void controlPort_seedsAndShowsEachMethod()
    {
        MultiFixture f(Start);
        const QJsonObject made = f.control(u"transactions"_s, R"([
            {"orderId":"c","amount":100},
            {"orderId":"3","payType":"3","amount":3000,"convenience":"00007","paymentTerm":"2024-01-20 23:59:59"},
            {"orderId":"4","payType":4,"status":"PAYSUCCESS","amount":3000,"netBank":true},
            {"orderId":"8","payType":"8","amount":3000,"tax":200,"payMethod":"02"},
            {"orderId":"9","payType":"9","status":"SALES","amount":3000,"cancelledAmount":500,
             "authorizedAt":"2024-01-10 10:00:00","soldAt":"2024-01-12 11:00:00"},
            {"orderId":"11","payType":"11","status":"CANCEL","amount":3000,"tax":200},
            {"orderId":"18","payType":"18","status":"REQSALES","amount":3000}])");
        const QJsonArray list = made.value(u"transactions"_s).toArray();
        QCOMPARE(list.size(), 7);
        const auto shown = [&list](int index) {
            const QJsonObject json = list.at(index).toObject();
            return u"%1 %2 %3+%4 -%5-%6 s%7 c%8"_s
                .arg(json.value(u"payType"_s).toString(), json.value(u"status"_s).toString())
                .arg(json.value(u"amount"_s).toInt())
                .arg(json.value(u"tax"_s).toInt())
                .arg(json.value(u"cancelledAmount"_s).toInt())
                .arg(json.value(u"cancelledTax"_s).toInt())
                .arg(json.value(u"sales"_s).toInt())
                .arg(json.value(u"cancels"_s).toInt());
        };
        QCOMPARE(shown(1), u"3 REQSUCCESS 3000+0 -0-0 s0 c0"_s);
        QCOMPARE(shown(2), u"4 PAYSUCCESS 3000+0 -0-0 s1 c0"_s);
        QCOMPARE(shown(3), u"8 AUTH 3000+200 -0-0 s0 c0"_s);
        QCOMPARE(shown(4), u"9 SALES 2500+0 -500-0 s1 c1"_s);
        QCOMPARE(shown(5), u"11 CANCEL 0+0 -3000-200 s0 c1"_s);
        QCOMPARE(shown(6), u"18 REQSALES 3000+0 -0-0 s0 c0"_s);
        const auto detail = [&list](int index, const QString &name) {
            return list.at(index).toObject().value(u"details"_s).toObject().value(name).toString();
        };
        QCOMPARE(detail(1, u"CvsCode"_s), u"00007"_s);
        QCOMPARE(detail(1, u"PaymentTerm"_s), u"20240120235959"_s);
        QVERIFY(!detail(2, u"PayeasyPaymentURL"_s).isEmpty());
        QCOMPARE(detail(3, u"AuPayMethod"_s), u"02"_s);
        QCOMPARE(list.at(4).toObject().value(u"soldAt"_s).toString(), u"2024-01-12 11:00:00"_s);
        QVERIFY(!list.at(0).toObject().contains(u"details"_s)); // a card is shown as ever
        QSet<QString> handles;
        for (const auto &value : list) {
            handles.insert(value.toObject().value(u"accessId"_s).toString());
        }
        QCOMPARE(handles.size(), 7);
        QCOMPARE(f.control(u"transactions"_s).value(u"transactions"_s).toArray(), list);
    }

    void wrongSeed_isRefusedInWords_data()
    {
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const char *json) { QTest::newRow(name) << QByteArray(json); };
        row("pay type", R"([{"orderId":"1","payType":"45","amount":1}])");
        row("word", R"([{"orderId":"1","payType":"3","status":"X","amount":1}])");
        row("word of another pay type", R"([{"orderId":"1","payType":"3","status":"AUTH","amount":1}])");
        row("au never expires", R"([{"orderId":"1","payType":"8","status":"EXPIRED","amount":1}])");
        row("amount", R"([{"orderId":"1","payType":"8"}])");
        row("too much cancelled",
            R"([{"orderId":"1","payType":"8","status":"SALES","amount":1,"cancelledAmount":2}])");
        row("cancelled part of an authorisation",
            R"([{"orderId":"1","payType":"8","amount":2,"cancelledAmount":1}])");
        row("time", R"([{"orderId":"1","payType":"3","amount":1,"paymentTerm":"soon"}])");
    }

    void wrongSeed_isRefusedInWords()
    {
        QFETCH(QByteArray, json);
        MultiFixture f(Start);
        QVERIFY(f.control(u"transactions"_s, json, 400).value(u"error"_s).toString().size() > 10);
        QVERIFY(f.gateway.multiTransactions().isEmpty());
    }

    void ledgerFile_losesNothing()
    {
        QTemporaryDir folder;
        SimulatorOptions options;
        options.ledgerFile = folder.filePath(u"ledger"_s);
        options.seed = 3;
        options.now = fromClockText(Start);
        QJsonObject sold;
        QString accessId;
        {
            World world(options);
            QVERIFY(world.open().ok());
            QVERIFY(world.setFrozen(true).ok());
            QVERIFY(world
                        .seed({transactionFrom(MultiSeed{.orderId = u"s"_s, .amount = {3000}},
                                               world.clock().nowUtc()),
                               transactionFrom(MultiSeed{.orderId = u"a"_s,
                                                         .payType = PayType::Au,
                                                         .status = MultiStatus::Auth,
                                                         .amount = {3000},
                                                         .tax = {200}},
                                               world.clock().nowUtc())})
                        .ok());
            QVERIFY(world.operateConsole({u"a"_s, u"SALES"_s}).ok());
            QVERIFY(world.operateConsole({u"a"_s, u"CANCEL"_s, Yen{700}}).ok());
            sold = anyToLedgerJson(*world.book().byOrderId(u"a"_s));
            accessId = headOf(*world.book().byOrderId(u"a"_s)).accessId;
        }
        World world(options);
        QVERIFY(world.open().ok());
        QCOMPARE(anyToLedgerJson(*world.book().byOrderId(u"a"_s)), sold);
        QVERIFY(world.book().byAccessId(accessId));
        QCOMPARE(world.outside().size(), 3);

        // The term is known again, and expires once.
        QVERIFY(world.setNow(fromClockText(u"2024-01-26 00:00:00"_s)).ok());
        world.letTimePass();
        world.letTimePass();
        const auto expired = std::get<MultiTransaction>(*world.book().byOrderId(u"s"_s));
        QCOMPARE(expired.status, MultiStatus::Expired);
        QCOMPARE(world.outside().size(), 4);
        QCOMPARE(world.outside().constLast().value(u"what"_s).toString(), u"time"_s);
    }

    void ledgerForm_losesNothing()
    {
        MultiTransaction transaction;
        transaction.orderId = u"1"_s;
        transaction.accessId = u"a"_s;
        transaction.payType = PayType::RakutenId;
        transaction.status = MultiStatus::ReqChange;
        transaction.statusBefore = MultiStatus::Sales;
        transaction.entryJob = MultiStatus::Auth;
        transaction.lastJob = MultiStatus::Sales;
        transaction.amount = {3000};
        transaction.cancelledTax = {1};
        transaction.wantedAmount = {2};
        transaction.increasedTax = {3};
        transaction.dueAt = fromClockText(Start);
        transaction.atTerminal = true;
        transaction.counts = {1, 2, 3};
        transaction.details = {{u"CvsCode"_s, u"10001"_s}};
        const QJsonObject json = toLedgerJson(transaction);
        const auto back = transactionFromLedgerJson(json);
        QVERIFY(back.has_value());
        QCOMPARE(anyToLedgerJson(*back), json);
        QCOMPARE(std::get<MultiTransaction>(*back).counts.changes, 3);
        QCOMPARE(std::get<MultiTransaction>(*back).dueAt, fromClockText(Start));
        QVERIFY(!multiFromLedgerJson({{u"payType"_s, u"18"_s}}).has_value());
    }
};

QTEST_GUILESS_MAIN(TestMultiSeed)
#include "test_multiseed.moc"
