#include "ui/runs/previewmodel.h"

#include "ui/models/badge.h"
#include "ui/models/cellroles.h"
#include "ui/runs/runwords.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"
#include "ui/widgets/rowdetails.h"

namespace kessai {

PreviewModel::PreviewModel(Half half, QObject *parent) : QAbstractTableModel(parent), m_half(half) {}

void PreviewModel::setPreview(std::shared_ptr<const PreviewAnswer> answer)
{
    beginResetModel();
    m_answer = std::move(answer);
    m_reason.reset();
    pick();
    endResetModel();
}

void PreviewModel::setReason(std::optional<RuleReason> reason)
{
    beginResetModel();
    m_reason = reason;
    pick();
    endResetModel();
}

void PreviewModel::pick()
{
    m_rows.clear();
    if (!m_answer) {
        return;
    }
    const QList<int> &half = m_half == Half::Runs ? m_answer->runRows : m_answer->leftOutRows;
    if (!m_reason) {
        m_rows = half;
        return;
    }
    for (const int place : half) {
        if (m_answer->preview.rows.at(place).reason == *m_reason) {
            m_rows.append(place);
        }
    }
}

const BulkPreviewRow &PreviewModel::rowAt(int row) const
{
    return m_answer->preview.rows.at(m_rows.at(row));
}

OrderId PreviewModel::orderAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? rowAt(row).order : OrderId{};
}

int PreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QString PreviewModel::remarkOf(const BulkPreviewRow &row) const
{
    return Formats::sentences(
        {Words::of(row.reason), row.hidden ? tr("一覧の今の検索条件では表示されていません。") : QString()});
}

QString PreviewModel::detailsOf(const BulkPreviewRow &row) const
{
    QStringList facts{tr("注文 %1").arg(row.orderNumber)};
    for (const Column column : {Column::Customer, Column::Status, Column::Amount, Column::Word}) {
        facts.append(textOf(row, column));
    }
    facts.append(row.gatewayOrderId);
    facts.append(row.until ? tr("期限 %1").arg(Formats::day(*row.until)) : QString());
    facts.removeAll({});
    QStringList lines{facts.join(u"　"), remarkOf(row), RunWords::adviceOf(row.reason)};
    lines.removeAll({});
    return lines.join(u'\n');
}

QString PreviewModel::textOf(const BulkPreviewRow &row, Column column) const
{
    switch (column) {
    case Column::OrderNumber:
        return row.orderNumber;
    case Column::Customer:
        return row.customerName;
    case Column::Status:
        return badgeOf(row.paymentStatus, row.method, !row.gatewayOrderId.isEmpty()).word;
    case Column::Word:
        return row.runs() ? RunWords::sentWord(m_answer->preview.kind, row.jobCd) : QString();
    case Column::Amount:
        return row.amount ? Formats::yen(*row.amount) : QString();
    case Column::Until:
        return row.until ? Formats::day(*row.until) : QString();
    case Column::Remark:
        return remarkOf(row);
    case Column::Count:
        break;
    }
    return {};
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const BulkPreviewRow &row = rowAt(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return textOf(row, column);
    case Qt::TextAlignmentRole:
        return int((column == Column::Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return column == Column::Remark || column == Column::Customer
                   ? Formats::plainTooltip(textOf(row, column))
                   : QVariant();
    case DetailsRole:
        return detailsOf(row);
    case BadgeRole:
        return column == Column::Status && !textOf(row, column).isEmpty()
                   ? QVariant::fromValue(
                         badgeOf(row.paymentStatus, row.method, !row.gatewayOrderId.isEmpty()))
                   : QVariant();
    default:
        return {};
    }
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    const auto column = Column(section);
    if (role == Qt::TextAlignmentRole) {
        return int((column == Column::Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case Column::OrderNumber:
        return tr("注文番号");
    case Column::Customer:
        return tr("お名前");
    case Column::Status:
        return tr("決済状況");
    case Column::Word:
        return tr("送る言葉");
    case Column::Amount:
        return tr("金額");
    case Column::Until:
        return tr("期限");
    case Column::Remark:
        return m_half == Half::Runs ? tr("備考") : tr("対象外の理由");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace kessai
