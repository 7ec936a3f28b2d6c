#pragma once

#include "core/domain/runreason.h"
#include "core/services/refreshservice.h"
#include "core/services/shopcontext.h"
#include "core/storage/runitemstore.h"

#include <QCoro/QCoroTask>

#include <QSet>

#include <functional>

namespace kessai {

/// Work on many orders that moves no money: 状態一括確認 or 対応状況の変更.
struct OrderRunRequest
{
    RunKind kind = RunKind::Refresh;           ///< Refresh or Status
    std::optional<OrderStatus> wantedStatus{}; ///< Status: what the orders are to become
    QList<RunItemStore::Target> items{};       ///< in the order in which they are worked on and told
};

/// Works off the waiting items of a run that moves no money. A payment that was read without being noted is
/// read again; an order's 対応状況 and its item change in one transaction, so that none is changed twice.
class OrderRun
{
public:
    OrderRun(ShopContext &context, RefreshService &refresh) : m_context(context), m_refresh(refresh) {}

    /// Durable, RUNNING and this program's; without items nothing is planned.
    StorageResult<RunId> plan(const OrderRunRequest &request, const QString &operatorName);

    struct Outcome
    {
        RunStore::State state = RunStore::State::Running;
        RunReason reason; ///< why it is paused, or who stopped it
        bool gatewayUnusable = false;
        QString problem; ///< why, in a sentence; "" when not known
        std::optional<StorageError> storeError;
    };
    /// Until all are at rest, the run is paused, or `stop` says true: begins none then; what is asked of the
    /// gateway comes back.
    QCoro::Task<Outcome> work(RunId run, QString operatorName, std::function<bool()> stop);
    /// Paused → running again, with this program as its owner; false: there is no such paused run. A run that
    /// stands as running though this program has left it (its store failed at the end) counts as paused.
    StorageResult<bool> resume(const RunId &run);
    /// By this program, now: also while a paused run waits for its last answers.
    [[nodiscard]] bool isWorkingOn(const RunId &run) const { return m_working.contains(run); }
    /// Running, but at another seat, or at one that is gone and whose run nobody has taken over yet.
    StorageResult<bool> isElsewhere(const RunId &run);

    /// What waits is withdrawn (CANCELLED), piece by piece.
    QCoro::Task<StorageResult<Nothing>> withdrawAll(RunId run);

private:
    struct Progress;
    QCoro::Task<> readAll(Progress &progress);
    QCoro::Task<bool> readNext(Progress &progress);
    QCoro::Task<> readOne(Progress &progress, RunItemStore::Waiting item);
    void takeRead(Progress &progress, const RunItemStore::Waiting &item,
                  const StorageResult<RefreshItem> &read);
    void countAnswer(Progress &progress, const RefreshItem &read);
    void note(Progress &progress, const RunItemStore::Result &result);
    bool hasNext(Progress &progress);
    QCoro::Task<> changeAll(Progress &progress);
    QCoro::Task<> changeOneByOne(Progress &progress);
    StorageResult<qsizetype> changeTogether(const Progress &progress, qint64 limit);
    StorageResult<Nothing> giveUpFirst(const Progress &progress, const StorageError &problem);
    bool mayGoOn(Progress &progress);
    StorageResult<Outcome> close(const Progress &progress);

    ShopContext &m_context;
    RefreshService &m_refresh;
    QSet<RunId> m_working; ///< by this program, now
};

/// Runs that move no money and whose owner is gone: PAUSED, or FINISHED where nothing waits. How many were
/// paused (Settler::adoptAbandoned).
StorageResult<int> pauseLeftOrderRuns(ShopContext &context);

} // namespace kessai
