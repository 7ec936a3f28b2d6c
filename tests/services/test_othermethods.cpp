#include "core/services/journalrecord.h"
#include "core/services/linkservice.h"
#include "core/services/shopsession.h"
#include "tests/services/moneyfixture.h"
#include "tests/storage/testdatabase.h"

#include <QSignalSpy>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::MultiStatus;

/// How payments of the other methods than the card become known: by their links, their first reads and what
/// is kept of a read.
class TestOtherMethods : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_money.reset(); }

    void states_areReadByTheirPayType_data() { TestDatabases::addDialects(); }
    void states_areReadByTheirPayType();
    void openShop_readsAllThatWereNeverRead_data() { TestDatabases::addDialects(); }
    void openShop_readsAllThatWereNeverRead();
    void wrongMethodOfALink_isSaidSo_data() { TestDatabases::addDialects(); }
    void wrongMethodOfALink_isSaidSo();
    void methodOutsideTheGateway_isNotAskedFor_data() { TestDatabases::addDialects(); }
    void methodOutsideTheGateway_isNotAskedFor();
    void linksFile_isTaken_data() { TestDatabases::addDialects(); }
    void linksFile_isTaken();
    void readOfEvidence_isTheSnapshotAgain_data() { TestDatabases::addDialects(); }
    void readOfEvidence_isTheSnapshotAgain();

private:
    static constexpr int PatienceMs = 30'000;

    Payment paymentOf(OrderId order)
    {
        return m_money->shop->context().payments.ofOrder(order).value().first();
    }
    RefreshItem refreshed(OrderId order)
    {
        return m_money->run(m_money->shop->refresh().refresh(paymentOf(order).id, u"佐藤"_s)).value();
    }

    std::unique_ptr<PostgresqlServer> m_server;
    std::unique_ptr<MoneyFixture> m_money;
};

void TestOtherMethods::init()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    const bool postgresql = dialect == DatabaseSpec::Dialect::Postgresql;
    if (postgresql && qEnvironmentVariableIsEmpty("KESSAI_TEST_POSTGRESQL")) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    if (postgresql && !m_server) {
        m_server = std::make_unique<PostgresqlServer>();
    }
    m_money = std::make_unique<MoneyFixture>(postgresql ? m_server->newDatabase() : QString());
    m_money->open();
}

void TestOtherMethods::states_areReadByTheirPayType()
{
    qint64 number = 0;
    for (const PaymentMethod method : gatewayMethods()) {
        const bool card = method == PaymentMethod::Card;
        const OrderId order =
            card ? m_money->addOrder(++number, Yen{3200}) : m_money->addMulti(++number, Yen{3200}, method);
        QCOMPARE(refreshed(order).error, QString());
        const simulator::LedgerEntry asked = m_money->gateway.ledger().last();
        QCOMPARE(asked.call, card ? u"SearchTrade"_s : u"SearchTradeMulti"_s);
        QCOMPARE(asked.fields.value(u"PayType"_s).toString(), card ? QString() : payTypeOf(method));
        QCOMPARE(paymentOf(order).known->total(), Yen{3200});
        const auto swept = m_money->run(
            m_money->shop->sweep().compare({paymentOf(order).id}, u"SWEEP"_s, [] { return false; }));
        QCOMPARE(swept->compared, 1);
    }
    QCOMPARE(number, 8);
}

void TestOtherMethods::openShop_readsAllThatWereNeverRead()
{
    qint64 number = 0;
    for (const PaymentMethod method : gatewayMethods()) {
        if (method != PaymentMethod::Card) {
            m_money->addMulti(++number, Yen{3200}, method);
        }
    }
    m_money->addOrder(++number, Yen{3200});
    QCOMPARE(m_money->shop->context().payments.openPayments(true)->size(), number);
    m_money->close();
    ShopSession session;
    QSignalSpy changed(&session, &ShopSession::paymentChanged);
    Shop::Options options;
    options.dataFolder = m_money->dataFolder();
    session.open(options);
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), number, PatienceMs);
    QSignalSpy closed(&session, &ShopSession::closed);
    session.close();
    QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, PatienceMs);
    m_money->open();
    QCOMPARE(m_money->shop->context().payments.openPayments(true)->size(), 0);
}

/// SearchTradeMulti finds a payment by its pay type only.
void TestOtherMethods::wrongMethodOfALink_isSaidSo()
{
    const OrderId order =
        m_money->addOrder(272, Yen{3200}, {}, PaymentMethod::Docomo); // which the gateway knows as a card's
    const RefreshItem item = refreshed(order);
    QVERIFY(item.unknownOrder && !item.unread);
    QVERIFY2(item.error.contains(u"支払方法"_s), qPrintable(item.error));
    const OperationItem capture = m_money->operateOne(OperationKind::Capture, order);
    QCOMPARE(codeOf(capture.reason), u"UNREADABLE"_s);
}

void TestOtherMethods::methodOutsideTheGateway_isNotAskedFor()
{
    const OrderId order = m_money->addOrder(272, Yen{3200}, {}, PaymentMethod::Other);
    const RefreshItem item = refreshed(order);
    QVERIFY2(item.error.contains(u"GMOの支払方法ではない"_s), qPrintable(item.error));
    QVERIFY(!item.unread && !item.unknownOrder && !item.changed);
    const auto swept =
        m_money->run(m_money->shop->sweep().compare({paymentOf(order).id}, u"SWEEP"_s, [] { return false; }));
    QCOMPARE(swept->otherMethods, 1);
    QVERIFY(swept->complete());
    QCOMPARE(codeOf(m_money->operateOne(OperationKind::Cancel, order).reason), u"WRONG_STATE"_s);
    QCOMPARE(m_money->gateway.arrived(), 0);
}

void TestOtherMethods::linksFile_isTaken()
{
    m_money->addOrder(272, Yen{3200});
    const OrderId another = m_money->addOrder(274, Yen{900}, {}, PaymentMethod::Rakuten);
    LinkService links(m_money->shop->context());
    QCOMPARE(links.unlink(paymentOf(another).id, u"誤り"_s, u"佐藤"_s).value(), QString());
    QTemporaryDir folder;
    QFile file(folder.filePath(u"links.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(u"注文ID,決済オーダーID\n272,272-03132123\n274,274-99\n"_s.toUtf8());
    file.close();
    LinkService::Options options;
    options.file = file.fileName();
    const auto report = m_money->run(links.importLinks(options));
    QVERIFY(report.ok());
    QCOMPARE(report->created, 1);
    QCOMPARE(report->refused, 0);
    QCOMPARE(report->problems.size(), 0);
    QVERIFY(!m_money->shop->context().orders.page({another}).value().first().paymentStatus);
}

/// A restart compares with what evidence holds. The gateway's own names stand in rows of answers.
void TestOtherMethods::readOfEvidence_isTheSnapshotAgain()
{
    const Snapshot plain{u"REQSUCCESS"_s, Yen{3000}, Yen{200}, u"20201203132123"_s, {}, {}};
    Snapshot partly = plain;
    partly.cancelledAmount = Yen{1100};
    for (const Snapshot &snapshot : {plain, partly}) {
        QCOMPARE(snapshotFromFields(snapshotFields(snapshot)), std::optional(snapshot));
    }
    for (const QString &carrier : {u"Au"_s, u"Docomo"_s, u"Sb"_s}) {
        const QString fields =
            uR"({"Amount":"3000","%1CancelAmount":"1000","%1CancelTax":"100","ProcessDate":"20201203132123",)"
            R"("Status":"REQSUCCESS","Tax":"200"})"_s.arg(carrier);
        QCOMPARE(snapshotFromFields(fields), std::optional(partly));
    }
    // As the operation of a shop keeps it.
    const OrderId order =
        m_money->addMulti(272, Yen{3200}, PaymentMethod::SoftBank,
                          {.status = MultiStatus::Sales, .amount = Yen{3200}, .cancelledAmount = Yen{1000}});
    const OperationItem item = m_money->operateOne(OperationKind::Cancel, order);
    const auto rows = m_money->evidence(item);
    const auto firstRead =
        std::find_if(rows.begin(), rows.end(), [](const Evidence &row) { return row.source == u"READ"_s; });
    QCOMPARE(snapshotFromFields(firstRead->fields), m_money->operation(item).pre);
    QVERIFY2(firstRead->fields.contains(u"\"GatewayDate\":\"20201203"_s), qPrintable(firstRead->fields));
    QCOMPARE(m_money->operation(item).pre->cancelledAmount, std::optional(Yen{1000}));
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestOtherMethods)
#include "test_othermethods.moc"
