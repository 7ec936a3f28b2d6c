#pragma once

#include "core/services/housekeeping.h"
#include "core/services/shop.h"
#include "core/services/shopupkeep.h"

#include <QCoro/QCoroTask>
#include <QHash>
#include <QObject>
#include <QThread>

#include <functional>
#include <memory>
#include <optional>

class QTimer;

namespace kessai {

class ShopSession;

/// The engine's half: everything here runs on the engine's thread.
class ShopEngine : public QObject
{
public:
    ShopEngine(ShopSession &session, const Shop::Options &options, Housekeeping housekeeping);
    ~ShopEngine() override;

    void openShop();
    void run(const std::function<void(Shop &)> &job);
    void finish();
    void startThread();
    void stopThread();

private:
    template <typename Fn>
    void tellSession(Fn fn)
    {
        QMetaObject::invokeMethod(&m_session, std::move(fn), Qt::QueuedConnection);
    }
    void mirrorSignals();
    void keepTime();
    QCoro::Task<> connectGateway();
    void startHousekeeping();
    void onTick();
    void onMinute();
    void onHour();
    void foldCounts();
    void adopt();
    void inspect();
    void checkIntegrityOfTheWeek();
    void refuseMoney(const QString &reason);
    QCoro::Task<> settleDue();
    QCoro::Task<> watchDue();
    QCoro::Task<> readUnread();
    QCoro::Task<> readChanging();
    void tellFirstReadsLeft(qsizetype count);
    QCoro::Task<> sweepFinishedRuns();
    void waitForOpenRequests();
    void leave();
    [[nodiscard]] bool mayRead() const;

    ShopSession &m_session;
    Shop::Options m_options;
    Housekeeping m_housekeeping;
    SystemClock m_clock;
    std::unique_ptr<Shop> m_shop;
    std::unique_ptr<ShopUpkeep> m_upkeep;
    std::unique_ptr<QTimer> m_closing;
    bool m_settling = false;
    bool m_watching = false;
    bool m_readingUnread = false;
    bool m_sweeping = false;
    qsizetype m_firstReadsLeft = 0; ///< as told last
    QSet<PaymentId> m_unknown;      ///< to the gateway: not asked again by itself until the next start
    bool m_adopted = true;          ///< what a gone owner left was taken over
    bool m_readNow = false;         ///< the machine has slept: what is in doubt is read without waiting
    int m_reconnects = 0;
    std::optional<std::chrono::milliseconds> m_timeKeptAt; ///< the gateway's time, since boot
    std::chrono::milliseconds m_suspended{};
    QHash<OperationId, std::chrono::milliseconds> m_dueAt;  ///< next read of each operation in doubt
    QHash<RunId, std::chrono::milliseconds> m_sweepAgainAt; ///< runs with a payment that could not be read
    QThread m_thread;
};

} // namespace kessai
