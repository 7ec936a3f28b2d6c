#include "tests/services/moneyfixture.h"

#include "core/base/japantime.h"
#include "core/services/setup.h"
#include "core/settings/secretstore.h"
#include "core/storage/orderimportstore.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// What a test cannot go on without.
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

} // namespace

QDateTime MoneyFixture::start()
{
    return japantime::instantOf(QDate(2020, 12, 3), QTime(13, 21, 23));
}

simulator::SimulatorOptions MoneyFixture::defaults()
{
    simulator::SimulatorOptions options;
    options.now = start();
    options.seed = 1;
    return options;
}

MoneyFixture::MoneyFixture(const QString &database, const simulator::SimulatorOptions &options)
    : gateway(options), clock(start()), m_database(database)
{
    auto started = gateway.start();
    require(started, "simulator");
}

MoneyFixture::~MoneyFixture()
{
    close();
}

void MoneyFixture::open()
{
    if (!m_setUp) {
        SetupRequest request;
        request.dataFolder = m_folder.path();
        request.gatewayUrl = gateway.gatewayUrl();
        request.shopId = gateway.shopId();
        request.shopPass = Secret(gateway.shopPass().toUtf8());
        request.database = m_database;
        request.secretsKind = u"file"_s;
        request.settings = {{u"bulk.perSecond"_s, u"0"_s}, {u"timing.deadlineMs"_s, u"2000"_s}};
        auto done = run(setUpShop(request, clock));
        require(done, "setup");
        m_setUp = true;
    }
    Shop::Options options;
    options.dataFolder = m_folder.path();
    options.operatorName = u"佐藤"_s;
    auto opened = Shop::open(options, clock);
    shop = std::move(require(opened, "open"));
    auto connected = run(shop->connectGateway());
    require(connected, "connect");
    auto adopted = shop->settler().adoptAbandoned();
    require(adopted, "adopt");
}

void MoneyFixture::close()
{
    shop.reset();
}

QString MoneyFixture::gatewayOrderId(qint64 number)
{
    return u"%1-03132123"_s.arg(number);
}

OrderId MoneyFixture::addOrder(qint64 number, Yen payable, simulator::TransactionSeed seed,
                               PaymentMethod method)
{
    seed.orderId = gatewayOrderId(number);
    if (seed.amount.value == 0) {
        seed.amount = payable;
    }
    auto seeded = gateway.seedTransactions({seed});
    require(seeded, "seed");
    return addLinked(number, payable, method);
}

OrderId MoneyFixture::addMulti(qint64 number, Yen payable, PaymentMethod method, simulator::MultiSeed seed)
{
    seed.orderId = gatewayOrderId(number);
    seed.payType = *simulator::payTypeFromNumber(payTypeOf(method));
    seed.netBank = method == PaymentMethod::PayEasyNet;
    if (seed.amount.value == 0) {
        seed.amount = payable;
    }
    auto seeded = gateway.seedMulti({seed});
    require(seeded, "seed");
    return addLinked(number, payable, method);
}

OrderId MoneyFixture::addLinked(qint64 number, Yen payable, PaymentMethod method)
{
    Order order;
    order.shopOrderId = number;
    order.orderNumber = QString::number(number);
    order.customer.familyName = u"髙橋"_s;
    order.customer.givenName = u"花子"_s;
    order.method = method;
    order.methodName = method == PaymentMethod::Card ? u"GMOクレジット決済"_s : labelOf(method);
    order.orderedAt = clock.nowUtc();
    order.totals.total = payable;
    order.totals.payableTotal = payable;
    OrderImportStore store(shop->context().database);
    auto transaction = Transaction::begin(shop->context().database);
    require(transaction, "begin");
    auto applied =
        store.apply(order, {u"status"_s, u"customer"_s, u"method"_s, u"orderedAt"_s, u"lines"_s}, false);
    require(applied, "order");
    auto id = shop->context().orders.idByShopOrderId(number);
    const OrderId orderId = require(id, "order id").value();
    auto linked = shop->context().payments.link(orderId, gateway.shopId(), gatewayOrderId(number), method);
    require(linked, "link");
    auto committed = transaction->commit();
    require(committed, "commit");
    return orderId;
}

void MoneyFixture::refresh(OrderId order)
{
    auto payments = shop->context().payments.ofOrder(order);
    for (const Payment &payment : require(payments, "payments")) {
        auto item = run(shop->refresh().refresh(payment.id, u"佐藤"_s));
        require(item, "refresh");
    }
}

Shop::OperationAnswer MoneyFixture::operate(OperationKind kind, const QList<OrderId> &orders,
                                            bool keepGatewayAmount)
{
    QList<OperationRequest> requests;
    for (const OrderId &order : orders) {
        OperationRequest request;
        request.kind = kind;
        request.order = order;
        request.keepGatewayAmount = keepGatewayAmount;
        request.operatorName = u"佐藤"_s;
        requests.append(request);
    }
    return run(shop->operate(requests, [] { return false; }));
}

OperationItem MoneyFixture::operateOne(OperationKind kind, OrderId order, bool keepGatewayAmount)
{
    return operate(kind, {order}, keepGatewayAmount).items.first();
}

void MoneyFixture::settle(std::chrono::milliseconds limit)
{
    const TurningClock turning(clock);
    QCoro::waitFor(shop->settler().settleAll(limit, [] { return false; }));
}

void MoneyFixture::readChanging(std::function<bool()> stop)
{
    const TurningClock turning(clock);
    QCoro::waitFor(shop->watching().readDue(std::move(stop)));
}

Operation MoneyFixture::operation(const OperationItem &item)
{
    auto row = shop->context().journal.byId(*item.operation);
    return require(row, "operation");
}

QList<Evidence> MoneyFixture::evidence(const OperationItem &item)
{
    auto rows = shop->context().journal.evidenceOf(*item.operation);
    return require(rows, "evidence");
}

int MoneyFixture::effects(const QString &gatewayOrderId, const QString &jobCd) const
{
    int count = 0;
    for (const simulator::LedgerEntry &entry : gateway.ledger()) {
        count += entry.orderId == gatewayOrderId && entry.jobCd == jobCd && entry.effect ? 1 : 0;
    }
    return count;
}

QList<JournalStore::ChainProblem> MoneyFixture::chainProblems()
{
    auto problems = shop->context().journal.verifyChains();
    return require(problems, "chains");
}

} // namespace kessai
