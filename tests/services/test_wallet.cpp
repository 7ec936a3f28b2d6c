#include "core/services/journalrecord.h"
#include "tests/services/invariants.h"
#include "tests/services/methodcases.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::FaultKind;
using simulator::MultiStatus;

namespace {
const auto NeverStop = [] { return false; };
}

/// 楽天ペイ accepts first and says its final word later: the one asked for, or another (journal.md §9).
class TestWallet : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_money = std::make_unique<MoneyFixture>();
        m_money->open();
    }
    void cleanup() { m_money.reset(); }

    void wordAskedFor_isAdoptedAndLogged_data();
    void wordAskedFor_isAdoptedAndLogged();
    void anotherWord_isAFindingWhoeverReadsIt_data();
    void anotherWord_isAFindingWhoeverReadsIt();
    void findingOfTheWallet_isClosedByAPerson();
    void wordOfARequestAtTheConsole_isAdoptedByARefresh();
    void wordBeforeTheSettlingRead_isDone();
    void readThatLagsBehind_isNoWordOfTheWallet();
    void nextOperation_goesOnFromTheFinalWord();
    void wordByTheClock_isFoundWithoutAnybodysAsking();

private:
    static QString name() { return MoneyFixture::gatewayOrderId(272); }
    /// The operation is DONE, the wallet has it in work.
    OrderId accepted(OperationKind kind, MultiStatus before = MultiStatus::Auth)
    {
        const MethodCase one{"", PaymentMethod::Rakuten, kind, before, "", ""};
        const OrderId order = addMethodCase(*m_money, one, 272);
        m_item = m_money->operateOne(kind, order);
        return order;
    }
    bool says(const QString &word = {})
    {
        m_money->gateway.advance(600);
        return m_money->gateway.actAsShopper({name(), u"finish"_s, {}, word}).ok();
    }
    Payment paymentOf(OrderId order)
    {
        return m_money->shop->context().payments.ofOrder(order).value().first();
    }
    QList<Finding> findings() { return m_money->shop->context().journal.openFindings().value(); }
    RefreshItem refreshed(OrderId order)
    {
        return m_money->run(m_money->shop->refresh().refresh(paymentOf(order).id, u"佐藤"_s)).value();
    }
    SweepReport swept(OrderId order)
    {
        const QList<PaymentId> one{paymentOf(order).id};
        return m_money->run(m_money->shop->sweep().compare(one, u"SWEEP"_s, NeverStop)).value();
    }
    qsizetype readsLogged(OrderId order)
    {
        const auto events = m_money->shop->context().orders.eventsOf(order).value();
        return std::count_if(events.begin(), events.end(),
                             [](const OrderRepository::Event &event) { return event.kind == u"READ"_s; });
    }

    std::unique_ptr<MoneyFixture> m_money;
    OperationItem m_item;
};

void TestWallet::wordAskedFor_isAdoptedAndLogged_data()
{
    QTest::addColumn<OperationKind>("kind");
    QTest::addColumn<MultiStatus>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<int>("amount");
    QTest::newRow("capture") << OperationKind::Capture << MultiStatus::Auth << u"SALES"_s << 3200;
    QTest::newRow("cancel") << OperationKind::Cancel << MultiStatus::Sales << u"CANCEL"_s << 0;
    QTest::newRow("change of AUTH") << OperationKind::Change << MultiStatus::Auth << u"AUTH"_s << 2500;
    QTest::newRow("change of SALES") << OperationKind::Change << MultiStatus::Sales << u"SALES"_s << 2500;
    QTest::newRow("change of CAPTURE")
        << OperationKind::Change << MultiStatus::Capture << u"CAPTURE"_s << 2500;
}

void TestWallet::wordAskedFor_isAdoptedAndLogged()
{
    QFETCH(const OperationKind, kind);
    QFETCH(const MultiStatus, before);
    QFETCH(const QString, after);
    QFETCH(const int, amount);
    const OrderId order = accepted(kind, before);
    QCOMPARE(m_item.state, OperationState::Done);
    QCOMPARE(swept(order).differences.size(), 0); // still in work
    QCOMPARE(readsLogged(order), 0);
    QVERIFY(says());
    QCOMPARE(swept(order).differences.size(), 0);
    QCOMPARE(paymentOf(order).known->status, after);
    QCOMPARE(paymentOf(order).known->total(), Yen{amount});
    QCOMPARE(readsLogged(order), 1);
    QCOMPARE(findings().size(), 0);
    QCOMPARE(Invariants(*m_money).brokenAtRest(name()), QStringList());
}

void TestWallet::anotherWord_isAFindingWhoeverReadsIt_data()
{
    QTest::addColumn<OperationKind>("kind");
    QTest::addColumn<MultiStatus>("before");
    QTest::addColumn<QString>("says"); ///< "" as before the request
    QTest::addColumn<QString>("reader");
    for (const QString &reader : {u"refresh"_s, u"sweep"_s, u"watching"_s, u"pre-check"_s}) {
        const QByteArray by = reader.toLatin1();
        QTest::addRow("capture refused, by %s", by.constData())
            << OperationKind::Capture << MultiStatus::Auth << u""_s << reader;
        QTest::addRow("capture cancelled, by %s", by.constData())
            << OperationKind::Capture << MultiStatus::Auth << u"CANCEL"_s << reader;
        QTest::addRow("cancel refused, by %s", by.constData())
            << OperationKind::Cancel << MultiStatus::Sales << u""_s << reader;
        QTest::addRow("change refused, by %s", by.constData())
            << OperationKind::Change << MultiStatus::Auth << u""_s << reader;
    }
}

/// Of a refused change the words alone do not tell: it is authorised as before, of the old amount.
void TestWallet::anotherWord_isAFindingWhoeverReadsIt()
{
    QFETCH(const OperationKind, kind);
    QFETCH(const MultiStatus, before);
    QFETCH(const QString, says);
    QFETCH(const QString, reader);
    const OrderId order = accepted(kind, before);
    const Snapshot believed = *paymentOf(order).known;
    m_money->gateway.advance(600);
    const simulator::ShopperAct act{name(), says.isEmpty() ? u"refuse"_s : u"finish"_s, {}, says};
    QVERIFY(m_money->gateway.actAsShopper(act).ok());
    if (reader == u"refresh"_s) {
        const QString error = refreshed(order).error;
        QVERIFY2(error.contains(u"楽天ペイが受け付けた"_s), qPrintable(error));
    } else if (reader == u"sweep"_s) {
        QCOMPARE(swept(order).differences.size(), 1);
    } else if (reader == u"watching"_s) {
        m_money->clock.advance(Watching::PressingPeriod + std::chrono::seconds(1));
        m_money->readChanging();
    } else {
        const OperationItem next = m_money->operateOne(OperationKind::Cancel, order);
        QCOMPARE(codeOf(next.reason), u"HELD"_s);
    }
    QCOMPARE(findings().size(), 1);
    QCOMPARE(findings().first().source, u"WALLET"_s);
    QCOMPARE(findings().first().operationId, m_item.operation);
    QVERIFY(needsPerson(findings().first()));
    QCOMPARE(paymentOf(order).known, std::optional(believed));
    // Told once, however often it is read, and nothing is begun on it.
    swept(order);
    QVERIFY(!refreshed(order).error.isEmpty());
    QCOMPARE(findings().size(), 1);
    QCOMPARE(codeOf(m_money->operateOne(OperationKind::Cancel, order).reason), u"HELD"_s);
    QCOMPARE(mutationsOf(*m_money).size(), 1);
}

void TestWallet::findingOfTheWallet_isClosedByAPerson()
{
    const OrderId order = accepted(OperationKind::Capture);
    m_money->gateway.advance(600);
    QVERIFY(m_money->gateway.actAsShopper(name(), u"refuse"_s).ok());
    swept(order);
    const auto resolved = m_money->run(m_money->shop->resolver().resolve(
        paymentOf(order).id, Resolution::Adopt, u"管理画面で確認"_s, u"佐藤"_s));
    QVERIFY(resolved->resolved);
    QCOMPARE(findings().size(), 0);
    QCOMPARE(paymentOf(order).known->status, u"AUTH"_s);
    QCOMPARE(m_money->operateOne(OperationKind::Capture, order).state, OperationState::Done);
    QCOMPARE(Invariants(*m_money).brokenAtRest(name()), QStringList());
}

/// Nothing of ours is put in question by it.
void TestWallet::wordOfARequestAtTheConsole_isAdoptedByARefresh()
{
    const OrderId order = m_money->addMulti(272, Yen{3200}, PaymentMethod::Rakuten,
                                            {.status = MultiStatus::Auth, .amount = Yen{3200}});
    QVERIFY(m_money->gateway.operateConsole(name(), u"SALES"_s).ok());
    m_money->refresh(order);
    QCOMPARE(paymentOf(order).known->status, u"REQSALES"_s);
    m_money->gateway.advance(600);
    QVERIFY(m_money->gateway.actAsShopper(name(), u"refuse"_s).ok());
    QCOMPARE(swept(order).differences.size(), 1);
    QCOMPARE(findings().first().source, u"WALLET"_s);
    QVERIFY(!findings().first().operationId);
    QCOMPARE(refreshed(order).error, QString());
    QCOMPARE(paymentOf(order).known->status, u"AUTH"_s);
    QCOMPARE(findings().size(), 0);
}

/// The answer is lost, and the wallet is through before anybody reads.
void TestWallet::wordBeforeTheSettlingRead_isDone()
{
    m_money->gateway.addFaults({{.kind = FaultKind::DropAfter, .call = u"RakutenIdChange"_s, .nth = 1}});
    const OrderId order = accepted(OperationKind::Change);
    QCOMPARE(m_item.state, OperationState::InDoubt);
    QVERIFY(says());
    m_money->settle();
    QCOMPARE(m_money->operation(m_item).state, OperationState::Done);
    QCOMPARE(paymentOf(order).known->total(), Yen{2500});
    QCOMPARE(Invariants(*m_money).brokenAtRest(name()), QStringList());
}

/// Until T_SETTLE a read may show the payment as it was before our request (journal.md §2, A2).
void TestWallet::readThatLagsBehind_isNoWordOfTheWallet()
{
    const OrderId order = accepted(OperationKind::Capture);
    m_money->gateway.addFaults({{.kind = FaultKind::StaleRead, .call = u"SearchTradeMulti"_s}});
    const SweepReport report = swept(order);
    QCOMPARE(report.held, 1);
    QCOMPARE(report.differences.size(), 0);
    QVERIFY(!refreshed(order).error.isEmpty());
    QCOMPARE(findings().size(), 0);
    m_money->gateway.clearFaults();
    // The word that was asked for is never taken for such a read, however soon it comes.
    QVERIFY(m_money->gateway.actAsShopper(name(), u"finish"_s).ok());
    QCOMPARE(refreshed(order).error, QString());
    QCOMPARE(paymentOf(order).known->status, u"SALES"_s);
}

/// Nobody has read since: the pre-check finds the final word and goes on from it.
void TestWallet::nextOperation_goesOnFromTheFinalWord()
{
    const OrderId order = accepted(OperationKind::Capture);
    QVERIFY(says());
    const OperationItem cancel = m_money->operateOne(OperationKind::Cancel, order);
    QCOMPARE(cancel.state, OperationState::Done);
    QCOMPARE(m_money->operation(cancel).pre->status, u"SALES"_s);
    QCOMPARE(findings().size(), 0);
    QCOMPARE(Invariants(*m_money).brokenAtRest(name()), QStringList());
}

/// The wallet takes a minute; the watching reads until it has answered, and then no more.
void TestWallet::wordByTheClock_isFoundWithoutAnybodysAsking()
{
    simulator::SimulatorOptions options = MoneyFixture::defaults();
    options.walletSeconds = 60;
    m_money = std::make_unique<MoneyFixture>(QString(), options);
    m_money->open();
    m_money->gateway.setFrozen(true);
    const OrderId order = accepted(OperationKind::Capture);
    const auto readsAfter = [this] {
        const int before = m_money->gateway.arrived(u"SearchTradeMulti"_s);
        m_money->clock.advance(Watching::PressingPeriod + std::chrono::seconds(1));
        m_money->readChanging();
        return m_money->gateway.arrived(u"SearchTradeMulti"_s) - before;
    };
    m_money->gateway.advance(59);
    QCOMPARE(readsAfter(), 1);
    QCOMPARE(paymentOf(order).known->status, u"REQSALES"_s);
    m_money->gateway.advance(2);
    QCOMPARE(readsAfter(), 1);
    QCOMPARE(paymentOf(order).known->status, u"SALES"_s);
    QCOMPARE(readsAfter(), 0);
    QCOMPARE(findings().size(), 0);
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestWallet)
#include "test_wallet.moc"
