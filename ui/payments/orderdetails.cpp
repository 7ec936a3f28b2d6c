#include "ui/payments/orderdetails.h"

#include "core/domain/totals.h"
#include "ui/payments/notetext.h"
#include "ui/text/formats.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/stylesheet.h"
#include "ui/widgets/twolinedelegate.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QLabel *caption(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    setTone(*label, Tone::Quiet);
    return label;
}

QLabel *selectable(const QString &text, QWidget *parent)
{
    auto *label = new Paragraph(text, parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QString addressText(const Addressee &person)
{
    QStringList lines{OrderDetails::tr("%1 様").arg(person.fullName()), person.companyName};
    lines.append(person.postalCode.isEmpty() ? QString() : u"〒"_s + person.postalCode);
    lines.append(person.prefecture + person.address1 + person.address2);
    lines.append(person.phoneNumber);
    lines.removeAll({});
    return lines.join(u'\n');
}

QString shipmentText(const Shipment &shipment)
{
    QStringList lines{addressText(shipment.recipient), shipment.deliveryName};
    lines.append(shipment.shippedAt ? OrderDetails::tr("発送日 %1").arg(Formats::minute(*shipment.shippedAt))
                                    : OrderDetails::tr("未出荷"));
    lines.append(shipment.trackingNumber.isEmpty()
                     ? QString()
                     : OrderDetails::tr("お問い合わせ番号 %1").arg(shipment.trackingNumber));
    lines.removeAll({});
    return lines.join(u'\n');
}

QString productText(const OrderItem &item)
{
    QStringList parts{item.productName, item.productCode};
    if (!item.classCategoryName1.isEmpty()) {
        parts.append(u"%1: %2"_s.arg(item.className1, item.classCategoryName1));
    }
    if (!item.classCategoryName2.isEmpty()) {
        parts.append(u"%1: %2"_s.arg(item.className2, item.classCategoryName2));
    }
    parts.removeAll({});
    return parts.join(u"　"_s);
}

QString taxTypeText(TaxType type)
{
    switch (type) {
    case TaxType::Taxable:
        return OrderDetails::tr("課税");
    case TaxType::Untaxed:
        return OrderDetails::tr("不課税");
    case TaxType::TaxExempt:
        return OrderDetails::tr("非課税");
    }
    return {};
}

/// Numbers stand right.
Qt::Alignment alignmentOf(int column)
{
    const bool number = column == 1 || column == 2 || column == 3 || column == 5;
    return (number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

QStringList cellsOf(const OrderItem &item)
{
    const QString price = item.taxDisplay == TaxDisplay::Included ? OrderDetails::tr("%1（税込）")
                                                                  : OrderDetails::tr("%1（税抜）");
    return {productText(item),
            price.arg(Formats::yen(item.price)),
            Formats::count(item.quantity),
            item.taxType == TaxType::Taxable ? u"%1%"_s.arg(item.taxRatePercent) : u"—"_s,
            taxTypeText(item.taxType),
            Formats::yen(lineTotal(item))};
}

/// Of what is shown here; payments come and go much more often.
bool looksTheSame(const Order &one, const Order &other)
{
    return one.customer == other.customer && one.mailAddress == other.mailAddress &&
           one.items == other.items && one.shipments == other.shipments && one.totals == other.totals &&
           one.message == other.message && one.note == other.note;
}

} // namespace

OrderDetails::OrderDetails(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void OrderDetails::setOrder(const Order &order)
{
    if (m_content && looksTheSame(order, m_shown)) {
        return;
    }
    m_shown = order;
    delete m_content;
    m_content = new QWidget(this);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    addPeople(column, order);
    addItems(column, order);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(32);
    addNotes(foot, order);
    addTotals(foot, order);
    column->addLayout(foot);
    layout()->addWidget(m_content);
}

void OrderDetails::addPeople(QVBoxLayout *column, const Order &order)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(4);
    grid->addWidget(caption(tr("注文者"), m_content), 0, 0);
    const QString mail = order.mailAddress.isEmpty() ? QString() : u'\n' + order.mailAddress;
    grid->addWidget(selectable(addressText(order.customer) + mail, m_content), 1, 0, Qt::AlignTop);
    grid->setColumnStretch(0, 1);
    for (int place = 0; place < order.shipments.size(); ++place) {
        const QString title = order.shipments.size() > 1 ? tr("お届け先 %1").arg(place + 1) : tr("お届け先");
        const int column = 1 + place % 2;
        const int row = place / 2 * 2;
        grid->addWidget(caption(title, m_content), row, column);
        grid->addWidget(selectable(shipmentText(order.shipments.at(place)), m_content), row + 1, column,
                        Qt::AlignTop);
        grid->setColumnStretch(column, 1);
    }
    column->addLayout(grid);
}

void OrderDetails::addItems(QVBoxLayout *column, const Order &order)
{
    auto *table = new QTableWidget(int(order.items.size()), 6, m_content);
    table->setObjectName(u"itemsTable"_s);
    table->setAccessibleName(tr("明細"));
    table->setHorizontalHeaderLabels(
        {tr("商品名・商品コード"), tr("金額"), tr("数量"), tr("税率"), tr("課税区分"), tr("小計")});
    for (int place = 0; place < table->columnCount(); ++place) {
        table->horizontalHeaderItem(place)->setTextAlignment(alignmentOf(place));
    }
    auto *cells = new TwoLineDelegate(table);
    cells->setTwoLines(false);
    table->setItemDelegate(cells);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    for (int row = 0; row < order.items.size(); ++row) {
        const QStringList cells = cellsOf(order.items.at(row));
        for (int place = 0; place < cells.size(); ++place) {
            auto *cell = new QTableWidgetItem(cells.at(place));
            cell->setTextAlignment(alignmentOf(place));
            table->setItem(row, place, cell);
        }
    }
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setHighlightSections(false);
    constexpr int MaximalRows = 12; // more scroll
    const int rowHeight = cells->rowHeight(fontMetrics());
    table->verticalHeader()->setDefaultSectionSize(rowHeight);
    table->setFixedHeight(table->horizontalHeader()->sizeHint().height() +
                          rowHeight * std::clamp(int(order.items.size()), 1, MaximalRows));
    column->addWidget(table);
}

void OrderDetails::addTotals(QHBoxLayout *row, const Order &order)
{
    const OrderTotals &totals = order.totals;
    QList<std::pair<QString, QString>> lines{{tr("小計"), Formats::yen(totals.subtotal)},
                                             {tr("送料"), Formats::yen(totals.deliveryFee)},
                                             {tr("手数料"), Formats::yen(totals.charge)},
                                             {tr("値引き"), Formats::yen(totals.discount)}};
    const ComputedTotals computed = computeTotals(order.items);
    for (auto rate = computed.taxableByRatePercent.begin(); rate != computed.taxableByRatePercent.end();
         ++rate) {
        lines.append({tr("%1%対象").arg(rate.key()), Formats::yen(rate.value())});
    }
    lines.append({tr("合計"), Formats::yen(totals.total)});
    lines.append({tr("加算ポイント"), Formats::count(totals.addedPoints)});
    lines.append({tr("利用ポイント"), Formats::count(totals.usedPoints)});
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(4);
    int place = 0;
    for (const auto &[name, value] : lines) {
        auto *number = new QLabel(value, m_content);
        number->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(caption(name, m_content), place, 0, Qt::AlignRight);
        grid->addWidget(number, place++, 1, Qt::AlignRight);
    }
    auto *name = new QLabel(u"<b>%1</b>"_s.arg(tr("お支払い合計")), m_content);
    auto *payable = new QLabel(u"<b>%1</b>"_s.arg(Formats::yen(totals.payableTotal)), m_content);
    payable->setObjectName(u"payableTotalValue"_s);
    grid->addWidget(name, place, 0, Qt::AlignRight);
    grid->addWidget(payable, place, 1, Qt::AlignRight);
    grid->setContentsMargins(0, 0, 10, 0); // under the numbers of the table
    row->addLayout(grid);
}

/// Beside the totals, where there is room.
void OrderDetails::addNotes(QHBoxLayout *row, const Order &order)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    for (const auto &[name, text] : {std::pair(tr("お問い合わせ（要望等）"), order.message),
                                     std::pair(tr("ショップ用メモ"), order.note)}) {
        if (!text.isEmpty()) {
            column->addWidget(caption(name, m_content));
            column->addWidget(new NoteText(name, text, m_content));
            column->addSpacing(8);
        }
    }
    column->addStretch(1);
    row->addLayout(column, 1);
}

} // namespace kessai
