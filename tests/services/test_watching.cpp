#include "core/base/japantime.h"
#include "core/services/shopsession.h"
#include "tests/services/methodcases.h"

#include <QSignalSpy>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using simulator::FaultKind;
using simulator::MultiStatus;

/// What an open shop finds out by itself about payments at the store, at the bank, on the carrier's page and
/// at the wallet.
class TestWatching : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_money = std::make_unique<MoneyFixture>();
        m_money->open();
        m_money->gateway.setFrozen(true);
    }
    void cleanup() { m_money.reset(); }

    void stepByItself_isAdoptedAndLogged_data();
    void stepByItself_isAdoptedAndLogged();
    void paymentsAtTheirEnd_areNotAskedFor_data();
    void paymentsAtTheirEnd_areNotAskedFor();
    void unchanged_isAskedForAgainAfterThePeriod();
    void nearItsTerm_isAskedForMoreOftenAndFirst();
    void workOutside_isAFindingAndNotAskedForAllTheTime();
    void stopped_goesOnAfterARestart();
    void paused_asksForNothing();
    void countAndTime_areTold();
    void operations_comeFirst();
    void callsPerSecond_areLeftToOperations();
    void silentGateway_isLeftAlone();
    void openShop_watchesByItself();

private:
    static constexpr int PatienceMs = 30'000;

    OrderId add(qint64 number, PaymentMethod method, MultiStatus status, int termDays = 10)
    {
        const QDateTime term =
            japantime::lastSecondOf(japantime::dayOf(MoneyFixture::start()).addDays(termDays));
        const OrderId order =
            m_money->addMulti(number, Yen{3200}, method, {.status = status, .paymentTerm = term});
        m_money->refresh(order);
        return order;
    }
    OrderId addAtStore(qint64 number, int termDays = 10)
    {
        return add(number, PaymentMethod::ConvenienceStore, MultiStatus::ReqSuccess, termDays);
    }
    Payment paymentOf(OrderId order)
    {
        return m_money->shop->context().payments.ofOrder(order).value().first();
    }
    bool shopper(qint64 number, const QString &does)
    {
        return m_money->gateway.actAsShopper(MoneyFixture::gatewayOrderId(number), does).ok();
    }
    int reads() const { return m_money->gateway.arrived(u"SearchTradeMulti"_s); }
    /// Orders in which reads arrived since.
    QStringList readSince(qsizetype arrived) const
    {
        QStringList names;
        const auto entries = m_money->gateway.ledger().mid(arrived);
        for (const simulator::LedgerEntry &entry : entries) {
            names.append(entry.orderId.section(u'-', 0, 0));
        }
        return names;
    }
    qsizetype readsLogged(OrderId order)
    {
        const auto events = m_money->shop->context().orders.eventsOf(order).value();
        return std::count_if(events.begin(), events.end(),
                             [](const OrderRepository::Event &event) { return event.kind == u"READ"_s; });
    }
    void pass(std::chrono::milliseconds period) { m_money->clock.advance(period + 1s); }

    std::unique_ptr<MoneyFixture> m_money;
};

void TestWatching::stepByItself_isAdoptedAndLogged_data()
{
    QTest::addColumn<PaymentMethod>("method");
    QTest::addColumn<MultiStatus>("status");
    QTest::addColumn<QString>("does");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, PaymentMethod method, MultiStatus status, const QString &does,
                        const QString &word) { QTest::newRow(name) << method << status << does << word; };
    using Method = PaymentMethod;
    row("paid at the store", Method::ConvenienceStore, MultiStatus::ReqSuccess, u"pay"_s, u"PAYSUCCESS"_s);
    row("expired at the store", Method::ConvenienceStore, MultiStatus::ReqSuccess, u"expire"_s, u"EXPIRED"_s);
    row("paid at the bank", Method::PayEasyAtm, MultiStatus::ReqSuccess, u"pay"_s, u"PAYSUCCESS"_s);
    row("paid at the net bank", Method::PayEasyNet, MultiStatus::ReqSuccess, u"pay"_s, u"PAYSUCCESS"_s);
    row("au", Method::Au, MultiStatus::AuthProcess, u"pay"_s, u"AUTH"_s);
    row("docomo", Method::Docomo, MultiStatus::ReqSuccess, u"giveUp"_s, u"PAYFAIL"_s);
    row("SoftBank", Method::SoftBank, MultiStatus::AuthProcess, u"expire"_s, u"EXPIRED"_s);
    row("Rakuten", Method::Rakuten, MultiStatus::PayStart, u"pay"_s, u"AUTH"_s);
    row("wallet's word", Method::Rakuten, MultiStatus::ReqSales, u"finish"_s, u"SALES"_s);
}

void TestWatching::stepByItself_isAdoptedAndLogged()
{
    QFETCH(const PaymentMethod, method);
    QFETCH(const MultiStatus, status);
    QFETCH(const QString, does);
    QFETCH(const QString, word);
    const OrderId order = add(272, method, status);
    QVERIFY(shopper(272, does));
    QSignalSpy changed(&m_money->shop->notifier(), &ChangeNotifier::paymentChanged);
    const qsizetype logged = readsLogged(order);
    pass(Watching::UsualPeriod);
    m_money->readChanging();
    QCOMPARE(paymentOf(order).known->status, word);
    QCOMPARE(readsLogged(order), logged + 1);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_money->shop->context().journal.openFindings()->size(), 0);
    QCOMPARE(m_money->shop->context().orders.byId(order)->status, OrderStatus::New);
    QVERIFY(!m_money->shop->context().orders.byId(order)->paidAt);
}

void TestWatching::paymentsAtTheirEnd_areNotAskedFor_data()
{
    QTest::addColumn<PaymentMethod>("method");
    QTest::addColumn<MultiStatus>("status");
    QTest::newRow("paid") << PaymentMethod::ConvenienceStore << MultiStatus::PaySuccess;
    QTest::newRow("expired") << PaymentMethod::PayEasyAtm << MultiStatus::Expired;
    QTest::newRow("authorised") << PaymentMethod::Au << MultiStatus::Auth;
    QTest::newRow("sold") << PaymentMethod::Docomo << MultiStatus::Sales;
    QTest::newRow("cancelled") << PaymentMethod::SoftBank << MultiStatus::Cancel;
    QTest::newRow("failed") << PaymentMethod::Rakuten << MultiStatus::PayFail;
}

void TestWatching::paymentsAtTheirEnd_areNotAskedFor()
{
    QFETCH(const PaymentMethod, method);
    QFETCH(const MultiStatus, status);
    add(272, method, status);
    const OrderId card = m_money->addOrder(1, Yen{1000}, {.status = simulator::CardStatus::Unprocessed});
    m_money->refresh(card);
    const int before = m_money->gateway.arrived();
    pass(24h);
    m_money->readChanging();
    QCOMPARE(m_money->gateway.arrived(), before);
}

/// When it was read is kept; no line in its history, no news.
void TestWatching::unchanged_isAskedForAgainAfterThePeriod()
{
    const OrderId order = addAtStore(272);
    const qsizetype logged = readsLogged(order);
    QSignalSpy changed(&m_money->shop->notifier(), &ChangeNotifier::paymentChanged);
    const int before = reads();
    m_money->readChanging();
    QCOMPARE(reads(), before); // just read
    pass(Watching::UsualPeriod - 2s);
    m_money->readChanging();
    QCOMPARE(reads(), before);
    pass(1s);
    m_money->readChanging();
    QCOMPARE(reads(), before + 1);
    m_money->readChanging();
    QCOMPARE(reads(), before + 1);
    QCOMPARE(paymentOf(order).knownAt, std::optional(m_money->clock.nowUtc()));
    QCOMPARE(readsLogged(order), logged);
    QCOMPARE(changed.count(), 0);
}

void TestWatching::nearItsTerm_isAskedForMoreOftenAndFirst()
{
    addAtStore(1, 1); // its term ends tomorrow
    addAtStore(2);
    add(3, PaymentMethod::Rakuten, MultiStatus::ReqCancel);
    add(4, PaymentMethod::Docomo, MultiStatus::AuthProcess);
    m_money->gateway.setNow(MoneyFixture::start().addSecs(12 * 3600)); // within a day of it
    addAtStore(5);                                                     // the gateway's time is heard
    int before = m_money->gateway.arrived();
    pass(Watching::PressingPeriod);
    m_money->readChanging();
    QStringList pressing = readSince(before);
    pressing.sort();
    QCOMPARE(pressing, QStringList({u"1"_s, u"3"_s}));
    before = m_money->gateway.arrived();
    pass(Watching::UsualPeriod);
    m_money->readChanging();
    const QStringList all = readSince(before);
    QCOMPARE(all.size(), 5);
    QStringList first = all.mid(0, 2);
    first.sort();
    QCOMPARE(first, QStringList({u"1"_s, u"3"_s}));
}

void TestWatching::workOutside_isAFindingAndNotAskedForAllTheTime()
{
    const OrderId order = addAtStore(272);
    QVERIFY(m_money->gateway.operateConsole(MoneyFixture::gatewayOrderId(272), u"CANCEL"_s).ok());
    pass(Watching::UsualPeriod);
    m_money->readChanging();
    const auto findings = m_money->shop->context().journal.openFindings().value();
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first().source, u"WATCH"_s);
    QCOMPARE(paymentOf(order).known->status, u"REQSUCCESS"_s);
    const int before = reads();
    m_money->readChanging();
    QCOMPARE(reads(), before);
    pass(Watching::UsualPeriod);
    m_money->readChanging();
    QCOMPARE(reads(), before + 1);
    QCOMPARE(m_money->shop->context().journal.openFindings()->size(), 1);
}

void TestWatching::stopped_goesOnAfterARestart()
{
    for (const qint64 number : {1, 2, 3, 4}) {
        addAtStore(number);
    }
    const int before = m_money->gateway.arrived();
    pass(Watching::UsualPeriod);
    m_money->readChanging([this, before] { return m_money->gateway.arrived() >= before + 2; });
    QCOMPARE(m_money->gateway.arrived(), before + 2);
    m_money->close();
    m_money->open();
    m_money->readChanging();
    QStringList read = readSince(before);
    QCOMPARE(read.size(), 4); // none twice
    read.sort();
    QCOMPARE(read, QStringList({u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
}

void TestWatching::paused_asksForNothing()
{
    addAtStore(1);
    addAtStore(2);
    pass(Watching::UsualPeriod);
    const int before = reads();
    m_money->shop->watching().setPaused(true);
    m_money->readChanging();
    QCOMPARE(reads(), before);
    m_money->shop->watching().setPaused(false);
    // In the middle of it, too.
    connect(&m_money->shop->notifier(), &ChangeNotifier::watchedReadsLeft, this,
            [this](int count, int) { m_money->shop->watching().setPaused(count == 1); });
    m_money->readChanging();
    QCOMPARE(reads(), before + 1);
}

void TestWatching::countAndTime_areTold()
{
    QSignalSpy left(&m_money->shop->notifier(), &ChangeNotifier::watchedReadsLeft);
    m_money->readChanging();
    QCOMPARE(left.count(), 0); // none, and nothing to tell
    for (const qint64 number : {1, 2, 3}) {
        addAtStore(number);
    }
    pass(Watching::UsualPeriod);
    m_money->readChanging();
    QList<int> counts;
    for (const auto &told : left) {
        counts.append(told.at(0).toInt());
        QCOMPARE(told.at(1).toInt() > 0, told.at(0).toInt() > 0);
    }
    QCOMPARE(counts, QList<int>({3, 2, 1, 0}));
}

/// All slots but one are at work, then all: nothing is asked for until one more than that is free.
void TestWatching::operations_comeFirst()
{
    addAtStore(1);
    pass(Watching::UsualPeriod);
    GatewayGate &gate = *m_money->shop->context().gate;
    std::vector<GatewayGate::Lease> leases;
    while (int(leases.size()) < gate.slotCount() - 1) {
        leases.push_back(m_money->run(gate.acquire()));
    }
    const int before = reads();
    int looks = 0;
    m_money->readChanging([&] { return ++looks > 10; });
    QCOMPARE(reads(), before);
    QVERIFY(!gate.hasSpare());
    leases.pop_back();
    QVERIFY(gate.hasSpare());
    m_money->readChanging();
    QCOMPARE(reads(), before + 1);
}

/// The turn after the last call's belongs to whoever has an operation to send.
void TestWatching::callsPerSecond_areLeftToOperations()
{
    m_money->shop->context().gate->setPerSecond(5);
    const OrderId one = addAtStore(1);
    const OrderId other = addAtStore(2);
    pass(Watching::UsualPeriod);
    GatewayGate &gate = *m_money->shop->context().gate;
    QVERIFY(gate.takeTurn());
    QVERIFY(!gate.hasSpare());
    m_money->clock.advance(399ms);
    QVERIFY(!gate.hasSpare());
    m_money->clock.advance(1ms);
    QVERIFY(gate.hasSpare());
    m_money->readChanging();
    const qint64 between = paymentOf(one).knownAt->msecsTo(*paymentOf(other).knownAt);
    QVERIFY2(std::abs(between) >= 400, qPrintable(QString::number(between)));
}

void TestWatching::silentGateway_isLeftAlone()
{
    for (const qint64 number : {1, 2, 3, 4}) {
        addAtStore(number);
    }
    pass(Watching::UsualPeriod);
    m_money->gateway.addFaults({{.kind = FaultKind::DropBefore, .call = u"SearchTradeMulti"_s}});
    const int before = reads();
    m_money->readChanging();
    QCOMPARE(reads(), before + 2);
    m_money->gateway.clearFaults();
    m_money->readChanging();
    QCOMPARE(reads(), before + 4); // the two that said nothing wait for their time
    pass(Watching::UsualPeriod);
    m_money->readChanging();
    QCOMPARE(reads(), before + 8);
}

/// By the machine's clock the reads of 2020 are long ago.
void TestWatching::openShop_watchesByItself()
{
    addAtStore(272);
    QVERIFY(shopper(272, u"pay"_s));
    m_money->close();
    ShopSession session;
    QSignalSpy changed(&session, &ShopSession::paymentChanged);
    QSignalSpy left(&session, &ShopSession::watchedReadsLeft);
    Shop::Options options;
    options.dataFolder = m_money->dataFolder();
    session.open(options);
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(left.count(), 2, PatienceMs);
    QSignalSpy closed(&session, &ShopSession::closed);
    session.close();
    QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, PatienceMs);
    m_money->open();
    const auto orders = m_money->shop->context().orders.idByShopOrderId(272);
    QCOMPARE(paymentOf(orders->value()).known->status, u"PAYSUCCESS"_s);
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestWatching)
#include "test_watching.moc"
