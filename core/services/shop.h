#pragma once

#include "core/base/secret.h"
#include "core/services/bulkrun.h"
#include "core/services/operationplanner.h"
#include "core/services/orderrun.h"
#include "core/services/paymentoperation.h"
#include "core/services/refreshservice.h"
#include "core/services/resolveservice.h"
#include "core/services/settler.h"
#include "core/services/shopcontext.h"
#include "core/services/sweep.h"
#include "core/services/watching.h"
#include "core/settings/settings.h"

#include <memory>

namespace kessai {

class SeatNews;
class SecretStore;

/// Why a shop cannot be opened, in words for staff; the command line turns the kind into its exit status.
struct ShopError
{
    enum class Kind {
        BadInput,    ///< setup was given something wrong (2)
        NotSetUp,    ///< no settings in this folder: run setup (4)
        DataFolder,  ///< permissions, remote file system (4)
        Database,    ///< cannot be opened, newer, of another environment (4)
        Damaged,     ///< the SQLite file is broken; `backup` may take its place (4)
        HeldByOther, ///< another program holds the shop (4)
        Gateway,     ///< address refused or credentials missing (5)
    };
    Kind kind = Kind::Database;
    QString message;
    QString backup{}; ///< Damaged: the newest good backup; "" where there is none
};

/// One opened shop: the composition root of the money core. Lives on one thread (the engine's).
///
/// open() does not take over what a gone program left: call settler().adoptAbandoned() next when writing.
class Shop
{
public:
    struct Options
    {
        QString dataFolder; ///< "" the default one
        bool readOnly = false;
        QString operatorName;
        std::shared_ptr<SecretStore> secretStore; ///< none: as the settings say
    };
    static Result<std::unique_ptr<Shop>, ShopError> open(const Options &options, Clock &clock);
    ~Shop();

    /// Reads the credentials and makes the gateway client. Without it nothing can be read or sent.
    QCoro::Task<Result<Nothing, ShopError>> connectGateway();
    /// Keeps another password and uses it from the next call on; a sentence where it cannot be kept.
    QCoro::Task<Result<Nothing, QString>> changeShopPass(Secret pass);
    [[nodiscard]] bool connected() const { return m_context.gate != nullptr; }

    [[nodiscard]] ShopContext &context() { return m_context; }
    [[nodiscard]] Settings &settings();
    [[nodiscard]] SecretStore &secrets();
    [[nodiscard]] const QString &dataFolder() const { return m_dataFolder; }
    [[nodiscard]] const QString &operatorName() const { return m_operatorName; }
    void setOperatorName(const QString &name) { m_operatorName = name; }
    [[nodiscard]] ChangeNotifier &notifier();
    /// What other seats changed, once it listens; what the notifier says is told to them in any case.
    [[nodiscard]] SeatNews &seatNews();

    [[nodiscard]] OperationPlanner &planner();
    [[nodiscard]] PaymentOperation &operation();
    [[nodiscard]] BulkRun &bulkRun();
    [[nodiscard]] OrderRun &orderRun();
    [[nodiscard]] Settler &settler();
    [[nodiscard]] RefreshService &refresh();
    [[nodiscard]] Sweep &sweep();
    [[nodiscard]] Watching &watching();
    [[nodiscard]] ResolveService &resolver();

    /// Plans and carries out: one request alone, two or more as a run. Returns when none is CLAIMED or ARMED.
    struct OperationAnswer
    {
        std::optional<RunId> run;
        QList<OperationItem> items;
        std::optional<StorageError> storeError;
        bool gatewayUnusable = false;
        QString problem;      ///< why the gateway was of no use, in a sentence; "" when not known
        QString pausedReason; ///< why the run stands still; "" when it is finished
    };
    QCoro::Task<OperationAnswer> operate(QList<OperationRequest> requests, std::function<bool()> stop);
    /// The same of a run of any size. Its answer has no items but those that somebody else held when they
    /// were planned; RunItemPages gives all.
    QCoro::Task<OperationAnswer> operateInPieces(OperationRequests requests, std::function<bool()> stop);
    /// 状態一括確認 or 対応状況の変更 of many orders, or of one, as a run; its answer has no items
    /// (runItems()). Nothing is planned where nothing is asked for, and reading needs the gateway.
    QCoro::Task<OperationAnswer> operateOrders(OrderRunRequest request, std::function<bool()> stop);
    /// Goes on with a paused run of any kind; the items are all of the run's.
    QCoro::Task<OperationAnswer> resumeRun(RunId run, std::function<bool()> stop);
    /// The same of a run of any size, without items.
    QCoro::Task<OperationAnswer> resumeInPieces(RunId run, std::function<bool()> stop);

    /// Claims no more of this run; what is sent is never aborted. It can be resumed.
    StorageResult<Nothing> pauseRun(const RunId &run);
    /// 中止: what waits still is withdrawn (CANCELLED, WITHDRAWN), piece by piece, so that answers have their
    /// turn; done when the items under way are at rest, and the run is over then. False: it is over already,
    /// or another program works on it.
    QCoro::Task<StorageResult<bool>> stopRun(RunId run);

    /// Settings changed (timing, limits, rules): taken over for what begins from now on.
    void reloadSettings();

private:
    struct Parts;
    struct Services;
    Shop(std::unique_ptr<Parts> parts, QString dataFolder, QString operatorName);
    void onExchange(const ExchangeRecord &record);
    QCoro::Task<StorageResult<bool>> sweptAfterRestore(std::function<bool()> stop);
    QCoro::Task<OperationAnswer> planAndWork(OperationRequests requests, PlannedItems kept,
                                             std::function<bool()> stop);
    QCoro::Task<bool> mayMoveMoney(OperationAnswer &answer, std::function<bool()> stop);
    QCoro::Task<> workAlone(OperationAnswer &answer);
    QCoro::Task<> work(OperationAnswer &answer, RunId run, std::function<bool()> stop);
    QCoro::Task<> workOrders(OperationAnswer &answer, RunId run, std::function<bool()> stop);
    QCoro::Task<> resumeOrders(OperationAnswer &answer, RunKind kind, std::function<bool()> stop);
    bool mayRunOrders(OperationAnswer &answer, RunKind kind);
    QCoro::Task<StorageResult<bool>> stopOrders(RunId run);
    void refreshItems(OperationAnswer &answer);
    StorageResult<bool> worksElsewhere(const RunId &run);

    std::unique_ptr<Parts> m_parts;
    QString m_dataFolder;
    QString m_operatorName;
    ShopContext m_context;
    std::unique_ptr<Services> m_services;
    bool m_clockDiffers = false; ///< said already
};

/// The settings as the money core wants them.
JournalTiming timingOf(const Settings &settings);
PaymentRules rulesOf(const Settings &settings);
CallLimits limitsOf(const Settings &settings);

/// The name under which the ShopPass lies in the secret store.
QString shopPassName(const QString &shopId);

} // namespace kessai
