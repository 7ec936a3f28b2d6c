#pragma once

#include "ui/models/ordersource.h"
#include "ui/models/ticks.h"

#include <QTimer>

namespace kessai {

/// What the bulk bar says about the ticks: asked again shortly after a tick and after changes of orders, a
/// newer question drops the older one.
class TickCounts : public QObject
{
    Q_OBJECT

public:
    TickCounts(OrderSource &source, Ticks &ticks, QObject *parent = nullptr);

    /// The present conditions of the list: they decide how many ticks are hidden.
    void setShown(const OrderFilter &shown);
    [[nodiscard]] const TickSummary &summary() const { return m_summary; }
    /// False while the ticks have changed since the last answer.
    [[nodiscard]] bool known() const { return m_known; }

signals:
    void changed();
    void failed(const QString &message);

private:
    void ask();
    void onOrdersChanged();
    void take(const StorageResult<TickSummary> &answer);
    void readMatching();

    OrderSource &m_source;
    Ticks &m_ticks;
    OrderFilter m_shown;
    QTimer m_pause;
    TickSummary m_summary;
    int m_generation = 0;
    bool m_known = false;
    bool m_asking = false;
    bool m_again = false; ///< orders changed while the answer was on its way
    bool m_matchingIsOld = false;
};

} // namespace kessai
