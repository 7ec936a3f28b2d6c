#include "ui/runs/previewmodel.h"

#include "core/services/shopsession.h"
#include "ui/models/cellroles.h"
#include "ui/text/formats.h"
#include "ui/widgets/rowdetails.h"

namespace kessai {

PreviewModel::PreviewModel(Half half, QObject *parent)
    : QAbstractTableModel(parent)
    , m_half(half)
    , m_names(
          *this, [this](int first, int count) { return readNames(m_rows.mid(first, count)); },
          [this](int first, int last) {
              emit dataChanged(index(first, 0), index(last, int(Column::Count) - 1));
          })
{
}

/// A future without a result where there is nobody to ask.
QFuture<StorageResult<QList<RowNames>>> PreviewModel::readNames(const QList<int> &places) const
{
    if (!m_session) {
        return {};
    }
    return m_session->onReader({}, [sheet = m_sheet, places](Database &database) {
        QList<NamedRow> rows;
        rows.reserve(places.size());
        for (const int place : places) {
            rows.append(sheet->rowAt(place).named);
        }
        return rowNames(database, rows);
    });
}

void PreviewModel::setTitles(const Titles &titles)
{
    m_titles = titles;
    emit headerDataChanged(Qt::Horizontal, 0, int(Column::Count) - 1);
}

void PreviewModel::setSheet(std::shared_ptr<const PreviewSheet> sheet)
{
    beginResetModel();
    m_sheet = std::move(sheet);
    m_reason.reset();
    pick();
    endResetModel();
}

void PreviewModel::setReason(std::optional<int> reason)
{
    beginResetModel();
    m_reason = reason;
    pick();
    endResetModel();
}

void PreviewModel::pick()
{
    m_names.restart();
    m_rows.clear();
    if (!m_sheet) {
        return;
    }
    const QList<int> &half = m_half == Half::Runs ? m_sheet->runRows : m_sheet->leftOutRows;
    if (!m_reason) {
        m_rows = half;
        return;
    }
    for (const int place : half) {
        if (m_sheet->rowAt(place).reason == *m_reason) {
            m_rows.append(place);
        }
    }
}

OrderId PreviewModel::orderAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_sheet->rowAt(m_rows.at(row)).named.order : OrderId{};
}

int PreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

void PreviewModel::readLines(const QList<int> &rows, const QList<int> &columns, const Done &done)
{
    QList<int> places;
    for (const int row : rows) {
        places.append(m_rows.at(row));
    }
    const auto write = [this, sheet = m_sheet, places, columns,
                        done](const StorageResult<QList<RowNames>> &names) {
        if (!names || sheet != m_sheet) {
            return; // another preview stands here by now
        }
        QStringList lines;
        for (qsizetype at = 0; at < places.size(); ++at) {
            QStringList cells;
            for (const int column : columns) {
                cells.append(textOf(places.at(at), names->at(at), Column(column)).simplified());
            }
            lines.append(cells.join(u'\t'));
        }
        done(lines);
    };
    whenDone(readNames(places), this, write);
}

QString PreviewModel::textOf(int place, const RowNames &names, Column column) const
{
    switch (column) {
    case Column::OrderNumber:
        return names.orderNumber;
    case Column::Customer:
        return names.customerName;
    case Column::Status:
        return m_sheet->cellsAt(place, names).badge.word;
    case Column::Action:
        return m_sheet->cellsAt(place, names).action;
    case Column::Amount: {
        const auto amount = m_sheet->rowAt(place).amount;
        return amount ? Formats::yen(*amount) : QString();
    }
    case Column::Until: {
        const auto until = m_sheet->cellsAt(place, names).until;
        return until ? Formats::deadline(*until) : QString();
    }
    case Column::Remark:
        return Formats::sentences(
            {m_sheet->cellsAt(place, names).remark,
             m_sheet->rowAt(place).hidden ? tr("一覧の今の検索条件では表示されていません。") : QString()});
    case Column::Count:
        break;
    }
    return {};
}

QString PreviewModel::detailsOf(int place, const RowNames &names) const
{
    const PreviewSheet::Cells cells = m_sheet->cellsAt(place, names);
    QStringList facts{tr("注文 %1").arg(names.orderNumber), names.customerName, cells.badge.word,
                      textOf(place, names, Column::Amount), cells.action};
    if (!cells.action.contains(names.gatewayOrderId)) {
        facts.append(names.gatewayOrderId);
    }
    facts.append(cells.until ? tr("期限 %1").arg(Formats::deadline(*cells.until)) : QString());
    facts.removeAll({});
    QStringList lines{facts.join(u"　"), textOf(place, names, Column::Remark), cells.advice};
    lines.removeAll({});
    return lines.join(u'\n');
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const int place = m_rows.at(index.row());
    const auto column = Column(index.column());
    if (role == Qt::TextAlignmentRole) {
        return int((column == Column::Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole &&
        role != BadgeRole && role != LoadingRole && role != DetailsRole) {
        return {};
    }
    const RowNames *read = m_names.at(index.row());
    const RowNames names = read ? *read : RowNames{};
    switch (role) {
    case LoadingRole:
        return !read && (column == Column::OrderNumber || column == Column::Customer);
    case Qt::ToolTipRole:
        return column == Column::Remark || column == Column::Customer
                   ? Formats::plainTooltip(textOf(place, names, column))
                   : QVariant();
    case DetailsRole:
        return read ? detailsOf(place, names) : QVariant();
    case BadgeRole: {
        const Badge badge = column == Column::Status ? m_sheet->cellsAt(place, names).badge : Badge{};
        return badge.word.isEmpty() ? QVariant() : QVariant::fromValue(badge);
    }
    default:
        return textOf(place, names, column);
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
        return m_titles.status;
    case Column::Action:
        return m_titles.action;
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
