// OrderTable: which columns stand where, how wide, and by which the rows are sorted.
#include "ui/orders/ordertable.h"
#include "ui/orders/tickdelegate.h"

#include <QHeaderView>
#include <QMenu>
#include <QSignalBlocker>

namespace kessai {

using namespace Qt::StringLiterals;
using Column = OrderTableModel::Column;

namespace {

/// Of 期限, which a click sorts by 売上期限; the others are in the menu.
const QStringList &deadlineFields()
{
    static const QStringList fields{u"captureBy"_s, u"payBy"_s, u"cancelBy"_s, u"changeBy"_s};
    return fields;
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

QString OrderTable::columnsKey() const
{
    return m_layout.key(twoLines() ? u"columnsOfTwoLines"_s : u"columnsOfOneLine"_s);
}

Column OrderTable::belowOf(Column column) const
{
    return twoLines() ? m_layout.lines.below.value(column, Column::Count) : Column::Count;
}

void OrderTable::restore()
{
    m_delegate->setTwoLines(m_settings.value(m_layout.key(u"twoLines"_s), true).toBool());
    restoreColumns();
}

/// Each form of the rows has widths and places of its own.
void OrderTable::restoreColumns()
{
    applyLines();
    const QSignalBlocker quiet(horizontalHeader());
    for (int section = 0; section < int(Column::Count); ++section) {
        setColumnWidth(section, widthNeeded(section));
    }
    const QByteArray state = m_settings.value(columnsKey()).toByteArray();
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
    if (twoLines == this->twoLines()) {
        return;
    }
    save();
    m_settings.setValue(m_layout.key(u"twoLines"_s), twoLines);
    m_delegate->setTwoLines(twoLines);
    restoreColumns();
    showOrder(m_model.order());
}

void OrderTable::applyLines()
{
    OrderTableModel::Lines lines = m_layout.lines;
    lines.two = twoLines();
    m_model.setLines(lines);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(m_delegate->rowHeight(fontMetrics()));
    for (int section = 0; section < int(Column::Count); ++section) {
        const auto column = Column(section);
        const bool asked =
            m_settings.value(hiddenKey(section), m_layout.hiddenAtFirst.contains(column)).toBool();
        const bool hidden = !m_layout.columns.contains(column) || (asked && canHide(column));
        setColumnHidden(section, hidden || (twoLines() && m_layout.isSecondLine(column)));
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
    if (m_layout.columns.contains(Column::Deadline)) { // which has several
        fields.append(deadlineFields());
    }
    const QList<std::pair<QString, QString>> labels{
        {tr("受注日時"), u"orderedAt"_s},     {tr("注文番号"), u"number"_s},
        {tr("お名前"), u"customer"_s},        {tr("支払方法"), u"methodName"_s},
        {tr("対応状況"), u"orderStatus"_s},   {tr("購入金額"), u"total"_s},
        {tr("入金日"), u"paidAt"_s},          {tr("決済状況"), u"paymentStatus"_s},
        {tr("決済金額"), u"gatewayAmount"_s}, {tr("差異"), u"difference"_s},
        {tr("売上期限"), u"captureBy"_s},     {tr("お支払期限"), u"payBy"_s},
        {tr("取消期限"), u"cancelBy"_s},      {tr("変更期限"), u"changeBy"_s},
        {tr("出荷状況"), u"shippedAt"_s},     {tr("お問い合わせ番号"), u"trackingNumber"_s},
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
        if (!canHide(column) || (twoLines() && m_layout.isSecondLine(column))) {
            continue;
        }
        QAction *action = menu.addAction(m_model.titleOf(column));
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
    const bool lower =
        m_layout.lines.bothTitles && m_onLowerTitle && belowOf(Column(section)) != Column::Count;
    QString field = OrderTableModel::sortFieldOf(lower ? belowOf(Column(section)) : Column(section));
    if (section == int(Column::Orderer) && twoLines()) {
        field = u"orderedAt"_s; // the second line of this cell
    }
    if (field.isEmpty()) { // this column has no order: the mark goes back to where it was
        showOrder(m_model.order());
        return;
    }
    emit sortRequested({field, order == Qt::DescendingOrder, m_layout.sort.exceptionsFirst});
}

/// While the rows stand in the order of one deadline 期限 shows that one: with the nearest of each the days
/// would stand anyhow.
void OrderTable::showOrder(const OrderSort &sort)
{
    const QString deadline = deadlineFields().contains(sort.field) ? sort.field : QString();
    if (m_layout.lines.deadlineField != deadline) {
        m_layout.lines.deadlineField = deadline;
        applyLines();
    }
    int section = -1;
    for (const Column column : std::as_const(m_layout.columns)) {
        const bool ofDeadline = column == Column::Deadline && !deadline.isEmpty();
        if (ofDeadline || OrderTableModel::sortFieldOf(column) == sort.field) {
            section = int(column);
        }
    }
    if (twoLines() && m_layout.isSecondLine(Column(section))) {
        section = int(m_layout.lines.below.key(Column(section)));
    }
    const QSignalBlocker quiet(horizontalHeader());
    horizontalHeader()->setSortIndicator(section, sort.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    horizontalHeader()->viewport()->update();
}

void OrderTable::save() const
{
    m_settings.setValue(columnsKey(), horizontalHeader()->saveState());
}

} // namespace kessai
