#include "ui/runs/runitemsmodel.h"

#include "ui/models/badge.h"
#include "ui/models/cellroles.h"
#include "ui/models/whendone.h"
#include "ui/runs/runwords.h"
#include "ui/text/formats.h"
#include "ui/widgets/rowdetails.h"

#include <QTimer>

namespace kessai {

namespace {

constexpr int PageRows = 100;
constexpr int WantedMaximum = 4; ///< whoever scrolls past a page does not wait for it
constexpr int KeptPages = 40;
constexpr int YearCharacters = 5; ///< a run has one, and says it above its rows

} // namespace

RunItemsModel::RunItemsModel(ShopSession &session, QObject *parent)
    : QAbstractTableModel(parent), m_session(session)
{
}

void RunItemsModel::showRun(const RunId &run, OperationKind kind, const QList<OperationState> &states,
                            qint64 count)
{
    beginResetModel();
    ++m_generation;
    m_run = run;
    m_kind = kind;
    m_states = states;
    m_count = int(count);
    m_pages.clear();
    m_stale.clear();
    m_wanted.clear();
    endResetModel();
}

void RunItemsModel::refresh(qint64 count)
{
    if (m_run.value.isEmpty()) {
        return;
    }
    setCount(int(count));
    ++m_refreshes;
    const QList<int> known = m_pages.keys();
    m_stale = QSet<int>(known.begin(), known.end());
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

const RunItem *RunItemsModel::itemAt(int row) const
{
    const int page = row / PageRows;
    const auto found = m_pages.constFind(page);
    if (found == m_pages.constEnd() || m_stale.contains(page)) {
        want(page);
    }
    return found != m_pages.constEnd() && row % PageRows < found->size() ? &found->at(row % PageRows)
                                                                         : nullptr;
}

OrderId RunItemsModel::orderAt(int row) const
{
    const RunItem *item = row >= 0 && row < m_count ? itemAt(row) : nullptr;
    return item ? item->order : OrderId{};
}

void RunItemsModel::want(int page) const
{
    if (m_run.value.isEmpty()) {
        return;
    }
    m_wanted.removeAll(page);
    m_wanted.append(page);
    if (!m_readScheduled) {
        m_readScheduled = true; // data() may not change anything: read when the loop comes round
        auto *self = const_cast<RunItemsModel *>(this);
        QMetaObject::invokeMethod(self, &RunItemsModel::readWanted, Qt::QueuedConnection);
    }
}

void RunItemsModel::readWanted()
{
    m_readScheduled = false;
    if (m_reading || m_wanted.isEmpty()) {
        return;
    }
    while (m_wanted.size() > WantedMaximum) {
        m_wanted.removeFirst();
    }
    const int page = m_wanted.takeLast();
    m_reading = true;
    const auto job = [run = m_run, states = m_states, page](Database &database) {
        return runItems(database, run, states, qint64(page) * PageRows, PageRows);
    };
    whenDone(
        m_session.onReader({}, job), this,
        [this, page, generation = m_generation,
         refreshes = m_refreshes](const StorageResult<QList<RunItem>> &items) {
            m_reading = false;
            if (generation == m_generation && items) {
                storePage(page, *items);
                if (refreshes != m_refreshes) {
                    m_stale.insert(page); // something changed while it was read
                }
            } else if (!items) {
                m_wanted.clear();
                emit failed(items.error().message);
            }
            readWanted();
        },
        [this] { m_reading = false; });
}

void RunItemsModel::storePage(int page, const QList<RunItem> &items)
{
    if (m_pages.size() >= KeptPages && !m_pages.contains(page)) {
        m_pages.clear();
        m_stale.clear();
    }
    m_stale.remove(page);
    m_pages.insert(page, items);
    const int first = page * PageRows;
    const int last = qMin(first + PageRows, m_count) - 1;
    if (last >= first) {
        emit dataChanged(index(first, 0), index(last, int(Column::Count) - 1));
    }
}

int RunItemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

int RunItemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QString RunItemsModel::textOf(const RunItem &item, Column column) const
{
    switch (column) {
    case Column::OrderNumber:
        return item.orderNumber;
    case Column::Customer:
        return item.customerName;
    case Column::State:
        return badgeOf(item.state).word;
    case Column::Word:
        return item.jobCd.isEmpty() ? QString() : RunWords::sentWord(m_kind, item.jobCd);
    case Column::Amount:
        return item.amount ? Formats::yen(*item.amount) : QString();
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
    const RunItem *item = itemAt(index.row());
    if (!item || role == LoadingRole) {
        return role == LoadingRole ? QVariant(!item) : QVariant();
    }
    if (role == BadgeRole) {
        return column == Column::State ? QVariant::fromValue(badgeOf(item->state)) : QVariant();
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
    case Column::Reason:
        return tr("理由とコード");
    case Column::EndedAt:
        return tr("終わった時刻");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace kessai
