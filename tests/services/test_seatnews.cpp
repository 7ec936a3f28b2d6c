#include "core/services/shopsession.h"
#include "core/storage/seatnews.h"
#include "tests/services/moneyfixture.h"
#include "tests/storage/postgresqlserver.h"

#include <QSignalSpy>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// PostgreSQL: what staff do at one seat shows in the window of another. Ours is a shop without a window, as
/// the command line has it; the other's is a whole session.
class TestSeatNewsOfShops : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void capture_reachesTheOtherWindow();
    void lastChangeOfACommand_reachesTheWindow();
    void newsOfOthers_areNeitherToldOnNorReadAtTheGateway();

private:
    static constexpr int PatienceMs = 30'000;

    template <typename Fn>
    auto atOther(Fn fn)
    {
        auto future = m_other->onEngine(std::move(fn));
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, PatienceMs)) {
            qFatal("the engine does not answer");
        }
        return future.result();
    }

    PostgresqlServer m_server;
    std::unique_ptr<MoneyFixture> m_ours;
    std::unique_ptr<ShopSession> m_other;
};

void TestSeatNewsOfShops::init()
{
    const QString place = m_server.newDatabase();
    QVERIFY2(!place.isEmpty(), "no PostgreSQL server for the tests");
    m_ours = std::make_unique<MoneyFixture>(place);
    m_ours->open();
    m_other = std::make_unique<ShopSession>(Housekeeping{1h, 1h, 1h});
    QSignalSpy opened(m_other.get(), &ShopSession::opened);
    Shop::Options options;
    options.dataFolder = m_ours->dataFolder();
    options.operatorName = u"鈴木"_s;
    m_other->open(options);
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(atOther([](Shop &shop) { return shop.connected(); }), PatienceMs);
}

void TestSeatNewsOfShops::cleanup()
{
    if (m_other) {
        QSignalSpy closed(m_other.get(), &ShopSession::closed);
        m_other->close();
        QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, PatienceMs);
    }
    m_other.reset();
    m_ours.reset();
}

void TestSeatNewsOfShops::capture_reachesTheOtherWindow()
{
    const OrderId order = m_ours->addOrder(1, Yen{1000});
    PaymentStatus shown = PaymentStatus::Unsettled;
    int changes = 0;
    QObject window;
    connect(m_other.get(), &ShopSession::paymentChanged, &window, [&](PaymentId, OrderId changed) {
        changes += changed == order;
        auto read = m_other->onReader({}, [order](Database &database) {
            return OrderRepository(database).page({order}).value().first().paymentStatus;
        });
        read.then(&window, [&](std::optional<PaymentStatus> status) { shown = status.value_or(shown); });
    });
    QCOMPARE(m_ours->operateOne(OperationKind::Capture, order).state, OperationState::Done);
    QTRY_COMPARE_WITH_TIMEOUT(shown, PaymentStatus::Captured, PatienceMs);
    QVERIFY(changes > 0);
}

void TestSeatNewsOfShops::lastChangeOfACommand_reachesTheWindow()
{
    const OrderId order = m_ours->addOrder(1, Yen{1000});
    QSignalSpy changed(m_other.get(), &ShopSession::orderChanged);
    emit m_ours->shop->notifier().orderChanged(order);
    m_ours->close();
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, PatienceMs);
    QCOMPARE(changed.first().first().value<OrderId>(), order);
}

void TestSeatNewsOfShops::newsOfOthers_areNeitherToldOnNorReadAtTheGateway()
{
    const OrderId order = m_ours->addOrder(1, Yen{1000});
    const PaymentId payment = m_ours->shop->context().payments.ofOrder(order).value().first().id;
    SeatNews &news = m_ours->shop->seatNews();
    news.listen();
    QSignalSpy heardHere(&news, &SeatNews::orderChanged);
    QSignalSpy manyHeardHere(&news, &SeatNews::ordersChanged);
    QSignalSpy heardThere(m_other.get(), &ShopSession::ordersChanged);
    const int reads = m_ours->gateway.arrived(u"SearchTrade"_s);
    emit m_ours->shop->notifier().ordersChanged();
    QTRY_COMPARE_WITH_TIMEOUT(heardThere.count(), 1, PatienceMs);
    // Whatever the other did of itself began before this read.
    const auto read = [payment](Shop &shop) -> QCoro::Task<bool> {
        const auto done = co_await shop.refresh().refresh(payment, shop.operatorName());
        emit shop.notifier().orderChanged(done.value().order);
        co_return done.ok();
    };
    QVERIFY(atOther(read));
    QTRY_COMPARE_WITH_TIMEOUT(heardHere.count(), 1, PatienceMs);
    QCOMPARE(manyHeardHere.count(), 0);
    QCOMPARE(heardThere.count(), 1);
    QCOMPARE(m_ours->gateway.arrived(u"SearchTrade"_s), reads + 1);
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestSeatNewsOfShops)
#include "test_seatnews.moc"
