#include "ui/orders/listfilterpanel.h"

#include <QShortcut>

#include <chrono>

namespace kessai {

using namespace std::chrono_literals;

ListFilterPanel::ListFilterPanel(QWidget *parent) : QWidget(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(200ms);
    connect(&m_pause, &QTimer::timeout, this, &ListFilterPanel::changedNow);
    auto *search = new QShortcut(this); // from every condition; Enter alone does it in the search box only
    search->setKeys({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    search->setContext(Qt::WidgetWithChildrenShortcut);
    connect(search, &QShortcut::activated, this, &ListFilterPanel::changedNow);
}

void ListFilterPanel::changedNow()
{
    m_pause.stop();
    emit filterChanged(filter());
}

} // namespace kessai
