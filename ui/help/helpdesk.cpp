#include "ui/help/helpdesk.h"

#include "ui/widgets/helpplace.h"

#include <QApplication>
#include <QKeyEvent>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const QString ContactAction = u"contactAction"_s; ///< in the help menu of a shop's window

} // namespace

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
        m_window = new HelpWindow(helpParts(m_keys));
        m_window->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_window, &HelpWindow::contactAsked, this, &HelpDesk::openContact);
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

/// Each shop has its own settings of whom to ask.
void HelpDesk::openContact()
{
    if (m_contact) {
        m_contact->trigger();
    }
}

bool HelpDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (!watched->isWidgetType()) {
        return false;
    }
    if (event->type() == QEvent::WindowActivate && static_cast<QWidget *>(watched)->isWindow()) {
        if (auto *contact = watched->findChild<QAction *>(ContactAction)) {
            m_contact = contact;
        }
        return false;
    }
    if (event->type() != QEvent::KeyPress) {
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
