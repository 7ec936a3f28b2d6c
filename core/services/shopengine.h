#pragma once

#include "core/services/shop.h"

#include <QCoro/QCoroTask>
#include <QHash>
#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

class QTimer;

namespace kessai {

class ShopSession;

/// The engine's half: everything here runs on the engine's thread.
class ShopEngine : public QObject
{
public:
    ShopEngine(ShopSession &session, const Shop::Options &options);
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
    QCoro::Task<> connectGateway();
    void startHousekeeping();
    QCoro::Task<> settleDue();
    QCoro::Task<> watchDue();
    QCoro::Task<> readUnread();
    void backUp();
    void waitForOpenRequests();
    void leave();
    [[nodiscard]] bool mayRead() const;

    ShopSession &m_session;
    Shop::Options m_options;
    SystemClock m_clock;
    std::unique_ptr<Shop> m_shop;
    std::unique_ptr<QTimer> m_closing;
    bool m_settling = false;
    bool m_watching = false;
    bool m_readingUnread = false;
    QHash<OperationId, std::chrono::milliseconds> m_dueAt; ///< next read of each operation in doubt
    QThread m_thread;
};

} // namespace kessai
