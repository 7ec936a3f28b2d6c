#pragma once

#include "ui/payments/paymentcommands.h"
#include "ui/runs/manypage.h"
#include "ui/runs/rundesk.h"
#include "ui/runs/statusquestion.h"
#include "ui/work/refreshjob.h"

#include <QHash>
#include <QPointer>

#include <functional>

namespace kessai {

/// Work on many orders that moves no money: 状態一括確認, 対応状況の変更 (S43, S44), and GMOの状態を採用 of
/// one. Two or more have a preview and a report on the page; one is asked about in a dialog.
class ManyWork : public QObject
{
    Q_OBJECT

public:
    /// @param page where it shows what it does
    /// @param shown the present conditions of the list: what they hide is said apart
    ManyWork(ShopSession &session, ManyPage &page, QWidget &window, std::function<OrderFilter()> shown);

    /// 決済状態確認・反映 of all that is ticked.
    void refresh(const OrderTicks &ticks, const OrderSort &sort);
    /// Asks first, then changes.
    /// @param fromList whether the ticks are the list's
    void changeStatus(OrderStatus status, const OrderTicks &ticks, const OrderSort &sort,
                      bool fromList = true);
    /// One order, from its badge: asked for by name, so it asks nothing.
    void changeStatusOfOne(OrderId order, OrderStatus status);
    /// Orders whose 対応状況 could not be changed after a run, each with its reason.
    void showRefused(const RunDesk::Outcome &outcome);
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
    /// For whoever looks elsewhere.
    void ended(const QString &title, const QString &sentence);
    /// The preview of this command for the same orders is wanted next (S44).
    void commandAsked(kessai::OperationKind kind, const kessai::OrderTicks &ticks,
                      const kessai::OrderSort &sort);

private:
    void showPreview(const ManyQuestion &question);
    void start();
    void startRefresh(const ManyPlan &plan);
    void listItem(PaymentId payment, const RefreshItem &item);
    void onRefreshed(const RefreshJob::Result &result);
    void changeNext(qsizetype from);
    void takeChanges(qsizetype from, qsizetype asked, const OrderService::StatusChanges &answer);
    void endStatuses(const QString &problem);
    void askOfChanged(OperationKind kind);
    void askOne(const StatusPlan &plan);
    void askReason(const OrderFacts &facts);
    void stop();

    ShopSession &m_session;
    PaymentCommands m_commands;
    ManyPage &m_page;
    QWidget &m_window;
    std::function<OrderFilter()> m_shown;
    std::shared_ptr<const ManyPlan> m_plan; ///< that is worked on
    QHash<PaymentId, int> m_places;         ///< in the plan
    QPointer<RefreshJob> m_refresh;
    std::optional<OperationKind> m_then; ///< wanted after the change of 対応状況
    int m_generation = 0;                ///< of the preview; later ones make the earlier worthless
    bool m_stopped = false;
};

/// One sentence or two: how many were read, what changed.
QString refreshSentence(const RefreshJob::Result &result);

} // namespace kessai
