#include "ui/orders/ordertable.h"

#include "ui/widgets/twolinedelegate.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QSignalBlocker>

namespace kessai {

using namespace Qt::StringLiterals;
using Column = OrderTableModel::Column;

namespace {

constexpr int HeaderMarginPx = 10; ///< as in the style sheet

/// Width of each column at 10 pt, before anybody has dragged one.
int firstWidth(Column column)
{
    switch (column) {
    case Column::Orderer:
        return 145;
    case Column::Method:
        return 145;
    case Column::OrderedAt:
        return 140;
    case Column::Tracking:
        return 125;
    case Column::PaymentStatus:
        return 115;
    case Column::Status:
        return 110;
    case Column::Amount:
    case Column::PaidAt:
    case Column::Deadline:
    case Column::Recipient:
        return 100;
    case Column::Shipped:
        return 80;
    case Column::Difference:
        return 75;
    case Column::Message:
        return 75;
    case Column::GatewayOrderId:
        return 180;
    case Column::Count:
        return 0;
    }
    return 100;
}

/// What must be read whole even in a narrow column; of a badge with its mark.
QString longestText(Column column)
{
    if (column == Column::Shipped || column == Column::Tracking) {
        return u"0000-0000-0000"_s;
    }
    return column == Column::PaymentStatus
               ? u"▲ "_s + QCoreApplication::translate("OrderCells", "二重決済の疑い")
               : QString();
}

/// Second lines of the two-line form are columns of their own in the one-line form.
bool isSecondLine(Column column)
{
    return column == Column::OrderedAt || column == Column::Status || column == Column::PaidAt ||
           column == Column::Tracking;
}

bool hiddenAtFirst(Column column)
{
    return column == Column::GatewayOrderId;
}

QString hiddenKey(int section)
{
    return u"list/hidden/%1"_s.arg(section);
}

} // namespace

OrderTable::OrderTable(OrderTableModel &model, QSettings &settings, QWidget *parent)
    : QTableView(parent), m_model(model), m_settings(settings), m_delegate(new TwoLineDelegate(this))
{
    setObjectName(u"orderTable"_s);
    setAccessibleName(tr("受注一覧"));
    setModel(&m_model);
    setItemDelegate(m_delegate);
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
    QHeaderView *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    restore();
    connect(header, &QWidget::customContextMenuRequested, this, &OrderTable::showColumnMenu);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &OrderTable::sortBy);
    connect(this, &QTableView::doubleClicked, this, &OrderTable::opened);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &OrderTable::rememberSelection);
    connect(&model, &QAbstractItemModel::modelReset, this, &OrderTable::restoreSelection);
}

void OrderTable::restore()
{
    m_delegate->setTwoLines(m_settings.value(u"list/twoLines"_s, true).toBool());
    const double scale = fontMetrics().horizontalAdvance(u'あ') / 13.0;
    for (int section = 0; section < int(Column::Count); ++section) {
        const int width = qRound(firstWidth(Column(section)) * scale);
        const QString title = m_model.headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
        const QString longest = longestText(Column(section));
        const int words =
            qMax(fontMetrics().horizontalAdvance(title + u" ▾"_s), fontMetrics().horizontalAdvance(longest));
        const int needed = words + 2 * HeaderMarginPx + 1;
        setColumnWidth(section, qMax(width, needed));
    }
    const QByteArray state = m_settings.value(u"list/header"_s).toByteArray();
    const QSignalBlocker quiet(horizontalHeader());
    if (state.isEmpty() || !horizontalHeader()->restoreState(state)) {
        horizontalHeader()->setSortIndicator(int(Column::OrderedAt), Qt::DescendingOrder);
    }
    horizontalHeader()->setSortIndicatorShown(true);
    applyLines();
}

bool OrderTable::twoLines() const
{
    return m_delegate->twoLines();
}

void OrderTable::setTwoLines(bool twoLines)
{
    m_settings.setValue(u"list/twoLines"_s, twoLines);
    m_delegate->setTwoLines(twoLines);
    applyLines();
}

void OrderTable::applyLines()
{
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(m_delegate->rowHeight(fontMetrics()));
    for (int section = 0; section < int(Column::Count); ++section) {
        const bool hidden = m_settings.value(hiddenKey(section), hiddenAtFirst(Column(section))).toBool();
        setColumnHidden(section, hidden || (twoLines() && isSecondLine(Column(section))));
    }
    viewport()->update();
}

void OrderTable::fillColumnMenu(QMenu &menu)
{
    QMenu *sorting = menu.addMenu(tr("並べ替え"));
    const QList<std::pair<QString, QString>> fields{
        {tr("受注日時"), u"orderedAt"_s},     {tr("注文番号"), u"number"_s},
        {tr("お名前"), u"customer"_s},        {tr("支払方法"), u"methodName"_s},
        {tr("対応状況"), u"orderStatus"_s},   {tr("購入金額"), u"total"_s},
        {tr("入金日"), u"paidAt"_s},          {tr("決済状況"), u"paymentStatus"_s},
        {tr("差異"), u"difference"_s},        {tr("売上期限"), u"captureBy"_s},
        {tr("出荷状況"), u"shippedAt"_s},     {tr("お問い合わせ番号"), u"trackingNumber"_s},
        {tr("お届け先"), u"recipientName"_s},
    };
    for (const auto &[label, field] : fields) {
        QAction *action = sorting->addAction(label);
        action->setCheckable(true);
        action->setChecked(m_model.order().field == field);
        const bool again = action->isChecked();
        connect(action, &QAction::triggered, this, [this, field = field, again] {
            const bool descending = again ? !m_model.order().descending : field == u"orderedAt";
            emit sortRequested({field, descending});
        });
    }
    menu.addSeparator();
    for (int section = 0; section < int(Column::Count); ++section) {
        if (section == int(Column::Orderer) || (twoLines() && isSecondLine(Column(section)))) {
            continue;
        }
        QAction *action =
            menu.addAction(m_model.headerData(section, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(section));
        connect(action, &QAction::toggled, this, [this, section](bool shown) {
            m_settings.setValue(hiddenKey(section), !shown);
            setColumnHidden(section, !shown);
        });
    }
    menu.addSeparator();
    QAction *lines = menu.addAction(tr("1件を2行で表示"));
    lines->setCheckable(true);
    lines->setChecked(twoLines());
    connect(lines, &QAction::toggled, this, [this](bool twoLines) {
        setTwoLines(twoLines);
        emit twoLinesChosen(twoLines);
    });
}

void OrderTable::showColumnMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(*menu);
    menu->popup(horizontalHeader()->mapToGlobal(place));
}

void OrderTable::sortBy(int section, Qt::SortOrder order)
{
    QString field = OrderTableModel::sortFieldOf(Column(section));
    if (section == int(Column::Orderer) && twoLines()) {
        field = u"orderedAt"_s; // the second line of this cell
    }
    if (field.isEmpty()) { // this column has no order: the mark goes back to where it was
        showOrder(m_model.order());
        return;
    }
    emit sortRequested({field, order == Qt::DescendingOrder});
}

void OrderTable::showOrder(const OrderSort &sort)
{
    int section = -1;
    for (int candidate = 0; candidate < int(Column::Count); ++candidate) {
        if (OrderTableModel::sortFieldOf(Column(candidate)) == sort.field) {
            section = candidate;
        }
    }
    if (section == int(Column::OrderedAt) && twoLines()) {
        section = int(Column::Orderer);
    }
    const QSignalBlocker quiet(horizontalHeader());
    horizontalHeader()->setSortIndicator(section, sort.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    horizontalHeader()->viewport()->update();
}

void OrderTable::save() const
{
    m_settings.setValue(u"list/header"_s, horizontalHeader()->saveState());
}

void OrderTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        emit opened(currentIndex());
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        copySelected();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        event->ignore(); // the page stops its search with it
        return;
    }
    QTableView::keyPressEvent(event);
}

void OrderTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        applyLines();
    }
}

} // namespace kessai
