#include "tests/ui/orderfixture.h"

#include "core/base/japantime.h"
#include "core/services/setup.h"
#include "core/storage/orderimportstore.h"
#include "tests/ui/wordfit.h"

#include <QDir>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

template <typename T, typename E>
T &require(Result<T, E> &result, const char *what)
{
    if (!result) {
        if constexpr (requires { result.error().message; }) {
            qFatal("%s: %s", what, qPrintable(result.error().message));
        } else {
            qFatal("%s: %s", what, qPrintable(result.error()));
        }
    }
    return *result;
}

simulator::SimulatorOptions options()
{
    simulator::SimulatorOptions options;
    options.now = japantime::instantOf(QDate(2020, 12, 3), QTime(13, 21, 23));
    options.seed = 1;
    return options;
}

QCoro::Task<QString> setUpProblem(SetupRequest request, Clock &clock)
{
    const auto done = co_await setUpShop(request, clock);
    co_return done ? QString() : done.error().message;
}

OrderItem goods(Yen withTax)
{
    OrderItem item;
    item.productName = u"有田焼 湯呑み"_s;
    item.productCode = u"arita-01"_s;
    item.className1 = u"色"_s;
    item.classCategoryName1 = u"藍"_s;
    item.price = withTax;
    item.taxRatePercent = 10;
    item.taxDisplay = TaxDisplay::Included;
    return item;
}

Order orderOf(const OrderFixture::Wanted &wanted)
{
    Order order;
    order.shopOrderId = wanted.number;
    order.orderNumber = QString::number(wanted.number);
    order.customer.familyName = u"髙橋"_s;
    order.customer.givenName = u"花子"_s;
    order.customer.postalCode = u"5300001"_s;
    order.customer.prefecture = u"大阪府"_s;
    order.customer.address1 = u"大阪市北区梅田1-2-3"_s;
    order.customer.phoneNumber = u"0612345678"_s;
    order.mailAddress = u"hanako@example.jp"_s;
    order.message = u"平日の午前中に届けてください。"_s;
    order.status = wanted.status;
    order.method = wanted.method;
    order.methodName = wanted.method == PaymentMethod::Card ? u"GMOクレジット決済"_s : labelOf(wanted.method);
    order.orderedAt = options().now;
    order.items = {goods(wanted.payable)};
    Shipment parcel;
    parcel.recipient = order.customer;
    parcel.deliveryName = u"宅配便"_s;
    order.shipments = {parcel};
    order.totals.subtotal = wanted.payable;
    order.totals.total = wanted.payable;
    order.totals.payableTotal = wanted.payable;
    if (wanted.change) {
        wanted.change(order);
    }
    return order;
}

} // namespace

OrderFixture::OrderFixture() : gateway(options())
{
    auto started = gateway.start();
    require(started, "simulator");
    setUp();
}

OrderFixture::~OrderFixture()
{
    m_shop.reset();
    if (session && session->state() == ShopSession::State::Open) {
        session->close();
        if (!QTest::qWaitFor([this] { return session->state() == ShopSession::State::Closed; }, 20'000)) {
            qFatal("the session does not close");
        }
    }
}

void OrderFixture::setUp()
{
    SetupRequest request;
    request.dataFolder = m_folder.path();
    request.gatewayUrl = gateway.gatewayUrl();
    request.shopId = gateway.shopId();
    request.shopPass = Secret(gateway.shopPass().toUtf8());
    request.secretsKind = u"file"_s;
    // Polls come a day later: what is in doubt is settled by whoever asks.
    request.settings = {{u"bulk.perSecond"_s, u"0"_s},         {u"timing.settleMs"_s, u"0"_s},
                        {u"timing.sendWindowMs"_s, u"1500"_s}, {u"timing.gapMs"_s, u"50"_s},
                        {u"timing.pollMs"_s, u"86400000"_s},   {u"timing.cancelReadGapMs"_s, u"10"_s}};
    const QString problem = QCoro::waitFor(setUpProblem(request, m_clock));
    if (!problem.isEmpty()) {
        qFatal("setup: %s", qPrintable(problem));
    }
    Shop::Options shop;
    shop.dataFolder = m_folder.path();
    shop.operatorName = u"佐藤"_s;
    auto opened = Shop::open(shop, m_clock);
    m_shop = std::move(require(opened, "open"));
}

QString OrderFixture::gatewayOrderId(qint64 number)
{
    return u"%1-03132123"_s.arg(number);
}

void OrderFixture::seedPayment(Wanted &wanted)
{
    const bool card = wanted.method == PaymentMethod::Card;
    Yen &amount = card ? wanted.seed.amount : wanted.multi.amount;
    (card ? wanted.seed.orderId : wanted.multi.orderId) = gatewayOrderId(wanted.number);
    amount = amount == Yen{} ? wanted.payable : amount;
    if (card) {
        auto seeded = gateway.seedTransactions({wanted.seed});
        require(seeded, "seed");
        return;
    }
    wanted.multi.payType = simulator::PayType(payTypeOf(wanted.method).toInt());
    auto seeded = gateway.seedMulti({wanted.multi});
    require(seeded, "seed");
}

OrderId OrderFixture::add(Wanted wanted)
{
    seedPayment(wanted);
    const Order order = orderOf(wanted);
    ShopContext &context = m_shop->context();
    auto transaction = Transaction::begin(context.database);
    require(transaction, "begin");
    auto applied = OrderImportStore(context.database).apply(order, OrderImportStore::allFields(), false);
    require(applied, "order");
    auto found = context.orders.idByShopOrderId(wanted.number);
    const OrderId id = require(found, "order id").value();
    if (wanted.linked) {
        auto linked = context.payments.link(id, context.shopId, gatewayOrderId(wanted.number), wanted.method);
        require(linked, "link");
    }
    auto committed = transaction->commit();
    require(committed, "commit");
    return id;
}

void OrderFixture::importTotal(qint64 number, Yen payable)
{
    Order order = orderOf({.number = number, .payable = payable});
    auto imported = session->onEngine([order](Shop &shop) {
        auto transaction = Transaction::begin(shop.context().database);
        OrderImportStore store(shop.context().database);
        const bool applied = store.apply(order, OrderImportStore::allFields(), false).ok();
        const bool done = applied && transaction->commit().ok();
        emit shop.notifier().ordersChanged();
        return done;
    });
    if (!QTest::qWaitFor([&imported] { return imported.isFinished(); }, 20'000) || !imported.result()) {
        qFatal("the total is not imported");
    }
}

void OrderFixture::open()
{
    m_shop.reset();
    session = std::make_unique<ShopSession>();
    Shop::Options shop;
    shop.dataFolder = m_folder.path();
    shop.operatorName = u"佐藤"_s;
    session->open(shop);
    if (!QTest::qWaitFor([this] { return session->state() == ShopSession::State::Open; }, 20'000)) {
        qFatal("the session does not open");
    }
    auto read = session->onEngine([](Shop &shop) -> QCoro::Task<int> {
        const auto payments = shop.context().payments.openPayments(false);
        int count = 0;
        for (const PaymentId id : *payments) {
            const auto item = co_await shop.refresh().refresh(id, u"佐藤"_s);
            count += item.ok() ? 1 : 0;
        }
        co_return count;
    });
    if (!QTest::qWaitFor([&read] { return read.isFinished(); }, 120'000)) {
        qFatal("the payments are not read");
    }
}

std::unique_ptr<OrderWindow> OrderFixture::window(OrderId id)
{
    auto window = std::make_unique<OrderWindow>(*session, id);
    window->show();
    if (!QTest::qWaitFor([&window] { return !window->windowTitle().isEmpty(); }, 20'000)) {
        qFatal("the order is not read");
    }
    return window;
}

void OrderFixture::picture(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("KESSAI_PICTURES");
    if (!folder.isEmpty()) {
        QDir().mkpath(folder);
        const bool laidOut = QTest::qWaitFor([&widget] { return cramped(widget).isEmpty(); }, 1000);
        Q_UNUSED(laidOut)
        widget.grab().save(u"%1/%2.png"_s.arg(folder, name));
    }
}

QStringList OrderFixture::cramped(QWidget &widget)
{
    return wordsThatDoNotFit(widget);
}

} // namespace kessai
