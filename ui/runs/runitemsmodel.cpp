#include "ui/runs/runitemsmodel.h"

#include "ui/models/cellroles.h"
#include "ui/runs/runwords.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"
#include "ui/widgets/rowdetails.h"

namespace kessai {

namespace {

constexpr int YearCharacters = 5; ///< a run has one, and says it above its rows

bool wasSent(OperationState state)
{
    switch (state) {
    case OperationState::Armed:
    case OperationState::InDoubt:
    case OperationState::Conflict:
    case OperationState::Done:
    case OperationState::Refused:
        return true;
    case OperationState::Planned:
    case OperationState::Claimed:
    case OperationState::Cancelled:
        break;
    }
    return false;
}

} // namespace

RunItemsModel::RunItemsModel(ShopSession &session, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
    , m_items(
          *this, [this](int first, int count) { return readItems(first, count); },
          [this](int first, int last) {
              if (first < m_count) {
                  emit dataChanged(index(first, 0), index(qMin(last, m_count - 1), int(Column::Count) - 1));
              }
          },
          [this](const QString &message) { emit failed(message); })
{
}

QFuture<StorageResult<QList<RunItem>>> RunItemsModel::readItems(int first, int count)
{
    const RunPart part = m_part.value_or(RunPart{});
    return m_session.onReader({}, [run = m_run, part, first, count](Database &database) {
        return runItems(database, run, part.states, first, count, part.changed);
    });
}

void RunItemsModel::showRun(const RunId &run, RunKind kind, const std::optional<RunPart> &part, qint64 count)
{
    beginResetModel();
    m_run = run;
    m_kind = kind;
    m_part = part;
    m_count = int(count);
    m_items.restart();
    endResetModel();
}

bool RunItemsModel::hasColumn(RunKind kind, Column column)
{
    switch (column) {
    case Column::Word:
    case Column::Amount:
    case Column::EndedAt:
        return operationOf(kind).has_value();
    case Column::Before:
    case Column::After:
        return !operationOf(kind);
    case Column::OrderNumber:
    case Column::Customer:
    case Column::State:
    case Column::Reason:
    case Column::Count:
        break;
    }
    return true;
}

void RunItemsModel::refresh(qint64 count)
{
    if (m_run.value.isEmpty()) {
        return;
    }
    setCount(int(count));
    m_items.refresh();
    if (m_count > 0) {
        emit dataChanged(index(0, 0), index(m_count - 1, int(Column::Count) - 1));
    }
}

void RunItemsModel::setCount(int count)
{
    if (count > m_count) {
        beginInsertRows({}, m_count, count - 1);
        m_count = count;
        endInsertRows();
    } else if (count < m_count) {
        beginRemoveRows({}, count, m_count - 1);
        m_count = count;
        endRemoveRows();
    }
}

OrderId RunItemsModel::orderAt(int row) const
{
    const RunItem *item = row >= 0 && row < m_count ? m_items.at(row) : nullptr;
    return item ? item->order : OrderId{};
}

std::optional<InquiryAbout> RunItemsModel::inquiryAt(int row) const
{
    const RunItem *item = row >= 0 && row < m_count ? m_items.at(row) : nullptr;
    if (!item) {
        return std::nullopt;
    }
    const QStringList codes =
        item->codes.isEmpty() && item->change ? gatewayCodesIn(item->change->problem) : item->codes;
    if (codes.isEmpty()) {
        return std::nullopt;
    }
    return InquiryAbout{item->order, item->operation, codes, item->endedAt.value_or(QDateTime())};
}

int RunItemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

int RunItemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

/// That was sent; "" nothing was. The calls of most methods have no word: the operation's stands for it.
QString RunItemsModel::wordOf(const RunItem &item) const
{
    const auto operation = operationOf(m_kind);
    if (operation && !item.jobCd.isEmpty()) {
        return RunWords::sentWord(*operation, PaymentMethod::Card, item.jobCd);
    }
    return operation && wasSent(item.state) ? Words::of(*operation) : QString();
}

QString RunItemsModel::textOf(const RunItem &item, Column column) const
{
    switch (column) {
    case Column::OrderNumber:
        return item.orderNumber;
    case Column::Customer:
        return item.customerName;
    case Column::State:
        return badgeOf(m_kind, item).word;
    case Column::Word:
        return wordOf(item);
    case Column::Amount:
        return item.amount ? Formats::yen(*item.amount) : QString();
    case Column::Before:
        return stateBefore(item);
    case Column::After:
        return stateAfter(item);
    case Column::Reason:
        return RunWords::reasonOf(item);
    case Column::EndedAt:
        return item.endedAt ? Formats::second(*item.endedAt).mid(YearCharacters) : QString();
    case Column::Count:
        break;
    }
    return {};
}

QString RunItemsModel::detailsOf(const RunItem &item) const
{
    QStringList facts{tr("注文 %1").arg(item.orderNumber)};
    for (const Column column : {Column::Customer, Column::State, Column::Amount, Column::Word}) {
        facts.append(textOf(item, column));
    }
    facts.append(item.gatewayOrderId);
    facts.append(item.endedAt ? Formats::second(*item.endedAt) : QString());
    facts.removeAll({});
    QStringList lines{facts.join(u"　")};
    const QString before = stateBefore(item);
    const QString after = stateAfter(item);
    lines.append(before != after && !after.isEmpty() ? tr("%1 → %2").arg(before, after) : before);
    lines.append(RunWords::explanationOf(m_kind, item));
    lines.removeAll({});
    return lines.join(u'\n');
}

QVariant RunItemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto column = Column(index.column());
    if (role == Qt::TextAlignmentRole) {
        return int((column == Column::Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole &&
        role != BadgeRole && role != LoadingRole && role != DetailsRole) {
        return {};
    }
    const RunItem *item = m_items.at(index.row());
    if (!item || role == LoadingRole) {
        return role == LoadingRole ? QVariant(!item) : QVariant();
    }
    if (role == BadgeRole) {
        return column == Column::State ? QVariant::fromValue(badgeOf(m_kind, *item)) : QVariant();
    }
    if (role == DetailsRole) {
        return detailsOf(*item);
    }
    if (role == Qt::ToolTipRole) {
        return column == Column::Reason || column == Column::Customer
                   ? Formats::plainTooltip(textOf(*item, column))
                   : QVariant();
    }
    return textOf(*item, column);
}

QVariant RunItemsModel::headerData(int section, Qt::Orientation orientation, int role) const
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
    case Column::State:
        return tr("結果");
    case Column::Word:
        return tr("送信した処理");
    case Column::Amount:
        return tr("金額");
    case Column::Before:
        return tr("変更前");
    case Column::After:
        return tr("変更後");
    case Column::Reason:
        return operationOf(m_kind) ? tr("理由とコード") : tr("内容");
    case Column::EndedAt:
        return tr("終わった時刻");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace kessai
