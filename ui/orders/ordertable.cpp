#include "ui/orders/ordertable.h"

#include "ui/orders/tickbox.h"
#include "ui/orders/tickdelegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

namespace kessai {

using namespace Qt::StringLiterals;
using Column = OrderTableModel::Column;

OrderTable::OrderTable(OrderTableModel &model, Ticks &ticks, QSettings &settings, const ListLayout &layout,
                       QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_ticks(ticks)
    , m_settings(settings)
    , m_layout(layout)
    , m_delegate(new TwoLineDelegate(this))
    , m_tickDelegate(new TickDelegate(this))
    , m_tickBox(new TickBox(model, ticks, horizontalHeader()->viewport()))
{
    const bool payments = layout.kind == ListLayout::Kind::Payments;
    setObjectName(payments ? u"paymentTable"_s : u"orderTable"_s);
    setAccessibleName(payments ? tr("決済状況一覧") : tr("受注一覧"));
    setModel(&m_model);
    setItemDelegate(m_delegate);
    setItemDelegateForColumn(int(Column::Tick), m_tickDelegate);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_tickBox->setObjectName(layout.name(u"tickBox"_s));
    setUpHeader();
    restore();
    connectParts();
}

void OrderTable::setUpHeader()
{
    QHeaderView *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setFirstSectionMovable(false); // the check boxes stay at the left
    header->setSectionsClickable(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->viewport()->installEventFilter(this);
}

/// Of a title of two lines the one that was pressed is sorted by.
bool OrderTable::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == horizontalHeader()->viewport() && event->type() == QEvent::MouseButtonPress) {
        const auto *press = static_cast<QMouseEvent *>(event);
        m_onLowerTitle = press->position().y() > horizontalHeader()->height() / 2.0;
    }
    return QTableView::eventFilter(watched, event);
}

void OrderTable::connectParts()
{
    QHeaderView *header = horizontalHeader();
    connect(header, &QWidget::customContextMenuRequested, this, &OrderTable::showColumnMenu);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &OrderTable::sortBy);
    connect(header, &QHeaderView::sectionClicked, this, [this](int section) {
        if (Column(section) == Column::Tick) {
            m_tickBox->askWhat();
        }
    });
    connect(header, &QHeaderView::sectionResized, this, &OrderTable::placeTickBox);
    connect(header, &QHeaderView::geometriesChanged, this, &OrderTable::placeTickBox);
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, this, &OrderTable::placeTickBox);
    connect(m_tickBox, &TickBox::shownAsked, this, &OrderTable::tickShownAsked);
    connect(m_tickBox, &TickBox::allAsked, this, &OrderTable::tickAllAsked);
    connect(m_tickBox, &TickBox::noneAsked, this, &OrderTable::untickAsked);
    connect(this, &QTableView::clicked, this, &OrderTable::onClicked);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (Column(index.column()) != Column::Number) { // its first click has opened it
            emit opened(index);
        }
    });
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, &OrderTable::rememberSelection);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &OrderTable::restoreSelection);
}

void OrderTable::keyPressEvent(QKeyEvent *event)
{
    const auto keys = QKeyCombination(event->modifiers() & ~Qt::KeypadModifier, Qt::Key(event->key()));
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        emit opened(currentIndex());
    } else if (event->matches(QKeySequence::Copy)) {
        copySelected();
    } else if (event->key() == Qt::Key_Escape) {
        event->ignore(); // the page stops its search with it
    } else if (keys == QKeyCombination(Qt::Key_Space)) {
        toggleSelectedTicks();
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        emit tickShownAsked();
    } else if (keys == QKeyCombination(Qt::ControlModifier | Qt::ShiftModifier, Qt::Key_A)) {
        emit tickAllAsked();
    } else if (event->matches(QKeySequence::Undo)) {
        emit undoTicksAsked();
    } else {
        QTableView::keyPressEvent(event);
    }
}

void OrderTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        applyLines();
    }
}

void OrderTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    placeTickBox();
}

} // namespace kessai
