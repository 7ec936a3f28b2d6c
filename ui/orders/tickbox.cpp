#include "ui/orders/tickbox.h"

#include "ui/models/ordertablemodel.h"
#include "ui/models/ticks.h"
#include "ui/orders/tickmark.h"
#include "ui/text/formats.h"

#include <QMenu>
#include <QPainter>

namespace kessai {

using namespace Qt::StringLiterals;

TickBox::TickBox(const OrderTableModel &model, const Ticks &ticks, QWidget *parent)
    : QCheckBox(parent), m_model(model), m_ticks(ticks)
{
    setTristate(true);
    setToolTip(tr("この画面の受注か、検索結果のすべてを選択します。"));
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QAbstractButton::clicked, this, &TickBox::askWhat);
    connect(&ticks, &Ticks::changed, this, &TickBox::showState);
    connect(&ticks, &Ticks::matchingChanged, this, &TickBox::showState);
    connect(&model, &QAbstractItemModel::modelReset, this, &TickBox::showState);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &TickBox::showState);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &TickBox::showState);
    showState();
}

void TickBox::showState()
{
    bool some = false;
    bool all = !m_model.shownIds().isEmpty();
    if (!m_ticks.isEmpty()) {
        for (const OrderId id : m_model.shownIds()) {
            const bool ticked = m_ticks.contains(id);
            some = some || ticked;
            all = all && ticked;
            if (some && !all) {
                break;
            }
        }
    }
    const bool empty = m_ticks.isEmpty() || !some;
    setCheckState(empty ? Qt::Unchecked : all ? Qt::Checked : Qt::PartiallyChecked);
    setAccessibleName(empty ? tr("選択: なし")
                      : all ? tr("選択: この画面のすべて")
                            : tr("選択: この画面の一部"));
    update();
}

void TickBox::fillMenu(QMenu &menu)
{
    const int shown = int(m_model.shownIds().size());
    const int found = int(m_model.matchingIds().size());
    if (m_model.rowsPerPage() > 0) { // else this page and all that match are the same
        QAction *page =
            menu.addAction(tr("この画面の%1件").arg(Formats::count(shown)), this, &TickBox::shownAsked);
        page->setObjectName(u"tickShownAction"_s);
        page->setEnabled(shown > 0);
    }
    QAction *all =
        menu.addAction(tr("検索結果すべて %1件").arg(Formats::count(found)), this, &TickBox::allAsked);
    all->setObjectName(u"tickAllAction"_s);
    all->setEnabled(found > 0);
    QAction *none = menu.addAction(tr("選択を解除"), this, &TickBox::noneAsked);
    none->setObjectName(u"untickAction"_s);
    none->setEnabled(!m_ticks.isEmpty());
}

void TickBox::askWhat()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"tickMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu);
    menu->popup(mapToGlobal(QPoint(0, height())));
    menu->setActiveAction(menu->actions().constFirst());
}

void TickBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintTickMark(painter, rect(), checkState(), palette(), hasFocus() || underMouse());
}

} // namespace kessai
