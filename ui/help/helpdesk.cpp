#include "ui/help/helpdesk.h"

#include "ui/widgets/helpplace.h"

#include <QApplication>
#include <QKeyEvent>

namespace kessai {

HelpDesk::HelpDesk(QObject *parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

HelpDesk::~HelpDesk()
{
    delete m_window;
}

void HelpDesk::open(const QString &page)
{
    if (!m_window) {
        m_window = new HelpWindow(helpPages(m_keys));
        m_window->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_window->showPage(page);
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void HelpDesk::openFor(const QWidget *place)
{
    const QString page = helpPageOf(place);
    open(page.isEmpty() ? helppage::Start : page);
}

bool HelpDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType()) {
        return false;
    }
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_F1 || key->modifiers() != Qt::NoModifier) {
        return false;
    }
    const auto *place = qobject_cast<QWidget *>(watched);
    if (m_window && place->window() == m_window) {
        return false;
    }
    openFor(place);
    return true;
}

} // namespace kessai
