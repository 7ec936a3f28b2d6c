#include "ui/work/refreshjob.h"

#include "ui/models/whendone.h"

namespace kessai {

RefreshJob::RefreshJob(ShopSession &session, QList<PaymentId> payments, QObject *parent)
    : QObject(parent), m_session(session), m_payments(std::move(payments)), m_total(int(m_payments.size()))
{
}

void RefreshJob::start()
{
    emit progressed(0, m_total);
    const auto slotsOfShop = [](Shop &shop) { return shop.context().limits.parallel; };
    whenDone(
        m_session.onEngine(slotsOfShop), this,
        [this](int parallel) {
            m_parallel = qMax(1, parallel);
            fill();
        },
        [this] {
            stop();
            fill();
        });
}

/// Asks for as many as may be open at once; tells the end when none is left and none is open.
void RefreshJob::fill()
{
    while (m_inFlight < m_parallel && !m_payments.isEmpty()) {
        askNext();
    }
    if (m_inFlight == 0 && !m_over) {
        m_over = true;
        emit finished({m_read, m_asked - m_read + m_skipped, m_changed, m_problem});
        deleteLater();
    }
}

void RefreshJob::askNext()
{
    const PaymentId id = m_payments.takeFirst();
    ++m_inFlight;
    const auto read = [id](Shop &shop) { return shop.refresh().refresh(id, shop.operatorName()); };
    whenDone(
        m_session.onEngine(read), this, [this](const StorageResult<RefreshItem> &item) { take(item); },
        [this] { onDropped(); });
}

void RefreshJob::onDropped()
{
    --m_inFlight;
    stop();
    fill();
}

void RefreshJob::take(const StorageResult<RefreshItem> &item)
{
    --m_inFlight;
    ++m_asked;
    const QString problem = item ? item->error : item.error().message;
    m_read += problem.isEmpty() ? 1 : 0;
    if (!problem.isEmpty() && m_problem.isEmpty()) {
        m_problem = problem;
    }
    if (item && item->changed) {
        ++m_changed;
    }
    if (!item || item->gatewayUnusable) {
        m_skipped += int(m_payments.size());
        stop(); // the others would fare no better
    }
    emit progressed(m_asked, m_total);
    fill();
}

} // namespace kessai
