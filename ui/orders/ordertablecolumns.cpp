// OrderTable: which columns stand where, how wide, and by which the rows are sorted.
#include "ui/orders/ordertable.h"
#include "ui/orders/tickdelegate.h"

#include <QCoreApplication>
#include <QHeaderView>
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
    case Column::Tick:
        return 40;
    case Column::Number:
        return 90;
    case Column::OrderedAtSecond:
        return 150;
    case Column::Customer:
        return 120;
    case Column::GatewayAmount:
        return 100;
    case Column::LastOperation:
        return 190;
    case Column::LastError:
        return 130;
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
    if (column == Column::OrderedAtSecond) {
        return u"8888/88/88 88:88:88"_s;
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

} // namespace

bool OrderTable::canHide(Column column) const
{
    return m_layout.columns.contains(column) && !m_layout.alwaysShown.contains(column);
}

QString OrderTable::hiddenKey(int section) const
{
    return m_layout.key(u"hidden/%1"_s.arg(section));
}

int OrderTable::widthNeeded(int section) const
{
    const double scale = fontMetrics().horizontalAdvance(u'あ') / 13.0;
    const QString title = m_model.headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
    const QString longest = longestText(Column(section));
    const int words =
        qMax(fontMetrics().horizontalAdvance(title + u" ▾"_s), fontMetrics().horizontalAdvance(longest));
    return qMax(qRound(firstWidth(Column(section)) * scale), words + 2 * HeaderMarginPx + 1);
}

void OrderTable::restore()
{
    if (m_layout.twoLinesOffered) {
        m_delegate->setTwoLines(m_settings.value(m_layout.key(u"twoLines"_s), true).toBool());
    } else {
        m_delegate->setTwoLines(false);
    }
    const QSignalBlocker quiet(horizontalHeader());
    for (int section = 0; section < int(Column::Count); ++section) {
        setColumnWidth(section, widthNeeded(section));
    }
    const QByteArray state = m_settings.value(m_layout.key(u"columns"_s)).toByteArray();
    if (state.isEmpty() || !horizontalHeader()->restoreState(state) ||
        horizontalHeader()->visualIndex(int(Column::Tick)) != 0) {
        placeColumns();
        showOrder(m_layout.sort);
    }
    horizontalHeader()->setFirstSectionMovable(false); // not what another version has kept
    horizontalHeader()->setSortIndicatorShown(true);
    applyLines();
}

void OrderTable::placeColumns()
{
    for (int place = 0; place < m_layout.columns.size(); ++place) {
        const int section = int(m_layout.columns.at(place));
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(section), place);
    }
}

bool OrderTable::twoLines() const
{
    return m_delegate->twoLines();
}

void OrderTable::setTwoLines(bool twoLines)
{
    if (!m_layout.twoLinesOffered) {
        return;
    }
    m_settings.setValue(m_layout.key(u"twoLines"_s), twoLines);
    m_delegate->setTwoLines(twoLines);
    applyLines();
}

void OrderTable::applyLines()
{
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(m_delegate->rowHeight(fontMetrics()));
    for (int section = 0; section < int(Column::Count); ++section) {
        const auto column = Column(section);
        const bool asked =
            m_settings.value(hiddenKey(section), m_layout.hiddenAtFirst.contains(column)).toBool();
        const bool hidden = !m_layout.columns.contains(column) || (asked && canHide(column));
        setColumnHidden(section, hidden || (twoLines() && isSecondLine(column)));
    }
    m_tickDelegate->setTwoLines(twoLines());
    horizontalHeader()->setSectionResizeMode(int(Column::Tick), QHeaderView::Fixed);
    placeTickBox();
    viewport()->update();
}

void OrderTable::fillSortMenu(QMenu &menu)
{
    QStringList fields{u"number"_s}; // 注文者 has two
    for (const Column column : std::as_const(m_layout.columns)) {
        fields.append(OrderTableModel::sortFieldOf(column));
    }
    const QList<std::pair<QString, QString>> labels{
        {tr("受注日時"), u"orderedAt"_s},
        {tr("注文番号"), u"number"_s},
        {tr("お名前"), u"customer"_s},
        {tr("支払方法"), u"methodName"_s},
        {tr("対応状況"), u"orderStatus"_s},
        {tr("購入金額"), u"total"_s},
        {tr("入金日"), u"paidAt"_s},
        {tr("決済状況"), u"paymentStatus"_s},
        {tr("決済金額"), u"gatewayAmount"_s},
        {tr("差異"), u"difference"_s},
        {tr("売上期限"), u"captureBy"_s},
        {tr("出荷状況"), u"shippedAt"_s},
        {tr("お問い合わせ番号"), u"trackingNumber"_s},
        {tr("お届け先"), u"recipientName"_s},
    };
    for (const auto &[label, field] : labels) {
        if (!fields.contains(field)) {
            continue; // no column of this list
        }
        QAction *action = menu.addAction(label);
        action->setCheckable(true);
        action->setChecked(m_model.order().field == field);
        const bool again = action->isChecked();
        connect(action, &QAction::triggered, this, [this, field = field, again] {
            const bool descending = again ? !m_model.order().descending : field == u"orderedAt";
            emit sortRequested({field, descending, m_layout.sort.exceptionsFirst});
        });
    }
}

void OrderTable::fillColumnMenu(QMenu &menu)
{
    fillSortMenu(*menu.addMenu(tr("並べ替え")));
    menu.addSeparator();
    for (const Column column : std::as_const(m_layout.columns)) {
        const int section = int(column);
        if (!canHide(column) || (twoLines() && isSecondLine(column))) {
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
    if (!m_layout.twoLinesOffered) {
        return;
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
    emit sortRequested({field, order == Qt::DescendingOrder, m_layout.sort.exceptionsFirst});
}

void OrderTable::showOrder(const OrderSort &sort)
{
    int section = -1;
    for (const Column column : std::as_const(m_layout.columns)) {
        if (OrderTableModel::sortFieldOf(column) == sort.field) {
            section = int(column);
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
    m_settings.setValue(m_layout.key(u"columns"_s), horizontalHeader()->saveState());
}

} // namespace kessai
