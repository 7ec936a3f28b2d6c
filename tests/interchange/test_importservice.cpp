#include "tests/interchange/importfixture.h"
#include "tests/interchange/orderfile.h"

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

QString told(const Result<ImportReport, ImportFailure> &result)
{
    if (!result) {
        return result.error().message;
    }
    const ImportReport &report = result.value();
    return u"%1 read, %2 created, %3 updated, %4 unchanged, %5 refused, %6 problems"_s.arg(report.read)
        .arg(report.created)
        .arg(report.updated)
        .arg(report.unchanged)
        .arg(report.refused)
        .arg(report.problems.size());
}

} // namespace

class ImportServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void sameFileAgain_changesNothing_data();
    void sameFileAgain_changesNothing();
    void dryRun_tellsTheSameAndWritesNothing();
    void refusedOrder_leavesTheRestIn();
    void wrongHeader_beginsNothing();
    void laterFile_movesWhatWeDidNotChange();
    void laterFile_leavesWhatBothSidesChanged();
    void fileWithFewColumns_blanksNothing();
    void newOrderWithoutTotal_isRefused();
    void cancel_keepsWhatIsIn();
    void links_areTakenOnce();
    void linkOfAnotherOrder_isRefused();
    void linkByHand_canBeTakenOffWithAReason();
};

void ImportServiceTest::sameFileAgain_changesNothing_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("orders");
    QTest::newRow("eccube4") << sampleFile("eccube4-cp932.csv") << 40;
    QTest::newRow("eccube2") << sampleFile("eccube2-cp932.csv") << 25;
}

void ImportServiceTest::sameFileAgain_changesNothing()
{
    QFETCH(QByteArray, file);
    QFETCH(int, orders);
    ImportFixture shop;
    QCOMPARE(told(shop.import(file)),
             u"%1 read, %1 created, 0 updated, 0 unchanged, 0 refused, 0 problems"_s.arg(orders));
    QCOMPARE(told(shop.import(file)),
             u"%1 read, 0 created, 0 updated, %1 unchanged, 0 refused, 0 problems"_s.arg(orders));
}

void ImportServiceTest::dryRun_tellsTheSameAndWritesNothing()
{
    ImportFixture shop;
    const QByteArray file = OrderFile().add().bytes();
    QCOMPARE(told(shop.import(file, true)),
             u"1 read, 1 created, 0 updated, 0 unchanged, 0 refused, 0 problems"_s);
    QVERIFY(!shop.orders.idByShopOrderId(272).value());
    QVERIFY(!shop.database->inTransaction());
}

void ImportServiceTest::refusedOrder_leavesTheRestIn()
{
    ImportFixture shop;
    OrderFile file;
    file.add().add({{u"注文ID"_s, u"273"_s}, {u"受注日"_s, u"2020-02-30"_s}}).add({{u"注文ID"_s, u"274"_s}});
    const auto result = shop.import(file.bytes());
    QCOMPARE(told(result), u"3 read, 2 created, 0 updated, 0 unchanged, 1 refused, 1 problems"_s);
    QCOMPARE(result.value().problems[0].line, 3);
    QCOMPARE(result.value().problems[0].column, u"受注日"_s);
}

void ImportServiceTest::wrongHeader_beginsNothing()
{
    ImportFixture shop;
    const auto result = shop.import(cp932Line({u"注文ID"_s, u"謎"_s}) + "1,2\n");
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ImportFailure::Kind::BadInput);
    QVERIFY(result.error().message.contains(u"「謎」"_s));
}

void ImportServiceTest::laterFile_movesWhatWeDidNotChange()
{
    ImportFixture shop;
    QVERIFY(shop.import(OrderFile().add().bytes()));
    QVERIFY(shop.orders.setStatus(shop.idOf(272), OrderStatus::Paid, std::nullopt, u"田中"_s, u"desk"_s));
    const OrderFile later = OrderFile().add({{u"支払合計"_s, u"2900.00"_s}, {u"住所1"_s, u"新住所"_s}});
    QCOMPARE(told(shop.import(later.bytes())),
             u"1 read, 0 created, 1 updated, 0 unchanged, 0 refused, 0 problems"_s);
    QCOMPARE(shop.order(272).totals.payableTotal, Yen{2900});
    QCOMPARE(shop.order(272).customer.address1, u"新住所"_s);
    QCOMPARE(shop.order(272).status, OrderStatus::Paid); // ours: the file says what it said before
}

void ImportServiceTest::laterFile_leavesWhatBothSidesChanged()
{
    ImportFixture shop;
    QVERIFY(shop.import(OrderFile().add().bytes()));
    QVERIFY(shop.orders.setStatus(shop.idOf(272), OrderStatus::Paid, std::nullopt, u"田中"_s, u"desk"_s));
    const auto result = shop.import(OrderFile().add({{u"対応状況(ID)"_s, u"4"_s}}).bytes());
    QCOMPARE(result.value().problems.size(), 1);
    QCOMPARE(result.value().problems[0].kind, ImportProblem::Kind::Conflict);
    QCOMPARE(result.value().problems[0].column, u"対応状況"_s);
    QCOMPARE(shop.order(272).status, OrderStatus::Paid);
}

void ImportServiceTest::fileWithFewColumns_blanksNothing()
{
    ImportFixture shop;
    QVERIFY(shop.import(OrderFile().add({{u"住所1"_s, u"札幌市"_s}}).bytes()));
    const QByteArray few =
        cp932Line({u"出荷伝票番号"_s, u"出荷ID"_s, u"お名前(姓)"_s, u"注文ID"_s, u"小計"_s}) +
        cp932Line({u"1234-5678"_s, u"900"_s, u"表"_s, u"272"_s, u"2200"_s});
    QCOMPARE(told(shop.import(few)), u"1 read, 0 created, 1 updated, 0 unchanged, 0 refused, 0 problems"_s);
    const Order order = shop.order(272);
    QCOMPARE(order.customer.familyName, u"表"_s);
    QCOMPARE(order.customer.givenName, u"ソフィア"_s);
    QCOMPARE(order.customer.address1, u"札幌市"_s);
    QCOMPARE(order.totals.payableTotal, Yen{2700});
    QCOMPARE(order.items.size(), 1);
    QCOMPARE(order.shipments.value(0).trackingNumber, u"1234-5678"_s);
    QCOMPARE(order.shipments.value(0).recipient.familyName, u"﨑山"_s);
    QCOMPARE(told(shop.import(few)), u"1 read, 0 created, 0 updated, 1 unchanged, 0 refused, 0 problems"_s);
}

void ImportServiceTest::newOrderWithoutTotal_isRefused()
{
    ImportFixture shop;
    const auto result = shop.import(cp932Line({u"注文ID"_s, u"出荷伝票番号"_s}) + "5,1-2\n");
    QCOMPARE(told(result), u"1 read, 0 created, 0 updated, 0 unchanged, 1 refused, 1 problems"_s);
    QCOMPARE(result.value().problems[0].column, u"支払合計"_s);
}

void ImportServiceTest::cancel_keepsWhatIsIn()
{
    ImportFixture shop;
    OrderFile file;
    for (int id = 1; id <= 10'000; ++id) {
        file.add({{u"注文ID"_s, QString::number(id)}});
    }
    ImportService::Options options;
    options.file = shop.write(file.bytes());
    qint64 seen = 0;
    options.progress = [&seen](const ImportProgress &progress) { seen = progress.orders; };
    options.cancelled = [&seen] { return seen > 0; };
    const auto result = finished(ImportService(shop.context).importOrders(options));
    QVERIFY(result.value().cancelled);
    QVERIFY(seen < 10'000);
    QCOMPARE(shop.orders.count({}).value(), seen);
}

void ImportServiceTest::links_areTakenOnce()
{
    ImportFixture shop;
    QVERIFY(shop.import(sampleFile("eccube4-cp932.csv")));
    const QByteArray links = sampleFile("links.csv");
    const qint64 count = links.count('\n') - 1;
    const QString created =
        u"%1 read, %1 created, 0 updated, 0 unchanged, 0 refused, 0 problems"_s.arg(count);
    QCOMPARE(told(shop.importLinks(links, true)), created);
    QCOMPARE(told(shop.importLinks(links)), created);
    QCOMPARE(told(shop.importLinks(links)),
             u"%1 read, 0 created, 0 updated, %1 unchanged, 0 refused, 0 problems"_s.arg(count));
    QCOMPARE(shop.payments.ofOrder(shop.idOf(272)).value().size(), 1);
}

void ImportServiceTest::linkOfAnotherOrder_isRefused()
{
    ImportFixture shop;
    OrderFile file;
    file.add()
        .add({{u"注文ID"_s, u"273"_s}})
        .add({{u"注文ID"_s, u"274"_s}, {u"支払方法(名称)"_s, u"銀行振込"_s}});
    QVERIFY(shop.import(file.bytes()));
    const auto result = shop.importLinks(cp932Line({u"注文ID"_s, u"決済オーダーID"_s}) +
                                         "272,272-1\n273,272-1\n999,999-1\n274,274-1\n273,273-1\n");
    QCOMPARE(told(result), u"5 read, 2 created, 0 updated, 0 unchanged, 3 refused, 3 problems"_s);
    QCOMPARE(result.value().problems[0].line, 3);
    QCOMPARE(result.value().problems[1].line, 4);
    QCOMPARE(result.value().problems[2].column, u"支払方法"_s);
}

void ImportServiceTest::linkByHand_canBeTakenOffWithAReason()
{
    ImportFixture shop;
    QVERIFY(shop.import(OrderFile().add().add({{u"注文ID"_s, u"273"_s}}).bytes()));
    LinkService links(shop.context);
    QVERIFY(!links.link(shop.idOf(272), u"272_1"_s, std::nullopt, u"田中"_s).value().isEmpty());
    QCOMPARE(links.link(shop.idOf(272), u"272-1"_s, std::nullopt, u"田中"_s).value(), QString());
    QVERIFY(!links.link(shop.idOf(273), u"272-1"_s, std::nullopt, u"田中"_s).value().isEmpty());
    const PaymentId payment = shop.payments.ofOrder(shop.idOf(272)).value().value(0).id;
    QVERIFY(!links.unlink(payment, u" "_s, u"田中"_s).value().isEmpty());
    QCOMPARE(links.unlink(payment, u"別の注文の決済"_s, u"田中"_s).value(), QString());
    QCOMPARE(links.link(shop.idOf(273), u"272-1"_s, std::nullopt, u"田中"_s).value(), QString());
}

QTEST_GUILESS_MAIN(ImportServiceTest)
#include "test_importservice.moc"
