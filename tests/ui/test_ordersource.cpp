#include "core/base/japantime.h"
#include "core/storage/orderwriter.h"
#include "tests/ui/orderfixture.h"
#include "ui/models/sessionordersource.h"

#include <QTest>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

/// What the lists ask of an opened shop.
class OrderSourceTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_shop.reset(); }
    void ticks_areCountedAndNamed();
    void list_isLookedUpByNumberAndGatewayOrderId();
    void searches_areKeptRenamedAndRemoved();
    void views_areCounted();
    void twoLists_doNotDropEachOthersReads();
    void texts_areFoundAsTheCommandLineFindsThem();

private:
    static constexpr int PatienceMs = 20'000;

    template <typename T>
    T wait(const QFuture<StorageResult<T>> &future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, PatienceMs) ||
            future.resultCount() == 0) {
            qFatal("no answer");
        }
        const StorageResult<T> answer = future.result();
        if (!answer) {
            qFatal("%s", qPrintable(answer.error().message));
        }
        return *answer;
    }

    void compareWithCommandLine();

    std::unique_ptr<OrderFixture> m_shop;
    QList<OrderId> m_orders;
};

void OrderSourceTest::initTestCase()
{
    m_shop = std::make_unique<OrderFixture>();
    m_orders = {m_shop->add({.number = 272, .payable = Yen{3200}}),
                m_shop->add({.number = 273, .payable = Yen{500}}),
                m_shop->add({.number = 274, .payable = Yen{800}, .status = OrderStatus::Pending})};
    m_shop->add({.number = 275, .payable = Yen{900}, .linked = false, .change = [](Order &order) {
                     order.method = PaymentMethod::Other;
                     order.methodName = u"銀行振込"_s;
                 }});
    m_shop->open();
}

void OrderSourceTest::ticks_areCountedAndNamed()
{
    SessionOrderSource source(*m_shop->session);
    OrderTicks ticks;
    ticks.ids = {m_orders.at(0), m_orders.at(1)};
    OrderFilter shown;
    shown.query = u"272"_s;
    const TickSummary summary = wait(source.tickSummary(ticks, shown));
    QCOMPARE(summary.count, 2);
    QCOMPARE(summary.hidden, 1);
    QCOMPARE(summary.total, Yen{3700});
    QCOMPARE(summary.wouldRun.value(OperationKind::Capture), 2);
    QCOMPARE(summary.wouldRun.value(OperationKind::Reauthorize), 0);
    QCOMPARE(wait(source.tickedIds(ticks, {u"total"_s, false})),
             (QList<OrderId>{m_orders.at(1), m_orders.at(0)}));
    OrderTicks everything;
    everything.everything = true;
    everything.filter.methods = {PaymentMethod::Card};
    everything.ids = {m_orders.at(0)};
    QCOMPARE(wait(source.tickedIds(everything, {})), QList<OrderId>{m_orders.at(1)});
}

void OrderSourceTest::list_isLookedUpByNumberAndGatewayOrderId()
{
    SessionOrderSource source(*m_shop->session);
    const OrderLookup lookup = wait(source.lookUp({u"273"_s, OrderFixture::gatewayOrderId(272), u"999"_s}));
    QCOMPARE(lookup.found, (QList<OrderId>{m_orders.at(1), m_orders.at(0)}));
    QCOMPARE(lookup.unknown, QStringList{u"999"_s});
}

void OrderSourceTest::searches_areKeptRenamedAndRemoved()
{
    SessionOrderSource source(*m_shop->session);
    OrderFilter filter;
    filter.paymentStatuses = {PaymentStatus::Authorized};
    filter.onlyGatewayMethods = true;
    wait(source.keepSearch(u"仮売上"_s, filter));
    const QList<SavedSearch> kept = wait(source.savedSearches());
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first().name, u"仮売上"_s);
    QCOMPARE(kept.first().filter, filter);
    wait(source.renameSearch(kept.first().id, u"要売上の決済"_s));
    QCOMPARE(wait(source.savedSearches()).first().name, u"要売上の決済"_s);
    wait(source.removeSearch(kept.first().id));
    QVERIFY(wait(source.savedSearches()).isEmpty());
}

void OrderSourceTest::views_areCounted()
{
    SessionOrderSource source(*m_shop->session);
    const ListCounts counts = wait(source.counts());
    QCOMPARE(counts.orders, 3);
    const auto shown = [&](OrderFilter filter) {
        filter.onlyGatewayMethods = true;
        return qint64(wait(source.matching(filter, {})).size());
    };
    OrderFilter byCard;
    byCard.methods = {PaymentMethod::Card};
    QCOMPARE(counts.payments.byMethod.value(PaymentMethod::Card), shown(byCard));
    OrderFilter authorized;
    authorized.paymentStatuses = {PaymentStatus::Authorized};
    QCOMPARE(counts.payments.byPaymentStatus.value(PaymentStatus::Authorized), shown(authorized));
    OrderFilter fresh;
    fresh.orderStatuses = {OrderStatus::New};
    QCOMPARE(counts.payments.byOrderStatus.value(OrderStatus::New), shown(fresh)); // not the transfer
    OrderFilter needed;
    needed.onlyCaptureNeeded = true;
    QCOMPARE(counts.captureNeeded, wait(source.matching(needed, {})).size());
    QVERIFY(counts.captureNeeded >= 2);
    QCOMPARE(counts.stuckInPayment, 0); // ordered just now
    OrderFilter stuck;
    stuck.stuckBefore = source.now().addSecs(60);
    QCOMPARE(wait(source.countEach({stuck})), QList<qint64>{1});
}

void OrderSourceTest::twoLists_doNotDropEachOthersReads()
{
    SessionOrderSource orders(*m_shop->session, "orders");
    SessionOrderSource payments(*m_shop->session, "payments");
    const auto dropped = orders.matching({}, {});
    const auto first = orders.matching({}, {});
    const auto second = payments.matching({}, {});
    QCOMPARE(wait(first).size(), 3);
    QCOMPARE(wait(second).size(), 3);
    QTRY_VERIFY(dropped.isFinished());
}

void OrderSourceTest::compareWithCommandLine()
{
    DatabaseSpec spec;
    spec.sqliteFile = m_shop->session->dataFolder() + u"/shop.sqlite"_s;
    const auto database = Database::open(spec, DatabaseMode::ReadOnly);
    QVERIFY(database);
    OrderRepository commandLine(**database);
    SessionOrderSource source(*m_shop->session);
    for (const QString &query : {u"2"_s, u"27"_s, u"03132123"_s, u"たか"_s, u"ﾀｶ"_s, u"勅"_s, u"勅使"_s,
                                 u"@EXAMPLE"_s, u"いない"_s, u" "_s}) {
        OrderFilter filter;
        filter.query = query;
        const auto right = commandLine.matching(filter, {});
        QVERIFY(right);
        QCOMPARE(wait(source.matching(filter, {})), *right);
        OrderFilter unfinished = filter;
        unfinished.orderStatuses = {OrderStatus::Pending};
        QCOMPARE(wait(source.countEach({filter, unfinished})),
                 (QList<qint64>{right->size(), *commandLine.count(unfinished)}));
        const OrderTicks everything{.everything = true, .filter = filter, .ids = {}};
        QCOMPARE(wait(source.tickedIds(everything, {})), *right);
        QCOMPARE(wait(source.tickSummary(everything, filter)).count, right->size());
        OrderTicks some;
        some.ids = {m_orders.at(0), m_orders.at(1)};
        const TickSummary summary = wait(source.tickSummary(some, filter));
        QCOMPARE(summary.count - summary.hidden,
                 std::count_if(some.ids.begin(), some.ids.end(),
                               [&right](OrderId id) { return right->contains(id); }));
    }
}

void OrderSourceTest::texts_areFoundAsTheCommandLineFindsThem()
{
    ShopSession &session = *m_shop->session;
    compareWithCommandLine();
    QVERIFY(QTest::qWaitFor( // by itself, while nobody asks
        [&session] {
            const auto ready = session.onSearch({}, [](OrderSearch &search) { return search.isReady(); });
            return QTest::qWaitFor([&ready] { return ready.isFinished(); }) && ready.result();
        },
        PatienceMs));
    compareWithCommandLine();
    const OrderId id = m_orders.at(1);
    wait(session.onEngine([id](Shop &shop) -> StorageResult<Nothing> {
        auto order = shop.context().orders.byId(id);
        if (!order) {
            return failure(order.error());
        }
        order->customer.familyName = u"勅使河原"_s;
        return updateOrder(shop.context().database, *order);
    }));
    OrderFilter renamed;
    renamed.query = u"勅使"_s;
    QCOMPARE(wait(SessionOrderSource(session).matching(renamed, {})), QList<OrderId>{id});
    compareWithCommandLine();
}

} // namespace kessai

QTEST_MAIN(kessai::OrderSourceTest)
#include "test_ordersource.moc"
