#include "ui/runs/manyresults.h"

#include "ui/models/badge.h"
#include "ui/models/cellroles.h"
#include "ui/text/formats.h"
#include "ui/widgets/rowdetails.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

void ManyOutcome::set(int place, const ManyResult &result)
{
    --counts[results.at(place).state];
    results[place] = result;
    ++counts[result.state];
}

ManyOutcome outcomeOf(const std::shared_ptr<const ManyPlan> &plan)
{
    ManyOutcome outcome;
    outcome.plan = plan;
    outcome.results.resize(plan->rows.size());
    for (const int place : plan->leftOutRows) {
        outcome.results[place] = {
            .state = ManyState::LeftOut,
            .text = ManyWords::reasonOf(plan->rows.at(place).reason, plan->question.status)};
    }
    outcome.counts = {{ManyState::LeftOut, plan->leftOutRows.size()},
                      {ManyState::Waiting, plan->runRows.size()}};
    return outcome;
}

QString wordOf(ManyState state, ManyKind kind)
{
    const bool refresh = kind == ManyKind::Refresh;
    switch (state) {
    case ManyState::Changed:
        return refresh ? ManyWords::tr("変わりました") : ManyWords::tr("変更しました");
    case ManyState::Same:
        return refresh ? ManyWords::tr("変わりません") : ManyWords::tr("変更済みでした");
    case ManyState::Unable:
        return refresh ? ManyWords::tr("確認できません") : ManyWords::tr("変更できません");
    case ManyState::NotDone:
        return refresh ? ManyWords::tr("確認していません") : ManyWords::tr("変更していません");
    case ManyState::LeftOut:
        return ManyWords::tr("対象外");
    case ManyState::Waiting:
        break;
    }
    return ManyWords::tr("残り");
}

namespace {

struct Look
{
    ManyState state;
    QString key;
    Meaning meaning;
    Qt::BrushStyle brush;
};

QList<Look> looksOf(ManyKind kind)
{
    const bool refresh = kind == ManyKind::Refresh;
    return {
        {ManyState::Changed, u"changed"_s, refresh ? Meaning::Accent : Meaning::Good, Qt::SolidPattern},
        {ManyState::Same, u"same"_s, refresh ? Meaning::Good : Meaning::Closed, Qt::SolidPattern},
        {ManyState::Unable, u"unable"_s, refresh ? Meaning::Doubt : Meaning::NeedsWork, Qt::Dense3Pattern},
        {ManyState::NotDone, u"notDone"_s, Meaning::Closed, Qt::BDiagPattern},
        {ManyState::LeftOut, u"leftOut"_s, Meaning::Closed, Qt::Dense5Pattern},
        {ManyState::Waiting, u"waiting"_s, Meaning::Motion, Qt::NoBrush}};
}

Meaning meaningOf(ManyState state, ManyKind kind)
{
    const QList<Look> looks = looksOf(kind);
    const auto found =
        std::find_if(looks.begin(), looks.end(), [state](const Look &look) { return look.state == state; });
    return found->meaning;
}

} // namespace

QList<RunPart> partsOf(const ManyOutcome &outcome)
{
    const ManyKind kind = outcome.plan ? outcome.plan->question.kind : ManyKind::Refresh;
    QList<RunPart> parts;
    for (const Look &look : looksOf(kind)) {
        parts.append(
            {look.key, wordOf(look.state, kind), look.meaning, look.brush, {}, outcome.count(look.state)});
    }
    return parts;
}

QString totalOf(const ManyOutcome &outcome)
{
    QStringList parts;
    for (const RunPart &part : partsOf(outcome)) {
        if (part.count > 0 || parts.isEmpty()) { // how many changed is said always
            parts.append(ManyWords::tr("%1 %2件").arg(part.word, Formats::count(part.count)));
        }
    }
    return ManyWords::tr("%1件のうち、%2です。")
        .arg(Formats::count(outcome.results.size()), parts.join(ManyWords::tr("、")));
}

QString detailsOf(const ManyOutcome &outcome, int place)
{
    const ManyPlanRow &row = outcome.plan->rows.at(place);
    const ManyResult &result = outcome.results.at(place);
    QStringList facts{ManyWords::tr("注文 %1").arg(row.orderNumber), row.customerName,
                      wordOf(result.state, outcome.plan->question.kind), Formats::yen(row.amount),
                      row.gatewayOrderId};
    facts.removeAll({});
    QStringList lines{facts.join(u"　")};
    if (!result.after.isEmpty() && result.after != result.before) {
        lines.append(ManyWords::tr("%1 → %2").arg(result.before, result.after));
    } else {
        lines.append(result.before);
    }
    lines.append(result.text);
    lines.removeAll({});
    return lines.join(u'\n');
}

void ManyResultsModel::begin(const std::shared_ptr<const ManyPlan> &plan)
{
    beginResetModel();
    m_outcome = outcomeOf(plan);
    m_state.reset();
    m_shown.clear();
    endResetModel();
}

void ManyResultsModel::set(const QList<std::pair<int, ManyResult>> &results)
{
    if (results.isEmpty()) {
        return;
    }
    int first = results.first().first;
    int last = first;
    for (const auto &[place, result] : results) {
        m_outcome.set(place, result);
        first = std::min(first, place);
        last = std::max(last, place);
    }
    if (!m_state) {
        emit dataChanged(index(first, 0), index(last, int(Column::Count) - 1));
        return;
    }
    QList<int> entered;
    bool hasLeft = *m_state == ManyState::Waiting;
    for (const auto &[place, result] : results) {
        if (result.state == *m_state) {
            entered.append(place);
        }
    }
    if (hasLeft) { // of what waits: the rows that are worked on go one after the other
        beginResetModel();
        pick();
        endResetModel();
    } else if (!entered.isEmpty()) {
        beginInsertRows({}, int(m_shown.size()), int(m_shown.size() + entered.size()) - 1);
        m_shown.append(entered);
        endInsertRows();
    }
}

void ManyResultsModel::showState(std::optional<ManyState> state)
{
    beginResetModel();
    m_state = state;
    pick();
    endResetModel();
}

void ManyResultsModel::pick()
{
    m_shown.clear();
    for (int place = 0; m_state && place < m_outcome.results.size(); ++place) {
        if (m_outcome.results.at(place).state == *m_state) {
            m_shown.append(place);
        }
    }
}

OrderId ManyResultsModel::orderAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_outcome.plan->rows.at(placeOf(row)).order : OrderId{};
}

int ManyResultsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_state ? m_shown.size() : m_outcome.results.size());
}

int ManyResultsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant ManyResultsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const int place = placeOf(index.row());
    const ManyPlanRow &row = m_outcome.plan->rows.at(place);
    const ManyResult &result = m_outcome.results.at(place);
    const ManyKind kind = m_outcome.plan->question.kind;
    const auto column = Column(index.column());
    if (role == DetailsRole) {
        return detailsOf(m_outcome, place);
    }
    if (role == BadgeRole && column == Column::State) {
        return QVariant::fromValue(Badge{wordOf(result.state, kind), meaningOf(result.state, kind), {}, {}});
    }
    if (role == Qt::ToolTipRole && (column == Column::Text || column == Column::Customer)) {
        return Formats::plainTooltip(column == Column::Text ? result.text : row.customerName);
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) {
        return {};
    }
    const QStringList cells{row.orderNumber, row.customerName, wordOf(result.state, kind),
                            result.before,   result.after,     result.text};
    return cells.at(index.column());
}

QVariant ManyResultsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return orientation == Qt::Horizontal && role == Qt::TextAlignmentRole
                   ? QVariant(int(Qt::AlignLeft | Qt::AlignVCenter))
                   : QVariant();
    }
    const QStringList titles{tr("注文番号"), tr("お名前"), tr("結果"),
                             tr("変更前"),   tr("変更後"), tr("内容")};
    return titles.value(section);
}

} // namespace kessai
