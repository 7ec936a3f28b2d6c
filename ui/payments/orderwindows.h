#pragma once

#include "core/services/shopsession.h"

#include <QHash>
#include <QPointer>

namespace kessai {

class OrderWindow;

/// The open windows of a shop's orders: one per order, raised when it is asked for again. They go with the
/// shop.
class OrderWindows : public QObject
{
    Q_OBJECT

public:
    explicit OrderWindows(ShopSession &session, QObject *parent = nullptr);
    ~OrderWindows() override;

    OrderWindow *open(OrderId id);
    /// Closes the windows as a person does. False: one has unsaved changes, and asks about them.
    bool closeAsking();

private:
    void closeAll();

    ShopSession &m_session;
    QHash<OrderId, QPointer<OrderWindow>> m_windows;
};

} // namespace kessai
