#include "core/services/shop.h"

#include "core/services/gatewaytime.h"
#include "core/services/shopopening.h"
#include "core/settings/secretstore.h"
#include "core/storage/diskspace.h"

#include <QFile>
#include <QSysInfo>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int ClockWarningSeconds = 10 * 60; // journal.md §9

Seat newSeat()
{
    Seat seat;
    seat.name = QSysInfo::machineHostName();
    seat.boot = newUuid();
    seat.number = seatNumberOf(seat.boot);
    return seat;
}

} // namespace

/// Everything a shop owns, in the order in which it is made.
struct Shop::Parts
{
    Parts(Clock &systemClock, Settings loaded, std::unique_ptr<InstanceLock> held,
          std::unique_ptr<Database> opened, Seat ownSeat)
        : clock(systemClock)
        , settings(std::move(loaded))
        , lock(std::move(held))
        , database(std::move(opened))
        , seat(std::move(ownSeat))
        , orders(*database)
        , payments(*database, rulesOf(settings))
        , journal(*database, seat)
        , runs(*database)
        , meta(*database)
        , watch(*database)
    {
    }

    ShopContext makeContext()
    {
        return {clock,
                *database,
                orders,
                payments,
                journal,
                runs,
                meta,
                watch,
                notifier,
                nullptr,
                timingOf(settings),
                rulesOf(settings),
                limitsOf(settings),
                settings.bulkBreaker(),
                seat,
                settings.shopId(),
                settings.loopbackGateway(),
                0,
                std::nullopt};
    }

    Clock &clock;
    Settings settings;
    std::unique_ptr<InstanceLock> lock;
    std::unique_ptr<Database> database;
    Seat seat;
    OrderRepository orders;
    PaymentRepository payments;
    JournalStore journal;
    RunStore runs;
    MetaStore meta;
    WatchStore watch;
    ChangeNotifier notifier;
    std::shared_ptr<SecretStore> secrets;
    std::unique_ptr<GmoClient> client;
    std::unique_ptr<GatewayGate> gate;
};

/// The services stand on the context, which must not move.
struct Shop::Services
{
    explicit Services(ShopContext &context)
        : planner(context)
        , settler(context)
        , operation(context, settler)
        , bulkRun(context, operation)
        , refresh(context, settler)
        , sweep(context)
        , resolver(context)
    {
    }

    OperationPlanner planner;
    Settler settler;
    PaymentOperation operation;
    BulkRun bulkRun;
    RefreshService refresh;
    Sweep sweep;
    ResolveService resolver;
};

Result<std::unique_ptr<Shop>, ShopError> Shop::open(const Options &options, Clock &clock)
{
    const auto folder = DataFolder::open(options.dataFolder);
    if (!folder) {
        return failure(ShopError{ShopError::Kind::DataFolder, folder.error()});
    }
    auto settings = Settings::load(folder->settingsFile());
    if (!settings) {
        return failure(ShopError{ShopError::Kind::DataFolder, settings.error()});
    }
    if (!settings->existed()) {
        return failure(ShopError{
            ShopError::Kind::NotSetUp,
            u"フォルダー %1 には店舗がまだ設定されていません。kessai setup を実行してください。"_s.arg(
                folder->path())});
    }
    const auto spec = DatabaseSpec::parse(settings->databaseSpec(), folder->databaseFile());
    if (!spec) {
        return failure(ShopError{ShopError::Kind::Database, spec.error()});
    }
    if (spec->dialect == DatabaseSpec::Dialect::Sqlite && !QFile::exists(spec->sqliteFile)) {
        // An empty one in its place would have forgotten what was asked of the gateway.
        return failure(ShopError{
            ShopError::Kind::Database,
            u"データベース %1 がありません。元に戻すか、バックアップから kessai restore で復元してください。"_s
                .arg(spec->sqliteFile)});
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
    auto database = openDatabase(*folder, *spec, mode, clock.nowUtc());
    if (!database) {
        return failure(database.error());
    }
    const Seat seat = newSeat();
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
    m_context.gate = m_parts->gate.get();
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
    if (std::abs(seconds) > ClockWarningSeconds) {
        emit notifier.clockDiffers(seconds);
    }
}

QCoro::Task<Shop::OperationAnswer> Shop::operate(QList<OperationRequest> requests, std::function<bool()> stop)
{
    OperationAnswer answer;
    const bool mayMove = co_await mayMoveMoney(answer, stop);
    if (!mayMove) {
        co_return answer;
    }
    const auto full = requests.size() > 1 ? diskNearlyFull(m_context.database.spec()) : std::nullopt;
    if (full) { // no new batch (journal.md §12)
        answer.storeError = full;
        co_return answer;
    }
    auto plan = co_await m_services->planner.plan(requests);
    if (!plan) {
        answer.storeError = plan.error();
        co_return answer;
    }
    answer.run = plan->run;
    answer.items = plan->items;
    if (answer.run) {
        co_await work(answer, *answer.run, stop);
    } else {
        co_await workAlone(answer);
    }
    refreshItems(answer);
    co_return answer;
}

/// A connection, and after a restore the sweep that comes before money moves; else the answer says why not.
QCoro::Task<bool> Shop::mayMoveMoney(OperationAnswer &answer, std::function<bool()> stop)
{
    if (!m_context.gate) {
        answer.gatewayUnusable = true;
        answer.pausedReason = u"GMOに接続していないため、決済の操作はできません。設定を確認してください。"_s;
        co_return false;
    }
    if (m_context.brokenStore) {
        answer.storeError = m_context.brokenStore;
        co_return false;
    }
    const auto released = m_services->operation.releaseIdle();
    if (!released) {
        answer.storeError = released.error();
        co_return false;
    }
    const auto swept = co_await sweptAfterRestore(stop);
    if (swept && *swept) {
        co_return true;
    }
    answer.storeError = swept ? std::nullopt : std::optional<StorageError>(swept.error());
    answer.gatewayUnusable = true;
    answer.pausedReason =
        u"バックアップから復元した後の照合がまだ終わっていないため、決済の操作はできません。GMOとの接続を確認してください。"_s;
    co_return false;
}

QCoro::Task<> Shop::workAlone(OperationAnswer &answer)
{
    if (answer.items.isEmpty() || answer.items.first().state != OperationState::Planned) {
        co_return;
    }
    const OperationRunResult result =
        co_await m_services->operation.run(*answer.items.first().operation, false, [] { return false; });
    if (result.state == OperationState::Planned) {
        // Nobody waits for it any more; a store that fails here too is told by storeError.
        static_cast<void>(m_services->operation.releaseIdle().ok());
    }
    answer.gatewayUnusable = result.gatewayUnusable;
    answer.storeError = result.storeError;
    answer.items.first().heldBy = result.heldBy;
}

QCoro::Task<> Shop::work(OperationAnswer &answer, RunId run, std::function<bool()> stop)
{
    const BulkRun::Outcome outcome = co_await m_services->bulkRun.work(run, stop);
    answer.gatewayUnusable = outcome.gatewayUnusable;
    answer.storeError = outcome.storeError;
    answer.pausedReason = outcome.reason;
}

QCoro::Task<Shop::OperationAnswer> Shop::resumeRun(RunId run, std::function<bool()> stop)
{
    OperationAnswer answer;
    answer.run = run;
    const auto operations = m_context.journal.ofRun(run);
    if (!operations) {
        answer.storeError = operations.error();
        co_return answer;
    }
    for (const Operation &operation : *operations) {
        OperationItem item;
        item.operation = operation.id;
        answer.items.append(item);
    }
    const bool mayMove = co_await mayMoveMoney(answer, stop);
    if (mayMove) {
        const auto resumed = m_services->bulkRun.resume(run);
        if (!resumed) {
            answer.storeError = resumed.error();
        } else if (*resumed) {
            co_await work(answer, run, stop);
        }
    }
    refreshItems(answer);
    co_return answer;
}

/// What the journal says now is the answer, whatever happened on the way.
void Shop::refreshItems(OperationAnswer &answer)
{
    for (OperationItem &item : answer.items) {
        if (!item.operation) {
            continue;
        }
        auto current = itemOf(m_context.database, m_context.rules, *item.operation);
        if (current) {
            current->heldBy = item.heldBy;
            item = *current;
        } else if (!answer.storeError) {
            answer.storeError = current.error();
        }
    }
}

/// After a restore all payments are compared with the gateway before money moves (journal.md §12).
QCoro::Task<StorageResult<bool>> Shop::sweptAfterRestore(std::function<bool()> stop)
{
    const auto needed = m_context.meta.sweepNeeded();
    if (!needed) {
        co_return failure(needed.error());
    }
    if (!*needed) {
        co_return true;
    }
    const auto swept = co_await m_services->sweep.afterRestore(stop);
    co_return swept;
}

void Shop::reloadSettings()
{
    m_context.timing = timingOf(m_parts->settings);
    m_context.rules = rulesOf(m_parts->settings);
    m_context.limits = limitsOf(m_parts->settings);
    m_context.breaker = m_parts->settings.bulkBreaker();
    m_context.payments.setRules(m_context.rules);
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

ResolveService &Shop::resolver()
{
    return m_services->resolver;
}

} // namespace kessai
