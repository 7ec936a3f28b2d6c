#include "ui/work/sidebar.h"

#include "ui/text/formats.h"
#include "ui/work/sidebardelegate.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// An item has one of these: which screen, view or saved search it is, or that it keeps one.
enum ItemRole { ScreenRole = Qt::UserRole, ViewRole, SavedRole, SaveRole, NameRole };

bool isUrgent(OrderView::Kind kind)
{
    return kind == OrderView::Kind::Conflict || kind == OrderView::Kind::Ambiguous ||
           kind == OrderView::Kind::DueSoon || kind == OrderView::Kind::Lapsed ||
           kind == OrderView::Kind::CancelledWithOpenPayment || kind == OrderView::Kind::InDoubt;
}

} // namespace

SideBar::SideBar(QWidget *parent) : QListWidget(parent)
{
    setObjectName(u"sideBar"_s);
    setAccessibleName(tr("受注管理の画面と一覧"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new SideBarDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    viewport()->setAutoFillBackground(false);
    m_filling = true;
    addItemWith(ScreenRole, int(Screen::Today), tr("今日の仕事"),
                tr("対応が必要な受注を、仕事の種類ごとにまとめて表示します。"));
    addHeading(tr("受注管理"));
    addItemWith(ScreenRole, int(Screen::Orders), OrderView::titleOf(OrderView::Kind::All),
                OrderView::explanationOf(OrderView::Kind::All));
    addItemWith(ScreenRole, int(Screen::Payments), tr("決済状況一覧"),
                tr("GMOを使う支払方法の受注を、決済の状況で絞り込み、まとめて処理します。"));
    addItemWith(ScreenRole, int(Screen::History), tr("処理の履歴"),
                tr("これまでの一括処理と一件ずつの操作を、日ごとに確認します。"));
    addHeading(tr("要対応"));
    for (const OrderView::Kind kind : OrderView::all()) {
        if (kind != OrderView::Kind::All) {
            QListWidgetItem *item = addItemWith(ViewRole, int(kind), OrderView::shortTitleOf(kind),
                                                OrderView::explanationOf(kind));
            item->setData(SideBarUrgentRole, isUrgent(kind));
        }
    }
    m_filling = false;
    setSavedSearches({});
    connect(this, &QListWidget::itemClicked, this, &SideBar::choose);
    connect(this, &QListWidget::itemActivated, this, &SideBar::choose);
    connect(this, &QListWidget::itemChanged, this, &SideBar::onItemChanged);
}

void SideBar::addHeading(const QString &title)
{
    auto *heading = new QListWidgetItem(title, this);
    heading->setFlags(Qt::NoItemFlags);
}

QListWidgetItem *SideBar::addItemWith(int role, const QVariant &value, const QString &title,
                                      const QString &explanation)
{
    auto *item = new QListWidgetItem(title, this);
    item->setData(role, value);
    item->setToolTip(explanation);
    return item;
}

QListWidgetItem *SideBar::itemWith(int role, const QVariant &value) const
{
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(role).isValid() && item(row)->data(role) == value) {
            return item(row);
        }
    }
    return nullptr;
}

/// The part below 要対応, anew; what was chosen there stays chosen.
void SideBar::setSavedSearches(const QList<SavedSearchList::Entry> &entries)
{
    if (state() == QAbstractItemView::EditingState) {
        return; // a name is being typed: the numbers can wait for the next time
    }
    m_filling = true;
    const QVariant chosen = currentItem() ? currentItem()->data(SavedRole) : QVariant();
    const int first = row(itemWith(ViewRole, int(OrderView::all().constLast()))) + 1;
    while (count() > first) {
        delete takeItem(count() - 1);
    }
    addHeading(tr("保存した検索"));
    for (const SavedSearchList::Entry &entry : entries) {
        QListWidgetItem *item = addItemWith(SavedRole, entry.search.id, entry.search.name,
                                            Formats::plainTooltip(entry.search.name));
        item->setData(NameRole, entry.search.name);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        if (entry.count) {
            showCount(*item, *entry.count);
        }
    }
    addItemWith(SaveRole, true, tr("＋ 今の条件を保存…"),
                tr("表示している一覧の条件に名前を付けて残します。"));
    if (chosen.isValid()) {
        markSaved(chosen.toLongLong());
    }
    m_filling = false;
}

QSize SideBar::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(u'あ') * 13 + 2 * SideBarMarginPx, 400};
}

void SideBar::choose(const QListWidgetItem *item)
{
    if (const QVariant view = item->data(ViewRole); view.isValid()) {
        emit viewChosen(OrderView::Kind(view.toInt()));
    } else if (const QVariant saved = item->data(SavedRole); saved.isValid()) {
        emit savedChosen(saved.toLongLong());
    } else if (item->data(SaveRole).toBool()) {
        emit saveAsked();
    } else if (const QVariant screen = item->data(ScreenRole); screen.isValid()) {
        switch (Screen(screen.toInt())) {
        case Screen::Today:
            emit todayChosen();
            break;
        case Screen::Orders:
            emit viewChosen(OrderView::Kind::All);
            break;
        case Screen::Payments:
            emit paymentsChosen();
            break;
        case Screen::History:
            emit historyChosen();
            break;
        }
    }
}

void SideBar::showCount(QListWidgetItem &item, qint64 count)
{
    item.setData(SideBarCountRole, count);
    item.setData(Qt::AccessibleTextRole, tr("%1 %2件").arg(item.text(), Formats::count(count)));
}

void SideBar::setCounts(const ListCounts &counts)
{
    m_filling = true;
    showCount(*itemWith(ScreenRole, int(Screen::Orders)), counts.orders);
    for (const OrderView::Kind kind : OrderView::all()) {
        if (QListWidgetItem *item = itemWith(ViewRole, int(kind))) {
            showCount(*item, OrderView::countOf(kind, counts));
        }
    }
    m_filling = false;
}

void SideBar::setWorkCount(int cards)
{
    m_filling = true;
    QListWidgetItem *item = itemWith(ScreenRole, int(Screen::Today));
    item->setData(SideBarCountRole, qint64(cards));
    item->setData(Qt::AccessibleTextRole, tr("%1 %n項目", nullptr, cards).arg(item->text()));
    m_filling = false;
}

void SideBar::mark(OrderView::Kind kind)
{
    if (kind == OrderView::Kind::All) {
        mark(Screen::Orders);
    } else {
        setCurrentItem(itemWith(ViewRole, int(kind)));
    }
}

void SideBar::mark(Screen screen)
{
    setCurrentItem(itemWith(ScreenRole, int(screen)));
}

void SideBar::markSaved(qint64 id)
{
    if (QListWidgetItem *item = itemWith(SavedRole, id)) {
        setCurrentItem(item);
    }
}

void SideBar::onItemChanged(QListWidgetItem *item)
{
    const QVariant id = item->data(SavedRole);
    if (m_filling || !id.isValid()) {
        return;
    }
    const QString before = item->data(NameRole).toString();
    const QString name = item->text().trimmed();
    if (name.isEmpty()) {
        m_filling = true;
        item->setText(before);
        m_filling = false;
    } else if (name != before) {
        emit renameAsked(id.toLongLong(), name);
    }
}

void SideBar::keyPressEvent(QKeyEvent *event)
{
    QListWidgetItem *item = currentItem();
    const bool saved = item && item->data(SavedRole).isValid();
    if (saved && event->key() == Qt::Key_F2) {
        editItem(item);
    } else if (saved && event->key() == Qt::Key_Delete) {
        askRemoval(item);
    } else {
        QListWidget::keyPressEvent(event);
    }
}

void SideBar::contextMenuEvent(QContextMenuEvent *event)
{
    QListWidgetItem *item =
        event->reason() == QContextMenuEvent::Keyboard ? currentItem() : itemAt(event->pos());
    if (!item || !item->data(SavedRole).isValid()) {
        return;
    }
    auto *menu = new QMenu(this);
    menu->setObjectName(u"savedSearchMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    // The list may be filled anew while the menu is open.
    const qint64 id = item->data(SavedRole).toLongLong();
    const auto withItem = [this, id](void (SideBar::*what)(QListWidgetItem *)) {
        if (QListWidgetItem *now = itemWith(SavedRole, id)) {
            (this->*what)(now);
        }
    };
    menu->addAction(tr("名前を変更"), this, [withItem] { withItem(&SideBar::beginRename); })
        ->setObjectName(u"renameSearchAction"_s);
    menu->addAction(tr("削除…"), this, [withItem] { withItem(&SideBar::askRemoval); })
        ->setObjectName(u"removeSearchAction"_s);
    menu->popup(event->globalPos());
}

void SideBar::beginRename(QListWidgetItem *item)
{
    setCurrentItem(item);
    editItem(item);
}

void SideBar::askRemoval(QListWidgetItem *item)
{
    const qint64 id = item->data(SavedRole).toLongLong();
    auto *question =
        new QMessageBox(QMessageBox::NoIcon, tr("保存した検索の削除"),
                        tr("保存した検索「%1」を削除します。受注は削除されません。").arg(item->text()),
                        QMessageBox::NoButton, this);
    question->setObjectName(u"removeSearchQuestion"_s);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *remove = question->addButton(tr("削除する"), QMessageBox::DestructiveRole);
    remove->setObjectName(u"removeSearchConfirm"_s);
    remove->setProperty("danger", true);
    QPushButton *cancel = question->addButton(tr("キャンセル"), QMessageBox::RejectRole);
    cancel->setObjectName(u"removeSearchCancel"_s);
    question->setDefaultButton(cancel);
    question->setEscapeButton(cancel);
    connect(remove, &QPushButton::clicked, this, [this, id] { emit removeAsked(id); });
    question->open();
}

} // namespace kessai
