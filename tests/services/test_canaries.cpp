#include "core/base/log.h"
#include "core/services/setup.h"
#include "core/storage/backup.h"
#include "core/storage/orderimportstore.h"
#include "tests/gmo/rawgateway.h"
#include "tests/services/moneyfixture.h"
#include "tests/services/secretsearch.h"
#include "tests/storage/postgresqlserver.h"

#include <QDir>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using namespace kessai::testing;

namespace {

const QByteArray ShopPass = "CanaryPass1";
const QByteArray AccessPass = "ca4a21ca4a21ca4a21ca4a21ca4a21ca";
const QByteArray CardNumber = "4980110000000007";
const QString GatewayOrder = u"1-03132123"_s;

QByteArray inquiry(const QByteArray &status)
{
    return "OrderID=1-03132123&Status=" + status +
           "&ProcessDate=20201203132123&JobCd=AUTH&AccessID=9e6c3b46f7fd03ac22693b335286e622&AccessPass=" +
           AccessPass + "&ItemCode=0000990&Amount=3200&Tax=0&SiteID=&MemberID=" + CardNumber +
           "&CardNo=" + CardNumber + "&Expire=2512&Method=1&PayTimes=&Forward=2a99662&TranID=" +
           "2012031321231111111111876543&Approve=004536&ClientField1=" + CardNumber +
           "&ClientField2=" + ShopPass + "&ClientField3=" + AccessPass + "&CardNumber=" + CardNumber;
}

QByteArray success()
{
    return "AccessID=9e6c3b46f7fd03ac22693b335286e622&AccessPass=" + AccessPass +
           "&Forward=2a99662&Approve=004536&TranID=2012031321231111111111876543&TranDate=20201203132123" +
           "&CardNo=" + CardNumber + "&Echo=" + ShopPass;
}

} // namespace

/// I14: secrets planted in every place that they can come from are found nowhere.
class TestCanaries : public QObject
{
    Q_OBJECT

private slots:
    void secrets_areFoundNowhere_data();
    void secrets_areFoundNowhere();
    void secrets_areFoundNowhereInPostgresql();

private:
    void openShop(const QUrl &url, const QString &database);
    OrderId addOrder();
    template <typename T>
    T run(QCoro::Task<T> task)
    {
        return runToEnd(m_clock, std::move(task));
    }

    VirtualClock m_clock{MoneyFixture::start()};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Shop> m_shop;
};

void TestCanaries::openShop(const QUrl &url, const QString &database)
{
    m_shop.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    SetupRequest request;
    request.dataFolder = m_folder->path();
    request.gatewayUrl = url.toString();
    request.shopId = u"tshop00000001"_s;
    request.shopPass = Secret(QByteArray(ShopPass.constData()));
    request.secretsKind = u"file"_s;
    request.database = database;
    request.settings = {{u"bulk.perSecond"_s, u"0"_s}, {u"timing.deadlineMs"_s, u"2000"_s}};
    QVERIFY(run(setUpShop(request, m_clock)).ok());
    Shop::Options options;
    options.dataFolder = m_folder->path();
    auto opened = Shop::open(options, m_clock);
    QVERIFY(opened.ok());
    m_shop = std::move(*opened);
    QVERIFY(run(m_shop->connectGateway()).ok());
}

OrderId TestCanaries::addOrder()
{
    Order order;
    order.shopOrderId = 1;
    order.orderNumber = u"1"_s;
    order.method = PaymentMethod::Card;
    order.totals.payableTotal = Yen{3200};
    ShopContext &context = m_shop->context();
    OrderImportStore store(context.database);
    const bool applied =
        store.apply(order, {u"status"_s, u"customer"_s, u"method"_s, u"lines"_s}, false).ok();
    const OrderId id = context.orders.idByShopOrderId(1).value().value();
    const bool linked = context.payments.link(id, context.shopId, GatewayOrder, PaymentMethod::Card).ok();
    return applied && linked ? id : OrderId{};
}

void TestCanaries::secrets_areFoundNowhere_data()
{
    QTest::addColumn<QByteArray>("answer");
    const QByteArray all = ShopPass + ' ' + AccessPass + ' ' + CardNumber;
    QTest::newRow("success") << RawGateway::ok(success());
    QTest::newRow("ids of another") << RawGateway::ok(success().replace("AccessPass=ca", "AccessPass=CA"));
    QTest::newRow("page") << RawGateway::ok("<html><body>" + all + "</body></html>");
    QTest::newRow("key without value") << RawGateway::ok(all);
    QTest::newRow("duplicate keys") << RawGateway::ok("CardNo=" + CardNumber + "&CardNo=" + CardNumber);
    QTest::newRow("secrets as codes") << RawGateway::ok("ErrCode=" + CardNumber + "|" + ShopPass +
                                                        "&ErrInfo=" + CardNumber + "|" + ShopPass);
    QTest::newRow("access pass as a code")
        << RawGateway::ok("ErrCode=E01&ErrInfo=" + AccessPass + "&AccessPass=" + AccessPass);
    QTest::newRow("status line") << QByteArray("HTTP/1.1 500 " + all + "\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("redirect") << QByteArray("HTTP/1.1 302 Found\r\nLocation: /payment/?ShopPass=" + ShopPass +
                                            "&CardNo=" + CardNumber + "\r\nContent-Length: 0\r\n\r\n");
}

void TestCanaries::secrets_areFoundNowhere()
{
    QFETCH(QByteArray, answer);
    RawGateway gateway(RawGateway::Wire::Plain);
    gateway.answerWith([&answer](const RawRequest &request) -> RawReply {
        if (!request.path.contains("SearchTrade")) {
            return {answer, RawReply::Then::Close};
        }
        return {RawGateway::ok(inquiry("AUTH"), "Date: Thu, 03 Dec 2020 04:21:23 GMT\r\n"
                                                "Connection: close\r\n"),
                RawReply::Then::Close};
    });
    openShop(gateway.url(), {});
    const QString logs = m_folder->path() + u"/logs"_s;
    QVERIFY(QDir().mkpath(logs));
    auto log = Log::open(logs + u"/kessai.log"_s);
    QVERIFY(log.ok());
    const OrderId order = addOrder();
    OperationRequest request;
    request.order = order;
    const auto captured = run(m_shop->operate({request}, [] { return false; }));
    QVERIFY(captured.items.first().operation.has_value());
    QVERIFY(gateway.requests().size() >= 2); // the capture was sent
    QVERIFY(gateway.requests().last().body.contains(ShopPass) ||
            gateway.requests().first().body.contains(ShopPass));
    const PaymentId payment = m_shop->context().payments.ofOrder(order).value().first().id;
    static_cast<void>(run(m_shop->refresh().refresh(payment, u"佐藤"_s)).ok());
    QVERIFY(backupTo(m_shop->context().database, m_folder->path() + u"/copy.sqlite"_s).ok());

    QCOMPARE(filesWithSecrets(m_folder->path(), {ShopPass, AccessPass, CardNumber}), QStringList());
    QFile commandLine(u"/proc/self/cmdline"_s);
    QVERIFY(commandLine.open(QIODevice::ReadOnly));
    const QByteArray words = commandLine.readAll();
    for (const QByteArray &secret : {ShopPass, AccessPass, CardNumber}) {
        QVERIFY(!holdsSecret(words, secret));
    }
    QVERIFY(!filesWithSecrets(m_folder->path(), {"1-03132123"}).isEmpty()); // the search finds what is there
}

/// Tables, write-ahead log and a server log that tells every statement with its values.
void TestCanaries::secrets_areFoundNowhereInPostgresql()
{
    if (qEnvironmentVariableIsEmpty("KESSAI_TEST_POSTGRESQL")) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    RawGateway gateway(RawGateway::Wire::Plain);
    gateway.answerWith([](const RawRequest &request) -> RawReply {
        const bool read = request.path.contains("SearchTrade");
        return {RawGateway::ok(read ? inquiry("AUTH") : success(), "Connection: close\r\n"),
                RawReply::Then::Close};
    });
    PostgresqlServer server;
    openShop(gateway.url(), server.newDatabase());
    Database &database = m_shop->context().database;
    QVERIFY(database.run(u"SET log_statement = 'all'"_s).ok());
    const QString data = database.first(u"SHOW data_directory"_s).value().value(0).toString();
    if (!QFileInfo(data + u"/pg_wal"_s).isReadable()) {
        QSKIP("the server's files are another user's");
    }
    OperationRequest request;
    request.order = addOrder();
    const auto captured = run(m_shop->operate({request}, [] { return false; }));
    QCOMPARE(captured.items.first().state, OperationState::Done);
    QVERIFY(database.run(u"CHECKPOINT"_s).ok());

    const QString folder = QFileInfo(data).path(); // the log is beside the data
    QCOMPARE(filesWithSecrets(folder, {ShopPass, AccessPass, CardNumber}), QStringList());
    const QStringList told = filesWithSecrets(folder, {"1-03132123"});
    for (const QString &place : {u"/base/"_s, u"/pg_wal/"_s, u"/log"_s}) {
        QVERIFY2(told.join(u' ').contains(place), qPrintable(place)); // the search looks into each of them
    }
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestCanaries)
#include "test_canaries.moc"
