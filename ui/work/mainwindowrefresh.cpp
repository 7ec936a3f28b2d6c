// MainWindow: 決済状態確認・反映 of the selected orders (F5).
#include "ui/models/orderreading.h"
#include "ui/orders/orderlistpage.h"
#include "ui/orders/ordertable.h"
#include "ui/text/formats.h"
#include "ui/today/todaypage.h"
#include "ui/widgets/banner.h"
#include "ui/work/mainwindow.h"

#include <QStatusBar>

namespace kessai {

using namespace Qt::StringLiterals;

void MainWindow::refreshPayments()
{
    if (!m_orderList || m_refreshReading || m_refresh) {
        return;
    }
    if (m_today && m_pages->currentWidget() == m_today) {
        m_numbers.refresh();
        return;
    }
    if (m_pages->currentWidget() != list()) { // not of rows that nobody sees
        statusBar()->showMessage(tr("受注一覧か決済状況一覧を表示してから、もう一度行ってください。"), 5000);
        return;
    }
    if (!list()->ticks().isEmpty()) {
        refreshTicked();
        return;
    }
    const QList<OrderId> orders = list()->table().selectedOrVisibleIds();
    m_refreshReading = list()->model().readingOf(orders, this);
    const auto payments = std::make_shared<QList<PaymentId>>();
    connect(m_refreshReading, &OrderReading::rowsRead, this, [payments](const QList<OrderSummary> &rows) {
        for (const OrderSummary &order : rows) {
            if (order.paymentId) {
                payments->append(*order.paymentId);
            }
        }
    });
    connect(m_refreshReading, &OrderReading::finished, this,
            [this, payments] { refreshPayments(*payments); });
    m_refreshReading->start();
}

void MainWindow::refreshPayments(const QList<PaymentId> &payments)
{
    if (m_refresh) {
        return;
    }
    if (payments.isEmpty()) {
        statusBar()->showMessage(tr("確認できる決済がありません。"), 5000);
        return;
    }
    m_refresh = new RefreshJob(m_session, payments, this);
    connect(m_refresh, &RefreshJob::progressed, this, [this](int done, int total) {
        statusBar()->showMessage(tr("GMOの状態を確認しています %1/%2（Escで中止）").arg(done).arg(total));
    });
    connect(m_refresh, &RefreshJob::finished, this, &MainWindow::onRefreshed);
    m_refresh->start();
}

void MainWindow::onRefreshed(const RefreshJob::Result &result)
{
    QStringList sentences;
    if (result.read > 0) {
        sentences.append(tr("%n件の決済状態を確認しました。", nullptr, result.read));
        sentences.append(result.changed > 0 ? tr("%n件が変わりました。", nullptr, result.changed)
                                            : tr("変わったものはありません。"));
    }
    if (result.unread > 0) {
        sentences.append(tr("%n件は確認できませんでした。", nullptr, result.unread));
    }
    statusBar()->showMessage(sentences.isEmpty() ? tr("確認を中止しました。") : Formats::sentences(sentences),
                             10'000);
    if (!result.problem.isEmpty()) {
        m_unread->setText(result.problem);
        m_unread->show();
    }
}

bool MainWindow::stopRefresh()
{
    const bool runs = m_refreshReading || m_refresh;
    delete m_refreshReading;
    if (m_refresh) {
        m_refresh->stop();
    }
    return runs;
}

} // namespace kessai
