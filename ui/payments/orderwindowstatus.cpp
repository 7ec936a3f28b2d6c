// 対応状況 in the window of an order: how it is shown, and moved.
#include "ui/models/badge.h"
#include "ui/models/whendone.h"
#include "ui/payments/orderwindow.h"
#include "ui/payments/paymentpanel.h"
#include "ui/runs/statusquestion.h"
#include "ui/text/words.h"
#include "ui/widgets/badgepainting.h"
#include "ui/widgets/colours.h"

#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// Of those that go with a 対応状況 (fittingCommand).
PanelCommand panelCommandOf(OperationKind kind)
{
    return kind == OperationKind::Capture ? PanelCommand::Capture : PanelCommand::Cancel;
}

} // namespace

void OrderWindow::askCommand(OperationKind kind)
{
    m_panel->ask(panelCommandOf(kind));
}

void OrderWindow::showStatus(const Order &order)
{
    const Badge badge = badgeOf(order.status);
    constexpr int MarkPx = 16;
    const qreal ratio = devicePixelRatioF();
    QPixmap mark(QSize(MarkPx, MarkPx) * ratio);
    mark.setDevicePixelRatio(ratio);
    mark.fill(Qt::transparent);
    QPainter painter(&mark);
    const QColor ground = palette().color(QPalette::Midlight);
    paintMark(painter, QRectF(0, 0, MarkPx, MarkPx), badge.meaning, readableOn(badge.colour, ground, 3),
              ground);
    painter.end();
    m_status->setIcon(mark);
    m_status->setText(u" "_s + badge.word); // beside the mark, not against it
    m_status->setAccessibleName(tr("対応状況: %1").arg(badge.word));
    m_moves->clear();
    for (const OrderStatus move : allowedMovesFrom(order.status)) {
        QAction *action =
            m_moves->addAction(tr("%1にする").arg(Words::of(move)), this, [this, move] { askStatus(move); });
        action->setObjectName(u"moveTo%1"_s.arg(int(move)));
    }
    m_status->setText(m_status->text() + (m_moves->isEmpty() ? QString() : u"  ▾"_s));
    m_status->setEnabled(!m_moves->isEmpty());
    m_status->setToolTip(m_moves->isEmpty() ? tr("この対応状況から変更できる先はありません。")
                                            : tr("対応状況を変更します。決済は変わりません。"));
}

/// Where a payment command goes with the status, it asks and offers that command (S44).
void OrderWindow::askStatus(OrderStatus status)
{
    const auto command = fittingCommand(status);
    if (!command) {
        setStatus(status, {});
        return;
    }
    StatusPlan plan;
    plan.status = status;
    plan.orders = {m_id};
    plan.only = m_title->text();
    plan.commandFits =
        m_panel->model().visible() && m_panel->model().verdict(panelCommandOf(*command)).allowed;
    auto *dialog = new StatusDialog(plan, this);
    connect(dialog, &StatusDialog::confirmed, this,
            [this, dialog, status] { setStatus(status, dialog->thenCommand()); });
    dialog->open();
}

void OrderWindow::setStatus(OrderStatus status, std::optional<OperationKind> thenAsk)
{
    const auto done = [this, thenAsk](const StorageResult<StatusChange> &change) {
        const QString problem = change ? change->problem : change.error().message;
        if (!problem.isEmpty()) {
            showProblem(problem);
        } else {
            m_thenAsk = thenAsk;
        }
        load();
    };
    whenDone(m_commands.setStatus(m_id, status), this, done);
}

} // namespace kessai
