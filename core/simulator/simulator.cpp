#include "core/simulator/simulator.h"

#include "core/simulator/certificate.h"
#include "core/simulator/controlport.h"
#include "core/simulator/gatewayport.h"
#include "core/simulator/httpserver.h"
#include "core/simulator/notificationsender.h"
#include "core/simulator/world.h"

#include <QDir>
#include <QTemporaryFile>

#include <algorithm>

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 LargestGatewayBody = 256 * 1024;
constexpr qint64 LargestControlBody = 64LL * 1024 * 1024; // a list of some hundred thousand transactions
} // namespace

/// What lives in the simulator's thread.
class SimulatorEngine : public QObject
{
public:
    explicit SimulatorEngine(const SimulatorOptions &options)
        : world(options)
        , m_gatewayPort(world)
        , m_controlPort(world)
        , m_notificationSender(world)
        , m_gateway([this](HttpConnection &connection,
                           const HttpRequest &request) { m_gatewayPort.handle(connection, request); },
                    LargestGatewayBody, this)
        , m_control([this](HttpConnection &connection,
                           const HttpRequest &request) { m_controlPort.handle(connection, request); },
                    LargestControlBody, this)
    {
        m_gatewayPort.setParent(this);
        m_notificationSender.setParent(this);
        world.notifications().setAddress(options.notificationUrl);
    }

    Result<Nothing, QString> start()
    {
        auto opened = world.open();
        if (!opened) {
            return opened;
        }
        if (world.options().tls) {
            const auto secured = useTls();
            if (!secured) {
                return secured;
            }
        }
        const auto gatewayPort = m_gateway.start(world.options().gatewayPort);
        if (!gatewayPort) {
            return failure(gatewayPort.error());
        }
        const auto controlPort = m_control.start(world.options().controlPort);
        if (!controlPort) {
            return failure(controlPort.error());
        }
        m_notificationSender.start();
        const QString scheme = world.options().tls ? u"https"_s : u"http"_s;
        gatewayUrl = u"%1://127.0.0.1:%2/payment/"_s.arg(scheme).arg(gatewayPort.value());
        controlUrl = u"http://127.0.0.1:%1/"_s.arg(controlPort.value());
        return Nothing{};
    }

    World world;
    QString gatewayUrl;
    QString controlUrl;
    QString certificateFile;

private:
    Result<Nothing, QString> useTls()
    {
        const auto certificate = makeLoopbackCertificate();
        if (!certificate) {
            return failure(certificate.error());
        }
        m_certificate.setFileTemplate(QDir::tempPath() + u"/gmo-simulator-XXXXXX.pem"_s);
        const QByteArray text = certificate.value().certificate.toPem();
        if (!m_certificate.open() || m_certificate.write(text) != text.size() || !m_certificate.flush()) {
            return failure(u"The certificate cannot be written: %1."_s.arg(m_certificate.errorString()));
        }
        certificateFile = m_certificate.fileName();
        m_gateway.useTls(certificate.value(), [this] { return world.faults().strikeHandshake(); });
        return Nothing{};
    }

    GatewayPort m_gatewayPort;
    ControlPort m_controlPort;
    NotificationSender m_notificationSender;
    HttpServer m_gateway;
    HttpServer m_control;
    QTemporaryFile m_certificate;
};

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
