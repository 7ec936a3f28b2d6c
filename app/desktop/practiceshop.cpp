#include "app/desktop/practiceshop.h"

#include "app/desktop/practicefolder.h"
#include "core/services/setup.h"
#include "core/storage/orderimportstore.h"

#include <QCoreApplication>
#include <QFutureWatcher>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int WalletSeconds = 30; ///< after which 楽天ペイ says its final word, while somebody still looks

/// The gateway's ids of the payments that the shop knows.
QStringList linksOf(const SampleOrder &sample)
{
    QStringList ids;
    if (!sample.linked) {
        return ids;
    }
    for (const simulator::TransactionSeed &payment : sample.payments) {
        ids.append(payment.orderId);
    }
    if (sample.other) {
        ids.append(sample.other->orderId);
    }
    return ids;
}

/// Puts the orders and their links into the database; "" or what went wrong.
QString storeSamples(Shop &shop, const QList<SampleOrder> &samples)
{
    ShopContext &context = shop.context();
    auto transaction = Transaction::begin(context.database);
    if (!transaction) {
        return transaction.error().message;
    }
    OrderImportStore store(context.database);
    for (const SampleOrder &sample : samples) {
        const auto applied = store.apply(sample.order, OrderImportStore::allFields(), false);
        if (!applied) {
            return applied.error().message;
        }
        const auto id = context.orders.idByShopOrderId(sample.order.shopOrderId);
        if (!id || !*id) {
            return id ? u"The sample order is not there."_s : id.error().message;
        }
        for (const QString &gatewayOrderId : linksOf(sample)) {
            const auto linked =
                context.payments.link(**id, context.shopId, gatewayOrderId, sample.order.method);
            if (!linked) {
                return linked.error().message;
            }
        }
    }
    const auto committed = transaction->commit();
    return committed ? QString() : committed.error().message;
}

/// Reads every payment once, so that the list opens with what the gateway says.
QCoro::Task<> readAll(Shop &shop)
{
    const auto payments = shop.context().payments.openPayments(true);
    if (!payments) {
        co_return;
    }
    for (const PaymentId id : *payments) {
        const auto read = co_await shop.refresh().refresh(id, shop.operatorName());
        if (!read || read->gatewayUnusable) {
            co_return; // the window reads the rest in the background
        }
    }
}

QCoro::Task<QString> fillShop(Shop &shop, QList<SampleOrder> samples)
{
    const QString problem = storeSamples(shop, samples);
    if (problem.isEmpty()) {
        co_await readAll(shop);
    }
    co_return problem;
}

} // namespace

PracticeShop::PracticeShop(QObject *parent)
    : QObject(parent)
    , m_folder(practicefolder::nameTemplate())
    , m_gateway({.walletSeconds = WalletSeconds})
    , m_samples(sampleOrders(m_clock.nowUtc()))
{
}

PracticeShop::~PracticeShop() = default;

void PracticeShop::prepare()
{
    const auto started = m_gateway.start();
    if (!started) {
        emit failed(started.error());
        return;
    }
    if (seedGateway()) {
        setUp();
    }
}

bool PracticeShop::seedGateway()
{
    QList<simulator::TransactionSeed> cards;
    QList<simulator::MultiSeed> others;
    QList<simulator::Fault> unknownStates;
    for (const SampleOrder &sample : std::as_const(m_samples)) {
        cards += sample.payments;
        if (sample.other) {
            others.append(*sample.other);
        }
        if (sample.hasUnknownState) {
            unknownStates.append({.kind = simulator::FaultKind::UnknownStatus,
                                  .call = u"SearchTrade"_s,
                                  .orderId = sample.payments.first().orderId});
        }
    }
    m_gateway.addFaults(unknownStates);
    const auto seeded = m_gateway.seedTransactions(cards);
    const auto othersSeeded = m_gateway.seedMulti(others);
    if (!seeded || !othersSeeded) {
        emit failed(seeded ? othersSeeded.error() : seeded.error());
        return false;
    }
    return true;
}

QCoro::Task<> PracticeShop::setUp()
{
    SetupRequest request;
    request.dataFolder = m_folder.path();
    request.gatewayUrl = m_gateway.gatewayUrl();
    request.shopId = m_gateway.shopId();
    request.shopPass = Secret(m_gateway.shopPass().toUtf8());
    request.secretsKind = u"file"_s;
    // Answers that are lost are settled while somebody still looks: the times are a tenth of the real ones.
    request.settings = {{u"shop.name"_s, tr("練習商店")},       {u"bulk.perSecond"_s, u"0"_s},
                        {u"operators"_s, tr("佐藤,鈴木")},      {u"timing.settleMs"_s, u"18000"_s},
                        {u"timing.gapMs"_s, u"3000"_s},         {u"timing.pollMs"_s, u"2000,4000,6000"_s},
                        {u"timing.cancelReadGapMs"_s, u"500"_s}};
    const auto done = co_await setUpShop(request, m_clock);
    if (!done) {
        emit failed(done.error().message);
        co_return;
    }
    m_session = std::make_unique<ShopSession>();
    connect(m_session.get(), &ShopSession::openFailed, this,
            [this](const ShopError &error) { emit failed(error.message); });
    connect(m_session.get(), &ShopSession::opened, this, &PracticeShop::fill);
    connect(m_session.get(), &ShopSession::closed, this, [this] {
        addFaults();
        if (m_problem.isEmpty()) {
            emit ready();
        } else {
            emit failed(m_problem);
        }
    });
    Shop::Options options;
    options.dataFolder = m_folder.path();
    options.operatorName = tr("練習");
    m_session->open(options);
}

void PracticeShop::fill()
{
    auto *watcher = new QFutureWatcher<QString>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_problem = watcher->future().resultCount() > 0 ? watcher->result() : QString();
        m_session->close();
    });
    watcher->setFuture(
        m_session->onEngine([samples = m_samples](Shop &shop) { return fillShop(shop, samples); }));
}

/// From here on the gateway is as gateways are: some cards are refused, now and then an answer gets lost.
void PracticeShop::addFaults()
{
    using simulator::Fault;
    using simulator::FaultKind;
    QList<Fault> faults;
    for (const SampleOrder &sample : std::as_const(m_samples)) {
        if (sample.willBeRefused) {
            Fault refusal;
            refusal.kind = FaultKind::Error;
            refusal.call = u"AlterTran"_s;
            refusal.orderId = sample.payments.first().orderId;
            refusal.codes = {u"42G120000"_s};
            faults.append(refusal);
        }
    }
    Fault lost;
    lost.kind = FaultKind::DropAfter;
    lost.call = u"AlterTran"_s;
    lost.probability = 0.03;
    faults.append(lost);
    m_gateway.addFaults(faults);
}

} // namespace kessai
