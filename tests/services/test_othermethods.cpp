#include "core/services/linkservice.h"
#include "core/services/shopsession.h"
#include "tests/services/moneyfixture.h"
#include "tests/storage/testdatabase.h"

#include <QSignalSpy>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;

/// Payments that are not cards can be linked, and nothing is asked or sent for them: SearchTrade knows cards
/// only, and would say of each that there is no such transaction.
class TestOtherMethods : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_money.reset(); }

    void states_areNotAskedFor_data() { TestDatabases::addDialects(); }
    void states_areNotAskedFor();
    void openShop_readsOnlyCards_data() { TestDatabases::addDialects(); }
    void openShop_readsOnlyCards();
    void operations_areRefusedInTrueWords_data() { TestDatabases::addDialects(); }
    void operations_areRefusedInTrueWords();
    void linksFile_isTakenAndStaysUnread_data() { TestDatabases::addDialects(); }
    void linksFile_isTakenAndStaysUnread();

private:
    static constexpr int PatienceMs = 30'000;

    PaymentId paymentOf(OrderId order)
    {
        return m_money->shop->context().payments.ofOrder(order).value().first().id;
    }
    int asked() const { return m_money->gateway.arrived(u"SearchTrade"_s); }

    std::unique_ptr<PostgresqlServer> m_server;
    std::unique_ptr<MoneyFixture> m_money;
    OrderId m_card;
    OrderId m_store;
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
    m_card = m_money->addOrder(272, Yen{3200});
    m_store = m_money->addOrder(273, Yen{4800}, {}, PaymentMethod::ConvenienceStore);
}

void TestOtherMethods::states_areNotAskedFor()
{
    const PaymentId store = paymentOf(m_store);
    const auto read = m_money->run(m_money->shop->refresh().refresh(store, u"佐藤"_s));
    QVERIFY(read.ok());
    QVERIFY2(read->error.contains(u"カード以外の支払方法"_s), qPrintable(read->error));
    QVERIFY(!read->unread && !read->unknownOrder && !read->changed);
    const auto swept =
        m_money->run(m_money->shop->sweep().compare({store}, u"SWEEP"_s, [] { return false; }));
    QVERIFY(swept.ok());
    QCOMPARE(swept->otherMethods, 1);
    QCOMPARE(swept->compared + swept->unknown + swept->unreadable, 0);
    QVERIFY(swept->complete());
    QCOMPARE(asked(), 0);
}

void TestOtherMethods::openShop_readsOnlyCards()
{
    const PaymentId card = paymentOf(m_card);
    QCOMPARE(m_money->shop->context().payments.openPayments(true).value(), QList<PaymentId>{card});
    QCOMPARE(m_money->shop->context().payments.openPayments(false).value().size(), 2);
    m_money->close();
    ShopSession session;
    QSignalSpy changed(&session, &ShopSession::paymentChanged);
    Shop::Options options;
    options.dataFolder = m_money->dataFolder();
    session.open(options);
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, PatienceMs);
    QSignalSpy closed(&session, &ShopSession::closed);
    session.close();
    QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, PatienceMs);
    QCOMPARE(asked(), 1);
}

void TestOtherMethods::operations_areRefusedInTrueWords()
{
    for (const OperationKind kind :
         {OperationKind::Capture, OperationKind::Cancel, OperationKind::Change, OperationKind::Reauthorize}) {
        const OperationItem item = m_money->operateOne(kind, m_store);
        QCOMPARE(item.state, OperationState::Cancelled);
        QCOMPARE(codeOf(item.reason), u"WRONG_STATE"_s);
    }
    QCOMPARE(m_money->gateway.ledger().size(), 0);
}

void TestOtherMethods::linksFile_isTakenAndStaysUnread()
{
    const OrderId another = m_money->addOrder(274, Yen{900}, {}, PaymentMethod::Rakuten);
    LinkService links(m_money->shop->context());
    QCOMPARE(links.unlink(paymentOf(another), u"誤り"_s, u"佐藤"_s).value(), QString());
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

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestOtherMethods)
#include "test_othermethods.moc"
