#include "tests/cli/shopfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

const QString Store = u"コンビニ決済"_s;
const QString Atm = u"Pay-easy決済(銀行ATM)"_s;
const QString NetBank = u"Pay-easy決済(ネットバンク)"_s;
const QString Au = u"auかんたん決済"_s;
const QString Docomo = u"ドコモケータイ払い"_s;
const QString SoftBank = u"ソフトバンクまとめて支払い"_s;
const QString Rakuten = u"楽天ペイ"_s;

} // namespace

/// What the command line tells of payments of all methods: lists, facts, operations, and what it asks first.
class TestMethodLists : public QObject
{
    Q_OBJECT

private slots:
    void lists_knowTheEightMethods();
    void openPayments_areReadWhateverTheirMethod();
    void facts_areShownByTheGatewaysNames();
    void operations_areThoseOfTheMethod_data();
    void operations_areThoseOfTheMethod();
    void question_speaksOfTheMethod();
    void partlyCancelledElsewhere_isShownAndTheRestGoesBack();
};

void TestMethodLists::lists_knowTheEightMethods()
{
    ShopFixture shop;
    QCOMPARE(shop.setUp().status, 0);
    const QStringList methods{u"クレジット決済"_s, Store, Atm, NetBank, Au, Docomo, SoftBank, Rakuten};
    QList<SampleOrder> orders;
    for (const QString &method : methods) {
        const bool isCash = method == Store || method.startsWith(u"Pay-easy"_s);
        orders.append({.number = int(orders.size()) + 1,
                       .status = isCash ? u"REQSUCCESS"_s : u"AUTH"_s,
                       .method = method});
    }
    shop.addOrders(orders);
    QCOMPARE(shop.run({u"refresh"_s, u"--all"_s}).status, 0);
    const QJsonObject counts = shop.json({u"counts"_s}).json();
    for (const SampleOrder &order : orders) {
        QCOMPARE(counts.value(u"method"_s)[order.method].toInt(), 1);
        const QJsonObject answer = shop.json({u"orders"_s, u"--method"_s, order.method}).json();
        QCOMPARE(answer.value(u"total"_s).toInt(), 1);
        const QJsonValue row = answer.value(u"orders"_s)[0];
        QCOMPARE(row[u"method"_s].toString(), order.method);
        QCOMPARE(row[u"captureBy"_s].isNull(), order.status != u"AUTH"_s);
        QCOMPARE(row[u"gatewayAmount"_s].toInt(), 3200);
    }
    QCOMPARE(counts.value(u"paymentStatus"_s)[u"要求成功"_s].toInt(), 3);
    QCOMPARE(counts.value(u"paymentStatus"_s)[u"仮売上済み"_s].toInt(), 5);
    QCOMPARE(shop.json({u"orders"_s, u"--method"_s, u"PayPay"_s}).status, 2);
    // The last day to pay stands where the last day to capture stands.
    const QString list = QString::fromUtf8(shop.run({u"orders"_s, u"--method"_s, Store}).out);
    QVERIFY2(list.contains(u"2020/12/13"_s), qPrintable(list));
}

void TestMethodLists::openPayments_areReadWhateverTheirMethod()
{
    ShopFixture shop;
    QCOMPARE(shop.setUp().status, 0);
    shop.addOrders({{.number = 1, .status = u"REQSUCCESS"_s, .method = Store},
                    {.number = 2, .status = u"PAYSTART"_s, .method = Rakuten},
                    {.number = 3, .status = u"CANCEL"_s, .method = Docomo},
                    {.number = 4, .status = u"PAYSUCCESS"_s, .method = Atm},
                    {.number = 5}});
    QCOMPARE(shop.json({u"refresh"_s, u"--open"_s}).json().value(u"items"_s).toArray().size(), 5);
    QVERIFY(shop.shopper(1, u"pay"_s));
    const ProgramAnswer again = shop.json({u"refresh"_s, u"--open"_s}); // never read ones are no more
    QStringList numbers;
    const QJsonArray items = again.json().value(u"items"_s).toArray();
    for (const auto &item : items) {
        numbers.append(item[u"order"_s].toString());
        QCOMPARE(item[u"changed"_s].toBool(), item[u"order"_s].toString() == u"1"_s);
    }
    QVERIFY2(numbers.contains(u"1"_s) && numbers.contains(u"2"_s) && numbers.contains(u"5"_s) &&
                 !numbers.contains(u"3"_s),
             qPrintable(numbers.join(u' ')));
    QCOMPARE(shop.order(1).value(u"paymentStatus"_s).toString(), u"支払い完了"_s);
}

void TestMethodLists::facts_areShownByTheGatewaysNames()
{
    ShopFixture shop;
    QCOMPARE(shop.setUp().status, 0);
    shop.addOrders(
        {{.number = 1, .status = u"REQSUCCESS"_s, .method = Store},
         {.number = 2, .status = u"PAYSUCCESS"_s, .soldAt = u"2020-12-03 13:25:00"_s, .method = Atm},
         {.number = 3, .method = Au},
         {.number = 4, .method = Rakuten}});
    QCOMPARE(shop.run({u"refresh"_s, u"--all"_s}).status, 0);
    const auto payment = [&shop](const QString &number) {
        return shop.json({u"show"_s, number}).json().value(u"payments"_s)[0];
    };
    const QJsonValue store = payment(u"1"_s);
    QCOMPARE(store[u"payBy"_s].toString(), u"2020-12-13"_s);
    QCOMPARE(store[u"cancelBy"_s].toString(), u"2021-06-01"_s);
    for (const QString &none : {u"captureBy"_s, u"changeBy"_s, u"paidAt"_s, u"cancelledAmount"_s}) {
        QVERIFY2(store[none].isNull(), qPrintable(none));
    }
    QCOMPARE(store[u"numbers"_s][u"CvsCode"_s].toString(), u"10001"_s);
    QVERIFY(!store[u"numbers"_s][u"CvsReceiptNo"_s].toString().isEmpty());
    const QJsonValue bank = payment(u"2"_s);
    QCOMPARE(bank[u"paidAt"_s].toString(), u"2020-12-03T13:25:00+09:00"_s);
    QVERIFY(bank[u"payBy"_s].isNull());
    QVERIFY(!bank[u"numbers"_s][u"CustID"_s].toString().isEmpty());
    QVERIFY(bank[u"numbers"_s][u"EncryptReceiptNo"_s].isUndefined());
    const QJsonValue au = payment(u"3"_s);
    QCOMPARE(au[u"captureBy"_s].toString(), u"2021-03-03"_s);
    QCOMPARE(au[u"cancelledAmount"_s].toInt(-1), 0);
    QCOMPARE(au[u"numbers"_s][u"AuPayMethod"_s].toString(), u"01"_s);
    QCOMPARE(payment(u"4"_s)[u"changeBy"_s].toString(), u"2021-05-31"_s);
    const QString shown = QString::fromUtf8(shop.run({u"show"_s, u"1"_s}).out);
    for (const QString &word :
         {u"受付番号"_s, u"お支払期限"_s, u"2020/12/13 23:59"_s, u"この支払方法にはこの操作がありません"_s}) {
        QVERIFY2(shown.contains(word), qPrintable(shown));
    }
}

void TestMethodLists::operations_areThoseOfTheMethod_data()
{
    QTest::addColumn<SampleOrder>("order");
    QTest::addColumn<QString>("allowed");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("cancelUntil");
    const QString notOffered = u"この操作がありません"_s;
    QTest::newRow("store") << SampleOrder{.status = u"REQSUCCESS"_s, .method = Store} << u"cancel"_s
                           << notOffered << u"2021-06-01"_s;
    QTest::newRow("store, paid") << SampleOrder{.status = u"PAYSUCCESS"_s, .method = Store} << QString()
                                 << u"返金できません"_s << QString();
    QTest::newRow("au") << SampleOrder{.method = Au} << u"capture cancel"_s << notOffered << u"2021-03-03"_s;
    QTest::newRow("au, WebMoney") << SampleOrder{.method = Au, .more = {{u"payMethod"_s, u"03"_s}}}
                                  << u"capture"_s << u"WebMoney"_s << QString();
    QTest::newRow("docomo") << SampleOrder{.method = Docomo} << u"capture cancel"_s << notOffered
                            << u"2021-02-28"_s;
    QTest::newRow("SoftBank, sold") << SampleOrder{.status = u"SALES"_s,
                                                   .soldAt = u"2020-12-03 13:25:00"_s,
                                                   .method = SoftBank}
                                    << u"cancel"_s << notOffered << u"2020-12-13"_s;
    QTest::newRow("Rakuten") << SampleOrder{.payableYen = 5000, .method = Rakuten}
                             << u"cancel change-amount"_s << u"差異"_s << u"2021-05-31"_s;
    QTest::newRow("Rakuten, in work") << SampleOrder{.status = u"REQSALES"_s, .method = Rakuten} << QString()
                                      << u"結果を待っています"_s << QString();
}
void TestMethodLists::operations_areThoseOfTheMethod()
{
    QFETCH(const SampleOrder, order);
    QFETCH(const QString, allowed);
    QFETCH(const QString, reason);
    QFETCH(const QString, cancelUntil);
    ShopFixture shop;
    shop.open(order);
    QCOMPARE(shop.run({u"refresh"_s, u"272"_s}).status, 0);
    const QJsonArray operations = shop.json({u"show"_s, u"272"_s}).json().value(u"operations"_s).toArray();
    QCOMPARE(operations.size(), 4);
    QStringList possible;
    QString reasons;
    for (const auto &operation : operations) {
        const QString why = operation[u"reason"_s].toString();
        QVERIFY(operation[u"jobCd"_s].isNull());
        QCOMPARE(operation[u"allowed"_s].toBool(), why.isEmpty());
        reasons += why;
        if (why.isEmpty()) {
            possible.append(operation[u"operation"_s].toString());
        }
    }
    QCOMPARE(possible.join(u' '), allowed);
    QVERIFY2(reasons.contains(reason), qPrintable(reasons));
    QCOMPARE(operations[1][u"until"_s].toString(), cancelUntil);
}

void TestMethodLists::question_speaksOfTheMethod()
{
    if (!ShopFixture::hasTerminals()) {
        QSKIP("this machine has no pseudo terminals");
    }
    ShopFixture shop;
    QCOMPARE(shop.setUp().status, 0);
    shop.addOrders({{.number = 1, .status = u"REQSUCCESS"_s, .method = Store},
                    {.number = 2, .method = Docomo},
                    {.number = 3, .method = Rakuten}});
    QCOMPARE(shop.run({u"refresh"_s, u"--all"_s}).status, 0);
    const auto asked = [&shop](const QStringList &words) {
        return QString::fromUtf8(shop.runAtTerminal(words, "n\n").err);
    };
    const QString cancel = asked({u"cancel"_s, u"1"_s, u"2"_s, u"3"_s});
    for (const QString &word : {u"CvsCancel"_s, u"DocomoCancelReturn"_s, u"RakutenIdCancel"_s,
                                u"支払えなくなります"_s, u"受け付けられた時点"_s, u"2021/02/28 20:00"_s}) {
        QVERIFY2(cancel.contains(word), qPrintable(cancel));
    }
    QVERIFY2(!cancel.contains(u"カード"_s), qPrintable(cancel));
    // A sale of today can be cancelled until the evening of the last day of the second month.
    QVERIFY(asked({u"capture"_s, u"2"_s}).contains(u"2021/02/28 20:00"_s));
    QCOMPARE(shop.callsFor(1) + shop.callsFor(2) + shop.callsFor(3), QStringList());
}

void TestMethodLists::partlyCancelledElsewhere_isShownAndTheRestGoesBack()
{
    ShopFixture shop;
    shop.open({.status = u"SALES"_s, .soldAt = u"2020-12-03 13:25:00"_s, .method = Docomo});
    QCOMPARE(shop.run({u"refresh"_s, u"272"_s}).status, 0);
    shop.post(u"console"_s, QJsonObject{{u"orderId"_s, ShopFixture::gatewayOrderId(272)},
                                        {u"jobCd"_s, u"CANCEL"_s},
                                        {u"amount"_s, 1200}});
    const ProgramAnswer swept = shop.json({u"sweep"_s});
    QCOMPARE(swept.status, 3);
    const QJsonValue difference = swept.json().value(u"differences"_s)[0];
    QCOMPARE(difference[u"believed"_s][u"cancelledAmount"_s].toInt(-1), 0);
    QCOMPARE(difference[u"seen"_s][u"cancelledAmount"_s].toInt(), 1200);
    QCOMPARE(difference[u"seen"_s][u"amount"_s].toInt(), 2000);
    QCOMPARE(shop.json({u"resolve"_s, u"272"_s, u"--as"_s, u"adopt"_s, u"--reason"_s, u"一部取消"_s}).status,
             0);
    const QJsonObject shown = shop.json({u"show"_s, u"272"_s}).json();
    QCOMPARE(shown.value(u"payments"_s)[0][u"cancelledAmount"_s].toInt(), 1200);
    QCOMPARE(shown.value(u"order"_s)[u"gatewayAmount"_s].toInt(), 2000);
    QVERIFY(shop.run({u"show"_s, u"272"_s}).out.contains("取消し済みの金額"));
    const ProgramAnswer cancelled = shop.json({u"cancel"_s, u"272"_s, u"--yes"_s});
    QCOMPARE(cancelled.item().value(u"state"_s).toString(), u"DONE"_s);
    const QJsonObject transaction = shop.transaction(272);
    QCOMPARE(transaction.value(u"status"_s).toString(), u"CANCEL"_s);
    QCOMPARE(transaction.value(u"cancelledAmount"_s).toInt(), 3200);
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestMethodLists)
#include "test_methodlists.moc"
