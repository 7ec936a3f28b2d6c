#pragma once

#include "core/services/housekeeping.h"
#include "core/services/shop.h"
#include "core/services/shopreader.h"

#include <QCoro/QCoroTask>
#include <QFuture>
#include <QObject>
#include <QPromise>

#include <atomic>
#include <functional>
#include <memory>
#include <type_traits>

namespace kessai {

class ShopEngine;

/// The type that a function of ShopSession::onEngine gives: T for T and for QCoro::Task<T>.
template <typename T>
struct EngineResult
{
    using Value = T;
    static constexpr bool isTask = false;
};
template <typename T>
struct EngineResult<QCoro::Task<T>>
{
    using Value = T;
    static constexpr bool isTask = true;
};

/// One opened shop as the window sees it (design.md §3). Lives on the window's thread; owns the engine's
/// thread with the Shop and a reader's thread with a read-only connection. Nothing here blocks: answers come
/// as futures or signals.
///
/// A future whose work was dropped (closing, shop not open, newer read of the same kind) ends as cancelled.
class ShopSession : public QObject
{
    Q_OBJECT

public:
    enum class State { Closed, Opening, Open, Closing };

    explicit ShopSession(QObject *parent = nullptr);
    /// With other periods than usual, for tests.
    explicit ShopSession(const Housekeeping &housekeeping, QObject *parent = nullptr);
    /// Ends the threads. Call close() before and wait for closed(): what is still open is left as ARMED
    /// otherwise.
    ~ShopSession() override;

    /// Answers with opened() or openFailed(). Only in state Closed.
    void open(const Shop::Options &options);
    /// Claims no more, waits for open requests (openRequestsChanged tells how many), ends the threads, then
    /// closed().
    void close();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QString &dataFolder() const { return m_options.dataFolder; }
    [[nodiscard]] const QString &operatorName() const { return m_options.operatorName; }
    /// For what begins from now on.
    void setOperatorName(const QString &name);
    /// Where the shop is (known from opened() on).
    [[nodiscard]] GatewayEnvironment environment() const { return m_environment; }
    /// When the gateway last answered in this session.
    [[nodiscard]] const QDateTime &lastAnswerAt() const { return m_lastAnswerAt; }
    /// The gateway's time as last heard, else this machine's.
    [[nodiscard]] QDateTime gatewayNow() const;
    /// Its day in Japan.
    [[nodiscard]] QDate today() const;

    /// To give to Shop::operate and its like, on any thread: true from close() on.
    [[nodiscard]] std::function<bool()> stopRequested() const;

    /// Runs fn(Shop &) on the engine's thread; fn returns T or QCoro::Task<T>. fn is kept until its task is
    /// done, so a lambda with captures may be the coroutine.
    template <typename Fn>
    auto onEngine(Fn fn) -> QFuture<typename EngineResult<std::invoke_result_t<Fn &, Shop &>>::Value>;

    /// Runs fn(Database &) with the read-only connection on the reader's thread, in the order asked. A newer
    /// read of the same `kind` drops the waiting older one and interrupts it when it runs; "" is never
    /// dropped.
    template <typename Fn>
    auto onReader(const QByteArray &kind, Fn fn) -> QFuture<std::invoke_result_t<Fn &, Database &>>;
    /// As onReader(), fn(OrderSearch &): of what is looked for in the texts of all orders.
    template <typename Fn>
    auto onSearch(const QByteArray &kind, Fn fn) -> QFuture<std::invoke_result_t<Fn &, OrderSearch &>>;
    /// Drops and interrupts reads of this kind (Esc).
    void stopReads(const QByteArray &kind);

signals:
    void opened();
    void openFailed(const kessai::ShopError &error);
    /// The shop is open, but nothing can be read from the gateway or sent (no credentials, refused address).
    void gatewayFailed(const QString &message);
    /// What was taken over from a program or seat that is gone: after opening, and on PostgreSQL at any time;
    /// not emitted when there was nothing.
    void adopted(const kessai::Settler::Adopted &found);
    /// Payments that were linked and are read for the first time, without anybody's asking: how many are
    /// still to come; 0 when it is over, or the gateway is of no use at present.
    void firstReadsLeft(int count);
    /// As ChangeNotifier's: payments that are at the store, at the bank, on the carrier's page or at the
    /// wallet.
    void watchedReadsLeft(int count, int seconds);
    /// While closing: requests that are still waited for.
    void openRequestsChanged(int count);
    /// The daily backup could not be made.
    void backupFailed(const QString &message);
    /// Evidence was altered or removed: what and where, in a sentence for staff (journal.md §15).
    void chainsBroken(const QString &words);
    /// The database file is broken, and from which backup to restore it. Nothing is claimed any more.
    void corruptionFound(const QString &words);
    void closed();

    // As ChangeNotifier's.
    void paymentChanged(kessai::PaymentId id, kessai::OrderId order);
    void orderChanged(kessai::OrderId id);
    void ordersChanged();
    void runChanged(const QString &runId);
    void gatewayAnswered(const QDateTime &at);
    void gatewayUnreachable(const QString &reason);
    void clockDiffers(qint64 seconds);
    void storeFailing(const QString &reason);
    void storeRecovered();
    void unknownCodeSeen(const QString &errInfo);

private:
    friend class ShopEngine;
    /// Counts a coroutine of the engine for as long as its frame lives.
    class OpenTask
    {
    public:
        explicit OpenTask(std::shared_ptr<std::atomic<int>> count) : m_count(std::move(count)) { ++*m_count; }
        OpenTask(OpenTask &&) noexcept = default;
        ~OpenTask()
        {
            if (m_count) {
                --*m_count;
            }
        }

    private:
        std::shared_ptr<std::atomic<int>> m_count;
    };

    void postToEngine(std::function<void(Shop &)> job);
    void postToReader(const QByteArray &kind, ShopReader::Job job);
    void onShopOpened(const DatabaseSpec &spec, GatewayEnvironment environment);
    void onReaderOpened();
    void onOpenFailed(const ShopError &error);
    void onEngineFinished();

    template <typename Value, typename Fn>
    static QCoro::Task<> drive(Fn fn, Shop *shop, std::shared_ptr<QPromise<Value>> promise, OpenTask open);

    Housekeeping m_housekeeping;
    Shop::Options m_options;
    State m_state = State::Closed;
    GatewayEnvironment m_environment = GatewayEnvironment::Practice;
    QDateTime m_lastAnswerAt;
    /// How far the gateway's clock is from this machine's; written by the engine.
    std::shared_ptr<std::atomic<qint64>> m_gatewayClockOffsetMs = std::make_shared<std::atomic<qint64>>(0);
    std::shared_ptr<std::atomic<bool>> m_stop = std::make_shared<std::atomic<bool>>(false);
    std::shared_ptr<std::atomic<int>> m_openTasks = std::make_shared<std::atomic<int>>(0);
    std::unique_ptr<ShopEngine> m_engine;
    std::unique_ptr<ShopReader> m_reader;
};

template <typename Value, typename Fn>
QCoro::Task<> ShopSession::drive(Fn fn, Shop *shop, std::shared_ptr<QPromise<Value>> promise, OpenTask open)
{
    Q_UNUSED(open)
    if constexpr (std::is_void_v<Value>) {
        co_await fn(*shop);
    } else {
        Value value = co_await fn(*shop);
        promise->addResult(std::move(value));
    }
    promise->finish();
}

template <typename Fn>
auto ShopSession::onEngine(Fn fn) -> QFuture<typename EngineResult<std::invoke_result_t<Fn &, Shop &>>::Value>
{
    using Returned = EngineResult<std::invoke_result_t<Fn &, Shop &>>;
    using Value = typename Returned::Value;
    auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    QFuture<Value> future = promise->future();
    postToEngine([fn = std::move(fn), promise = std::move(promise), tasks = m_openTasks](Shop &shop) mutable {
        if constexpr (Returned::isTask) {
            drive<Value>(std::move(fn), &shop, std::move(promise), OpenTask(std::move(tasks)));
        } else {
            if constexpr (std::is_void_v<Value>) {
                fn(shop);
            } else {
                promise->addResult(fn(shop));
            }
            promise->finish();
        }
    });
    return future;
}

template <typename Fn>
auto ShopSession::onReader(const QByteArray &kind, Fn fn) -> QFuture<std::invoke_result_t<Fn &, Database &>>
{
    return onSearch(kind,
                    [fn = std::move(fn)](OrderSearch &search) mutable { return fn(search.database()); });
}

template <typename Fn>
auto ShopSession::onSearch(const QByteArray &kind, Fn fn)
    -> QFuture<std::invoke_result_t<Fn &, OrderSearch &>>
{
    using Value = std::invoke_result_t<Fn &, OrderSearch &>;
    auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    QFuture<Value> future = promise->future();
    postToReader(kind, [fn = std::move(fn), promise = std::move(promise)](
                           OrderSearch &search, const std::atomic<bool> &dropped) mutable {
        Value value = fn(search);
        if (dropped) {
            return; // the promise goes unfinished, so the future is cancelled
        }
        promise->addResult(std::move(value));
        promise->finish();
    });
    return future;
}

} // namespace kessai
