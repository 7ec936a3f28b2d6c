#pragma once

#include "ui/payments/paymentcommands.h"
#include "ui/runs/manypage.h"
#include "ui/runs/statusquestion.h"
#include "ui/work/refreshjob.h"

#include <QPointer>

#include <atomic>

namespace kessai {

/// Work on many orders that moves no money: 状態一括確認, 対応状況の変更 (S43, S44), and GMOの状態を採用 of
/// one. Shows a page only where there is something to wait for or to read.
class ManyWork : public QObject
{
    Q_OBJECT

public:
    /// @param page where it shows what it does
    ManyWork(ShopSession &session, ManyPage &page, QWidget &window);

    /// 決済状態確認・反映 of all that is ticked.
    void refresh(const OrderTicks &ticks, const OrderSort &sort);
    /// Asks first, then changes.
    void changeStatus(OrderStatus status, const OrderTicks &ticks, const OrderSort &sort);
    /// One order, from its badge: asked for by name, so it asks nothing.
    void changeStatusOfOne(OrderId order, OrderStatus status);
    /// GMOの状態を採用: the gateway's last state, a reason, then a fresh read.
    void adopt(OrderId order);
    [[nodiscard]] bool busy() const { return m_page.busy(); }

signals:
    /// The page has something to show.
    void pageAsked();
    /// One sentence for the status bar.
    void said(const QString &sentence);
    /// One sentence that somebody has to read.
    void warned(const QString &sentence);
    /// The preview of this command for the same orders is wanted next (S44).
    void commandAsked(kessai::OperationKind kind, const kessai::OrderTicks &ticks,
                      const kessai::OrderSort &sort);

private:
    void refreshPayments(const StorageResult<QList<PaymentId>> &payments);
    void listItem(const RefreshItem &item);
    void onRefreshed(const RefreshJob::Result &result);
    void ask(const StatusPlan &plan, const OrderSort &sort);
    void setStatuses(const StatusPlan &plan);
    void onStatusesSet(const StatusPlan &plan, const OrderService::StatusChanges &answer);
    void askReason(const OrderFacts &facts);
    void stop();
    void fail(const QString &problem);

    ShopSession &m_session;
    PaymentCommands m_commands;
    ManyPage &m_page;
    QWidget &m_window;
    QPointer<RefreshJob> m_refresh;
    /// What the person wants after the change of 対応状況, of the orders that were changed.
    std::function<void(const QList<OrderId> &changed)> m_afterwards;
    std::shared_ptr<std::atomic<bool>> m_stop = std::make_shared<std::atomic<bool>>(false);
};

/// One sentence or two: how many were read, what changed.
QString refreshSentence(const RefreshJob::Result &result);

} // namespace kessai
