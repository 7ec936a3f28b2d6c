#pragma once

#include "ui/models/ordersource.h"

#include <QTimer>

namespace kessai {

/// The numbers beside check boxes and views, kept live: asked again shortly after something has changed.
class CountsModel : public QObject
{
    Q_OBJECT

public:
    explicit CountsModel(OrderSource &source, QObject *parent = nullptr);

    [[nodiscard]] const ListCounts &counts() const { return m_counts; }
    /// False until the first answer.
    [[nodiscard]] bool known() const { return m_known; }
    void refresh();

signals:
    void changed();

private:
    OrderSource &m_source;
    QTimer m_pause;
    ListCounts m_counts;
    bool m_known = false;
};

} // namespace kessai
