#include "ui/editing/itemtablemodel.h"

#include "core/domain/totals.h"
#include "ui/editing/itemcells.h"
#include "ui/editing/orderdraft.h"
#include "ui/text/formats.h"

#include <QApplication>
#include <QStyle>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// Keeps sums of ten thousand lines far from the end of the numbers.
constexpr qint64 LargestLineYen = 9'999'999'999;

EditSpot spotOf(int column)
{
    switch (column) {
    case ItemTableModel::Name:
        return EditSpot::LineName;
    case ItemTableModel::Code:
        return EditSpot::LineCode;
    case ItemTableModel::Price:
        return EditSpot::LinePrice;
    case ItemTableModel::Quantity:
        return EditSpot::LineQuantity;
    case ItemTableModel::TaxRate:
        return EditSpot::LineTaxRate;
    default:
        return EditSpot::Lines; // a line has no problem there
    }
}

} // namespace

ItemTableModel::ItemTableModel(OrderDraft &draft, QObject *parent)
    : QAbstractTableModel(parent), m_draft(draft), m_lines(draft.order().items)
{
    connect(&draft, &OrderDraft::changed, this, &ItemTableModel::follow);
}

void ItemTableModel::follow()
{
    const QList<OrderItem> &lines = m_draft.order().items;
    if (lines.size() != m_lines.size()) {
        beginResetModel();
        m_lines = lines;
        endResetModel();
        return;
    }
    m_lines = lines;
    if (!m_lines.isEmpty()) {
        emit dataChanged(index(0, 0), index(int(m_lines.size()) - 1, ColumnCount - 1));
    }
}

int ItemTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int ItemTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ItemTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (orientation == Qt::Vertical) {
        return section + 1;
    }
    const QStringList names{tr("商品名"), tr("商品コード"), tr("種別"),     tr("金額"),
                            tr("数量"),   tr("税率"),       tr("課税区分"), tr("小計")};
    return names.value(section);
}

QString ItemTableModel::labelOf(TaxType type)
{
    switch (type) {
    case TaxType::Taxable:
        return tr("課税");
    case TaxType::Untaxed:
        return tr("不課税");
    case TaxType::TaxExempt:
        return tr("非課税");
    }
    return {};
}

QString ItemTableModel::shownText(const QModelIndex &index) const
{
    const OrderItem &line = m_lines.at(index.row());
    switch (index.column()) {
    case Name:
        return line.productName;
    case Code:
        return codeWithClasses(line);
    case Type:
        return kessai::labelOf(line.type);
    case Price:
        return line.taxDisplay == TaxDisplay::Included ? tr("%1（税込）").arg(Formats::yen(line.price))
                                                       : tr("%1（税抜）").arg(Formats::yen(line.price));
    case Quantity:
        return Formats::count(line.quantity);
    case TaxRate:
        return tr("%1%").arg(line.taxRatePercent);
    case Taxation:
        return labelOf(line.taxType);
    case Subtotal:
        return Formats::yen(lineTotal(line));
    default:
        return {};
    }
}

QVariant ItemTableModel::editedValue(const QModelIndex &index) const
{
    const OrderItem &line = m_lines.at(index.row());
    switch (index.column()) {
    case Code:
        return line.productCode;
    case Price:
        return QString::number(line.price.value);
    case Quantity:
        return QString::number(line.quantity);
    case TaxRate:
        return QString::number(line.taxRatePercent);
    case Taxation:
        return int(line.taxType);
    default:
        return shownText(index);
    }
}

QString ItemTableModel::problemAt(const QModelIndex &index) const
{
    return m_draft.problemAt({EditPlace::Part::Line, index.row(), spotOf(index.column())});
}

QVariant ItemTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return shownText(index);
    case Qt::EditRole:
        return editedValue(index);
    case Qt::TextAlignmentRole:
        return int((index.column() >= Price && index.column() != Taxation ? Qt::AlignRight : Qt::AlignLeft) |
                   Qt::AlignVCenter);
    case Qt::DecorationRole:
        return problemAt(index).isEmpty()
                   ? QVariant()
                   : QVariant(QApplication::style()->standardIcon(QStyle::SP_MessageBoxWarning));
    case Qt::ToolTipRole: {
        const QString problem = problemAt(index);
        return Formats::plainTooltip(problem.isEmpty() ? shownText(index) : problem);
    }
    case Qt::AccessibleDescriptionRole:
        return problemAt(index);
    default:
        return {};
    }
}

Qt::ItemFlags ItemTableModel::flags(const QModelIndex &index) const
{
    const bool editable = index.isValid() && index.column() != Type && index.column() != Subtotal;
    return QAbstractTableModel::flags(index) | (editable ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

bool ItemTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable) || value == editedValue(index)) {
        return false;
    }
    OrderItem line = m_lines.at(index.row());
    const QString place = tr("%1行目の%2")
                              .arg(index.row() + 1)
                              .arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString());
    if (!takeTyped(line, index.column(), value)) {
        emit refused(
            tr("%1: 「%2」は数として読めないか、大きすぎます。99,999,999までの整数を入力してください。")
                .arg(place, value.toString().left(40)));
        return false;
    }
    if (qAbs(line.price.value) * qAbs(line.quantity) > LargestLineYen) {
        emit refused(tr("%1: 行の小計が大きすぎます。金額か数量を小さくしてください。").arg(place));
        return false;
    }
    m_draft.changeLine(index.row(), line);
    emit accepted();
    return true;
}

} // namespace kessai
