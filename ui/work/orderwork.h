#pragma once

#include "ui/payments/paymentcommands.h"
#include "ui/runs/statusquestion.h"

namespace kessai {

/// What is done from a list with one order and moves no money: its 対応状況 (S43, S44) and GMOの状態を採用.
/// Two or more are a run.
class OrderWork : public QObject
{
    Q_OBJECT

public:
    OrderWork(ShopSession &session, QWidget &window);

    /// Asks first, then changes.
    void askStatus(OrderId order, OrderStatus status);
    /// From its badge: asked for by name, so it asks nothing.
    void changeStatus(OrderId order, OrderStatus status);
    /// GMOの状態を採用: the gateway's last state, a reason, then a fresh read.
    void adopt(OrderId order);

signals:
    /// One sentence for the status bar.
    void said(const QString &sentence);
    /// One sentence that somebody has to read.
    void warned(const QString &sentence);
    /// The preview of this command for the order is wanted next (S44).
    void commandAsked(kessai::OperationKind kind, const kessai::OrderTicks &ticks);

private:
    void askPlanned(const StatusPlan &plan);
    void askReason(const OrderFacts &facts);

    ShopSession &m_session;
    PaymentCommands m_commands;
    QWidget &m_window;
};

} // namespace kessai
