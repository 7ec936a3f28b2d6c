#include "ui/payments/orderwindows.h"

#include "ui/payments/orderwindow.h"

#include <algorithm>

namespace kessai {

OrderWindows::OrderWindows(ShopSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &ShopSession::closed, this, &OrderWindows::closeAll);
}

OrderWindows::~OrderWindows()
{
    closeAll();
}

OrderWindow *OrderWindows::open(OrderId id)
{
    QPointer<OrderWindow> &window = m_windows[id];
    if (!window) {
        window = new OrderWindow(m_session, id);
        window->setAttribute(Qt::WA_DeleteOnClose);
        window->setAttribute(Qt::WA_QuitOnClose, false);
    }
    window->show();
    window->raise();
    window->activateWindow();
    return window;
}

bool OrderWindows::closeAsking()
{
    const QList<QPointer<OrderWindow>> windows = m_windows.values();
    return std::all_of(windows.begin(), windows.end(), [](const QPointer<OrderWindow> &window) {
        if (!window || window->close()) {
            return true;
        }
        window->raise();
        window->activateWindow();
        return false;
    });
}

void OrderWindows::closeAll()
{
    for (const QPointer<OrderWindow> &window : std::as_const(m_windows)) {
        delete window.data();
    }
    m_windows.clear();
}

} // namespace kessai
