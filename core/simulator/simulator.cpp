#include "core/simulator/simulator.h"

#include "core/simulator/simulatorengine.h"

#include <algorithm>

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

/// Runs the work in the engine's thread and gives what it gives.
template <typename Work>
auto inThreadOf(SimulatorEngine *engine, Work work)
{
    std::optional<decltype(work())> result;
    QMetaObject::invokeMethod(
        engine, [&result, &work] { result.emplace(work()); }, Qt::BlockingQueuedConnection);
    return std::move(*result);
}

/// What lies under the OrderID, if it is of this kind.
template <typename Kind>
std::optional<Kind> found(const Transaction *transaction)
{
    const Kind *kind = std::get_if<Kind>(transaction);
    return kind ? std::optional(*kind) : std::nullopt;
}

template <typename Kind>
QList<Kind> onlyOf(const QList<Transaction> &transactions)
{
    QList<Kind> kinds;
    for (const Transaction &transaction : transactions) {
        if (const Kind *kind = std::get_if<Kind>(&transaction)) {
            kinds.append(*kind);
        }
    }
    return kinds;
}

template <typename Kind, typename Seed>
Result<QList<Kind>, QString> seeded(World &world, const QList<Seed> &seeds)
{
    QList<Transaction> drafts;
    for (const Seed &seed : seeds) {
        drafts.append(transactionFrom(seed, world.clock().nowUtc()));
    }
    const auto made = world.seed(drafts);
    if (!made) {
        return failure(made.error());
    }
    return onlyOf<Kind>(*made);
}

} // namespace

Simulator::Simulator(const SimulatorOptions &options) : m_options(options)
{
    m_thread.setObjectName(u"gmo-simulator"_s);
}

Simulator::~Simulator()
{
    stop();
}

Result<Nothing, QString> Simulator::start()
{
    stop();
    m_engine = std::make_unique<SimulatorEngine>(m_options);
    m_engine->moveToThread(&m_thread);
    m_thread.start();
    auto started = inThreadOf(m_engine.get(), [this] { return m_engine->start(); });
    if (!started) {
        stop();
        return started;
    }
    m_gatewayUrl = m_engine->gatewayUrl;
    m_controlUrl = m_engine->controlUrl;
    m_certificateFile = m_engine->certificateFile;
    return started;
}

void Simulator::stop()
{
    if (!m_engine) {
        return;
    }
    QObject *engine = m_engine.release();
    QObject::connect(&m_thread, &QThread::finished, engine, &QObject::deleteLater);
    m_thread.quit();
    m_thread.wait();
}

Result<QList<CardTransaction>, QString> Simulator::seedTransactions(const QList<TransactionSeed> &seeds)
{
    return inThreadOf(m_engine.get(), [&] { return seeded<CardTransaction>(m_engine->world, seeds); });
}

Result<QList<MultiTransaction>, QString> Simulator::seedMulti(const QList<MultiSeed> &seeds)
{
    return inThreadOf(m_engine.get(), [&] { return seeded<MultiTransaction>(m_engine->world, seeds); });
}

QList<CardTransaction> Simulator::transactions() const
{
    return inThreadOf(m_engine.get(),
                      [this] { return onlyOf<CardTransaction>(m_engine->world.book().all()); });
}

QList<MultiTransaction> Simulator::multiTransactions() const
{
    return inThreadOf(m_engine.get(), [this] {
        m_engine->world.letTimePass();
        return onlyOf<MultiTransaction>(m_engine->world.book().all());
    });
}

std::optional<CardTransaction> Simulator::transaction(const QString &orderId) const
{
    return inThreadOf(m_engine.get(),
                      [&] { return found<CardTransaction>(m_engine->world.book().byOrderId(orderId)); });
}

std::optional<MultiTransaction> Simulator::multiTransaction(const QString &orderId) const
{
    return inThreadOf(m_engine.get(), [&] {
        m_engine->world.letTimePass();
        return found<MultiTransaction>(m_engine->world.book().byOrderId(orderId));
    });
}

QDateTime Simulator::now() const
{
    return inThreadOf(m_engine.get(), [this] { return m_engine->world.clock().nowUtc(); });
}

void Simulator::setNow(const QDateTime &instant)
{
    inThreadOf(m_engine.get(), [&] { return m_engine->world.setNow(instant).ok(); });
}

void Simulator::advance(qint64 seconds)
{
    inThreadOf(m_engine.get(), [&] { return m_engine->world.advance(seconds).ok(); });
}

void Simulator::setFrozen(bool frozen)
{
    inThreadOf(m_engine.get(), [&] { return m_engine->world.setFrozen(frozen).ok(); });
}

void Simulator::addFaults(const QList<Fault> &faults)
{
    inThreadOf(m_engine.get(), [&] {
        m_engine->world.faults().add(faults);
        return true;
    });
}

void Simulator::clearFaults()
{
    inThreadOf(m_engine.get(), [this] {
        m_engine->world.faults().clear();
        return true;
    });
}

QList<LedgerEntry> Simulator::ledger() const
{
    return inThreadOf(m_engine.get(), [this] { return m_engine->world.entries(); });
}

int Simulator::arrived(const QString &call) const
{
    const QList<LedgerEntry> entries = ledger();
    return int(std::count_if(entries.begin(), entries.end(), [&call](const LedgerEntry &entry) {
        return call.isEmpty() || entry.call == call;
    }));
}

Result<Transaction, QString> Simulator::operateConsole(const QString &orderId, const QString &jobCd,
                                                       std::optional<Yen> amount)
{
    return inThreadOf(m_engine.get(), [&] {
        return m_engine->world.operateConsole({orderId, jobCd, amount});
    });
}

Result<Transaction, QString> Simulator::actAsShopper(const QString &orderId, const QString &does)
{
    return actAsShopper(ShopperAct{orderId, does});
}

Result<Transaction, QString> Simulator::actAsShopper(const ShopperAct &act)
{
    return inThreadOf(m_engine.get(), [&] { return m_engine->world.actAsShopper(act); });
}

} // namespace kessai::simulator
