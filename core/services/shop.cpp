#include "core/services/shopparts.h"

#include "core/base/log.h"
#include "core/services/gatewaytime.h"
#include "core/storage/deadlinecolumns.h"

#include <QSysInfo>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int ClockWarningSeconds = 10 * 60; // journal.md §9

/// Where several machines work on one database, cloned ones may have one name between them: the boot tells
/// them apart, for armed_at is compared with the clock of the machine that wrote it (journal.md §8).
Seat newSeat(DatabaseSpec::Dialect dialect)
{
    Seat seat;
    seat.name = QSysInfo::machineHostName();
    if (dialect == DatabaseSpec::Dialect::Postgresql) {
        seat.name += u'-' + QString::fromLatin1(QSysInfo::bootUniqueId().left(8));
    }
    seat.boot = newUuid();
    seat.number = seatNumberOf(seat.boot);
    return seat;
}

/// All seats of a database work with the same days, whatever the settings of each say. The first one brings
/// its own.
StorageResult<Nothing> takeAgreedDays(Database &database, Settings &settings)
{
    PaymentRules rules = rulesOf(settings);
    const auto read = readAgreedDays(database, rules);
    if (!read) {
        return read;
    }
    static_cast<void>(settings.set(u"rules.captureDays"_s, QString::number(rules.captureDays)).ok());
    static_cast<void>(settings.set(u"rules.changeDays"_s, QString::number(rules.changeDays)).ok());
    if (database.mode() == DatabaseMode::ReadOnly) {
        return Nothing{};
    }
    const auto begun = moveDeadlines(database, rules);
    return begun ? StorageResult<Nothing>(Nothing{}) : failure(begun.error());
}

} // namespace

Result<std::unique_ptr<Shop>, ShopError> Shop::open(const Options &options, Clock &clock)
{
    const auto folder = DataFolder::open(options.dataFolder);
    if (!folder) {
        return failure(ShopError{ShopError::Kind::DataFolder, folder.error()});
    }
    auto settings = settingsOfShop(*folder);
    if (!settings) {
        return failure(settings.error());
    }
    const auto spec = databaseOfShop(*folder, *settings);
    if (!spec) {
        return failure(spec.error());
    }
    std::unique_ptr<InstanceLock> lock;
    if (!options.readOnly) {
        auto held = lockShop(*folder, *spec, clock.nowUtc());
        if (!held) {
            return failure(held.error());
        }
        lock = std::move(*held);
    }
    const DatabaseMode mode = options.readOnly ? DatabaseMode::ReadOnly : DatabaseMode::ReadWrite;
    auto database = openDatabase(*folder, *spec, mode, DatabaseContent::Shop, clock.nowUtc());
    if (!database) {
        return failure(database.error());
    }
    const Seat seat = newSeat(spec->dialect);
    if (!options.readOnly) {
        const auto bound = bindDatabase(**database, *settings);
        if (!bound) {
            return failure(bound.error());
        }
        const auto seated = holdSeat(**database, seat);
        if (!seated) {
            return failure(databaseError(seated.error()));
        }
    }
    const auto agreed = takeAgreedDays(**database, *settings);
    if (!agreed) {
        return failure(databaseError(agreed.error()));
    }
    auto parts =
        std::make_unique<Parts>(clock, std::move(*settings), std::move(lock), std::move(*database), seat);
    parts->secrets = options.secretStore ? options.secretStore
                                         : std::shared_ptr<SecretStore>(makeSecretStore(
                                               parts->settings.secretsKind(), folder->credentialsFile()));
    return std::unique_ptr<Shop>(new Shop(std::move(parts), folder->path(), options.operatorName));
}

Shop::Shop(std::unique_ptr<Parts> parts, QString dataFolder, QString operatorName)
    : m_parts(std::move(parts))
    , m_dataFolder(std::move(dataFolder))
    , m_operatorName(std::move(operatorName))
    , m_context(m_parts->makeContext())
    , m_services(std::make_unique<Services>(m_context))
{
}

Shop::~Shop()
{
    keepGatewayTime(m_context);
}

QCoro::Task<Result<Nothing, ShopError>> Shop::connectGateway()
{
    const auto environment = checkedEnvironment(m_parts->settings);
    if (!environment) {
        co_return failure(environment.error());
    }
    const auto pass = co_await m_parts->secrets->read(shopPassName(m_context.shopId));
    if (!pass) {
        co_return failure(ShopError{ShopError::Kind::Gateway, pass.error()});
    }
    const auto digestKey = m_context.meta.digestKey();
    if (!digestKey) {
        co_return failure(databaseError(digestKey.error()));
    }
    if (m_context.gate) {
        co_return Nothing{}; // another caller was quicker, and what it made may be in use
    }
    GatewayConfig config;
    config.baseUrl = m_parts->settings.gatewayUrl();
    config.shopId = m_context.shopId;
    config.shopPass = *pass;
    config.certificateAuthorityFile = m_parts->settings.certificateAuthorityFile();
    config.connectTimeout = m_context.timing.connect;
    config.deadline = m_context.timing.deadline;
    m_parts->client = std::make_unique<GmoClient>(config, ErrorTable::embedded(), *digestKey);
    m_parts->gate = std::make_unique<GatewayGate>(*m_parts->client, m_context.clock, m_context.limits);
    m_parts->gate->setClockOffset(keptClockOffset(m_context.meta));
    m_parts->gate->setListener([this](const ExchangeRecord &record) { onExchange(record); });
    m_parts->gate->setSeatCounter([database = &m_context.database]() -> std::optional<int> {
        const auto seats = livingSeats(*database);
        return seats ? std::optional(*seats) : std::nullopt;
    });
    m_context.gate = m_parts->gate.get();
    co_return Nothing{};
}

QCoro::Task<Result<Nothing, QString>> Shop::changeShopPass(Secret pass)
{
    const auto kept = co_await m_parts->secrets->write(shopPassName(m_context.shopId), pass);
    if (!kept) {
        co_return failure(kept.error());
    }
    if (m_parts->client) {
        m_parts->client->setShopPass(pass);
        co_return Nothing{};
    }
    const auto connected = co_await connectGateway();
    if (!connected) {
        co_return failure(connected.error().message);
    }
    co_return Nothing{};
}

void Shop::onExchange(const ExchangeRecord &record)
{
    ChangeNotifier &notifier = m_context.notifier;
    if (record.httpStatus) {
        emit notifier.gatewayAnswered(m_context.clock.nowUtc());
    } else {
        emit notifier.gatewayUnreachable(record.detail);
    }
    if (!record.gatewayDate || m_context.loopback) {
        return;
    }
    const qint64 seconds = m_context.clock.nowUtc().secsTo(*record.gatewayDate);
    const bool differs = std::abs(seconds) > ClockWarningSeconds;
    if (std::exchange(m_clockDiffers, differs) != differs) {
        emit notifier.clockDiffers(differs ? seconds : 0);
    }
}

void Shop::reloadSettings()
{
    m_context.timing = timingOf(m_parts->settings);
    const PaymentRules before = m_context.rules;
    m_context.rules = rulesOf(m_parts->settings);
    m_context.limits = limitsOf(m_parts->settings);
    m_context.breaker = m_parts->settings.bulkBreaker();
    m_context.payments.setRules(m_context.rules);
    const bool sameDays =
        before.captureDays == m_context.rules.captureDays && before.changeDays == m_context.rules.changeDays;
    const auto moved =
        sameDays ? StorageResult<bool>(false) : moveDeadlines(m_context.database, m_context.rules);
    if (!moved) { // tried again at the next start
        qCWarning(logStorage).noquote() << "deadlines not moved:" << moved.error().message;
    } else if (*moved) {
        emit m_context.notifier.ordersChanged();
    }
    if (m_parts->gate) {
        m_parts->gate->setPerSecond(m_context.limits.perSecond);
    }
}

Settings &Shop::settings()
{
    return m_parts->settings;
}

SecretStore &Shop::secrets()
{
    return *m_parts->secrets;
}

ChangeNotifier &Shop::notifier()
{
    return m_parts->notifier;
}

SeatNews &Shop::seatNews()
{
    return m_parts->seatNews;
}

OperationPlanner &Shop::planner()
{
    return m_services->planner;
}

PaymentOperation &Shop::operation()
{
    return m_services->operation;
}

BulkRun &Shop::bulkRun()
{
    return m_services->bulkRun;
}

OrderRun &Shop::orderRun()
{
    return m_services->orderRun;
}

Settler &Shop::settler()
{
    return m_services->settler;
}

RefreshService &Shop::refresh()
{
    return m_services->refresh;
}

Sweep &Shop::sweep()
{
    return m_services->sweep;
}

Watching &Shop::watching()
{
    return m_services->watching;
}

ResolveService &Shop::resolver()
{
    return m_services->resolver;
}

} // namespace kessai
