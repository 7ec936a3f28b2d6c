#include "tests/cli/shopfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

/// A call that moves money, and how to come to it.
struct MovingCall
{
    QString name;
    QString method;
    QString status;
    QString command;
    QString after; ///< 決済状況 once it took effect
};

QList<MovingCall> movingCalls()
{
    const QString au = u"auかんたん決済"_s;
    const QString docomo = u"ドコモケータイ払い"_s;
    const QString softBank = u"ソフトバンクまとめて支払い"_s;
    const QString rakuten = u"楽天ペイ"_s;
    const QString sold = u"実売上済み"_s;
    const QString cancelled = u"キャンセル"_s;
    return {{u"CvsCancel"_s, u"コンビニ決済"_s, u"REQSUCCESS"_s, u"cancel"_s, cancelled},
            {u"PayEasyCancel"_s, u"Pay-easy決済(ネットバンク)"_s, u"REQSUCCESS"_s, u"cancel"_s, cancelled},
            {u"AuSales"_s, au, u"AUTH"_s, u"capture"_s, sold},
            {u"AuCancelReturn"_s, au, u"SALES"_s, u"cancel"_s, cancelled},
            {u"DocomoSales"_s, docomo, u"AUTH"_s, u"capture"_s, sold},
            {u"DocomoCancelReturn"_s, docomo, u"AUTH"_s, u"cancel"_s, cancelled},
            {u"SbSales"_s, softBank, u"AUTH"_s, u"capture"_s, sold},
            {u"SbCancel"_s, softBank, u"SALES"_s, u"cancel"_s, cancelled},
            {u"RakutenIdSales"_s, rakuten, u"AUTH"_s, u"capture"_s, u"注文確定受付"_s},
            {u"RakutenIdCancel"_s, rakuten, u"SALES"_s, u"cancel"_s, u"キャンセル受付"_s},
            {u"RakutenIdChange"_s, rakuten, u"AUTH"_s, u"change-amount"_s, u"注文金額変更受付"_s}};
}

const QStringList ShortTimes{u"--set"_s, u"timing.sendWindowMs=2000"_s, u"--set"_s, u"timing.settleMs=100"_s,
                             u"--set"_s, u"timing.gapMs=100"_s};

} // namespace

/// Answers of every call of the other methods that are lost: in doubt, never sent again by itself, and
/// settled by reading to what the gateway's own ledger says.
class TestMethodDoubt : public QObject
{
    Q_OBJECT

    static void addRows()
    {
        QTest::addColumn<int>("row");
        const QList<MovingCall> calls = movingCalls();
        for (int row = 0; row < calls.size(); ++row) {
            QTest::newRow(qPrintable(calls[row].name)) << row;
        }
    }
    static SampleOrder orderFor(const MovingCall &call, int number)
    {
        SampleOrder order{.number = number, .status = call.status, .method = call.method};
        order.soldAt = call.status == u"SALES"_s ? u"2020-12-03 13:25:00"_s : QString();
        order.payableYen = call.command == u"change-amount"_s ? 5000 : 3200;
        return order;
    }
    static void open(ShopFixture &shop, const MovingCall &call)
    {
        QCOMPARE(shop.setUp(ShortTimes).status, 0);
        shop.addOrders({orderFor(call, 272)});
    }
    static void fail(const ShopFixture &shop, const MovingCall &call, const QString &fault)
    {
        shop.post(u"faults"_s,
                  QJsonArray{QJsonObject{{u"call"_s, call.name}, {u"fault"_s, fault}, {u"times"_s, 1}}});
    }
    static int effectsOf(const ShopFixture &shop, const MovingCall &call)
    {
        return shop.effects(call.name, QString(), ShopFixture::gatewayOrderId(272));
    }
    /// Asked for, with an answer that is lost.
    static void lose(const ShopFixture &shop, const MovingCall &call)
    {
        const ProgramAnswer lost = shop.json({call.command, u"272"_s, u"--yes"_s});
        QCOMPARE(lost.status, 3);
        QCOMPARE(lost.item().value(u"state"_s).toString(), u"IN_DOUBT"_s);
        QCOMPARE(lost.item().value(u"reason"_s).toString(), u"NO_ANSWER"_s);
        const ProgramAnswer again = shop.json({call.command, u"272"_s, u"--yes"_s});
        QCOMPARE(again.item().value(u"reason"_s).toString(), u"HELD"_s);
        QCOMPARE(shop.arrived(call.name), 1);
    }

private slots:
    void effectWithoutAnAnswer_isFoundDone_data() { addRows(); }
    void effectWithoutAnAnswer_isFoundDone()
    {
        QFETCH(const int, row);
        const MovingCall call = movingCalls()[row];
        ShopFixture shop;
        open(shop, call);
        fail(shop, call, u"dropAfter"_s);
        lose(shop, call);
        const ProgramAnswer settled = shop.json({u"settle"_s, u"--wait"_s, u"30"_s});
        QVERIFY2(settled.status == 0, settled.out + settled.err);
        QCOMPARE(settled.item().value(u"state"_s).toString(), u"DONE"_s);
        QCOMPARE(settled.item().value(u"proof"_s).toString(), u"READ"_s);
        QCOMPARE(shop.order(272).value(u"paymentStatus"_s).toString(), call.after);
        QCOMPARE(effectsOf(shop, call), 1);
        QCOMPARE(shop.callsFor(272), QStringList{call.name});
    }

    void requestsThatNeverArrived_areFoundWithoutEffectAndCanBeAskedAgain()
    {
        ShopFixture shop;
        QCOMPARE(shop.setUp(ShortTimes).status, 0);
        const QList<MovingCall> calls = movingCalls();
        QList<SampleOrder> orders;
        for (const MovingCall &call : calls) {
            orders.append(orderFor(call, int(orders.size()) + 1));
        }
        shop.addOrders(orders);
        for (int row = 0; row < calls.size(); ++row) {
            fail(shop, calls[row], u"dropBefore"_s);
            const QStringList words{calls[row].command, QString::number(row + 1), u"--yes"_s};
            QCOMPARE(shop.json(words).item().value(u"state"_s).toString(), u"IN_DOUBT"_s);
        }
        const ProgramAnswer settled = shop.json({u"settle"_s, u"--wait"_s, u"60"_s});
        QCOMPARE(settled.json().value(u"items"_s).toArray().size(), calls.size());
        const QJsonArray items = settled.json().value(u"items"_s).toArray();
        for (const auto &item : items) {
            QCOMPARE(item[u"state"_s].toString(), u"REFUSED"_s);
            QCOMPARE(item[u"reason"_s].toString(), u"NO_EFFECT"_s);
        }
        for (int row = 0; row < calls.size(); ++row) {
            QCOMPARE(shop.callsFor(row + 1),
                     QStringList{calls[row].name}); // nothing goes out again by itself
            const QStringList words{calls[row].command, QString::number(row + 1), u"--yes"_s};
            QCOMPARE(shop.json(words).item().value(u"state"_s).toString(), u"DONE"_s);
            QCOMPARE(shop.order(row + 1).value(u"paymentStatus"_s).toString(), calls[row].after);
            QCOMPARE(shop.effects(calls[row].name, QString(), ShopFixture::gatewayOrderId(row + 1)), 1);
        }
    }

    /// The codes of a chain's terminal say that the state is wrong, which only reads can tell.
    void customerAtTheTerminal_keepsThePaymentAsItIs()
    {
        ShopFixture shop;
        QCOMPARE(shop.setUp(ShortTimes).status, 0);
        shop.addOrders({{.status = u"REQSUCCESS"_s, .method = u"コンビニ決済"_s}});
        QVERIFY(shop.shopper(272, u"useTerminal"_s));
        const ProgramAnswer answer = shop.json({u"cancel"_s, u"272"_s, u"--yes"_s});
        QCOMPARE(answer.status, 3);
        QCOMPARE(answer.item().value(u"codes"_s)[0].toString(), u"LW1310004"_s);
        const ProgramAnswer settled = shop.json({u"settle"_s, u"--wait"_s, u"30"_s});
        QCOMPARE(settled.item().value(u"state"_s).toString(), u"REFUSED"_s);
        QCOMPARE(shop.order(272).value(u"paymentStatus"_s).toString(), u"要求成功"_s);
        QVERIFY(shop.shopper(272, u"giveUp"_s));
        QCOMPARE(shop.json({u"cancel"_s, u"272"_s, u"--yes"_s}).status, 0);
        QCOMPARE(shop.callsFor(272).size(), 2);
    }

    void refusedCall_leavesThePaymentAsItIs_data() { addRows(); }
    void refusedCall_leavesThePaymentAsItIs()
    {
        QFETCH(const int, row);
        const MovingCall call = movingCalls()[row];
        ShopFixture shop;
        open(shop, call);
        // Too late, says the gateway (protocol.md §8.2): nothing was done.
        shop.post(u"faults"_s, QJsonArray{QJsonObject{{u"call"_s, call.name},
                                                      {u"fault"_s, u"error"_s},
                                                      {u"codes"_s, u"M01057010"_s},
                                                      {u"times"_s, 1}}});
        const ProgramAnswer answer = shop.json({call.command, u"272"_s, u"--yes"_s});
        QCOMPARE(answer.status, 1);
        QCOMPARE(answer.item().value(u"state"_s).toString(), u"REFUSED"_s);
        QCOMPARE(answer.item().value(u"reason"_s).toString(), u"REFUSED_BY_GATEWAY"_s);
        QCOMPARE(effectsOf(shop, call), 0);
        QCOMPARE(shop.json({call.command, u"272"_s, u"--yes"_s}).status, 0);
    }

    void runOfAllMethods_addsUp()
    {
        ShopFixture shop;
        QCOMPARE(shop.setUp().status, 0);
        const QList<MovingCall> calls = movingCalls();
        QList<SampleOrder> orders;
        QStringList numbers;
        for (int row = 0; row < calls.size(); ++row) {
            orders.append({.number = row + 1, .status = calls[row].status, .method = calls[row].method});
            numbers.append(QString::number(row + 1));
        }
        shop.addOrders(orders);
        shop.post(u"faults"_s,
                  QJsonArray{QJsonObject{{u"call"_s, u"SbSales"_s}, {u"fault"_s, u"dropAfter"_s}}});
        const ProgramAnswer captured = shop.json(QStringList{u"capture"_s, u"--yes"_s} + numbers);
        QCOMPARE(captured.status, 3);
        const QJsonValue summary = captured.json().value(u"summary"_s);
        QCOMPARE(summary[u"total"_s].toInt(), 11);
        QCOMPARE(summary[u"inDoubt"_s].toInt(), 1);
        QCOMPARE(summary[u"done"_s].toInt(), 5); // au, two of docomo, two of Rakuten
        QCOMPARE(summary[u"cancelled"_s].toInt(), 5);
        QCOMPARE(shop.json({u"settle"_s}).status, 0);
        const QString run = captured.json().value(u"run"_s).toString();
        const ProgramAnswer report = shop.json({u"run"_s, run, u"report"_s});
        QCOMPARE(report.json().value(u"summary"_s)[u"done"_s].toInt(), 6);
        QCOMPARE(report.json().value(u"unswept"_s).toInt(), 0);
    }
};

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestMethodDoubt)
#include "test_methoddoubt.moc"
