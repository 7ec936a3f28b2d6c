#pragma once

#include "ui/runs/manyplan.h"
#include "ui/runs/runwords.h"

#include <QAbstractTableModel>

namespace kessai {

/// What became of one order. A change of many is one of these for each.
enum class ManyState { Changed, Same, Unable, NotDone, LeftOut, Waiting };

struct ManyResult
{
    ManyState state = ManyState::Waiting;
    QString before{};
    QString after{};
    QString text{}; ///< why, in a sentence; ""
};

/// What became of all orders of a plan so far; copies share their rows.
struct ManyOutcome
{
    std::shared_ptr<const ManyPlan> plan;
    QList<ManyResult> results; ///< one per row of the plan
    QMap<ManyState, qint64> counts;

    /// @param place of the row in the plan
    void set(int place, const ManyResult &result);
    [[nodiscard]] qint64 count(ManyState state) const { return counts.value(state); }
    /// Those that were to be worked on and are not waiting any more.
    [[nodiscard]] qint64 ended() const { return plan ? plan->runRows.size() - count(ManyState::Waiting) : 0; }
};

/// Nothing has been done yet.
ManyOutcome outcomeOf(const std::shared_ptr<const ManyPlan> &plan);
QString wordOf(ManyState state, ManyKind kind);
/// All states, in the order in which they are shown; their counts add up to all rows of the plan.
QList<RunPart> partsOf(const ManyOutcome &outcome);
/// 500件のうち、変わりました 3件、変わりません 490件 …: adds up.
QString totalOf(const ManyOutcome &outcome);
/// 注文 12　髙橋 花子　変わりました …, and why, in lines.
QString detailsOf(const ManyOutcome &outcome, int place);

/// The rows of a report on work on many, all or those of one state.
class ManyResultsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { OrderNumber, Customer, State, Before, After, Text, Count };

    using QAbstractTableModel::QAbstractTableModel;

    void begin(const std::shared_ptr<const ManyPlan> &plan);
    void set(const QList<std::pair<int, ManyResult>> &results);
    /// None: all of them.
    void showState(std::optional<ManyState> state);
    [[nodiscard]] const ManyOutcome &outcome() const { return m_outcome; }
    [[nodiscard]] OrderId orderAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void pick();
    [[nodiscard]] int placeOf(int row) const { return m_state ? m_shown.at(row) : row; }

    ManyOutcome m_outcome;
    std::optional<ManyState> m_state;
    QList<int> m_shown; ///< places in the plan; only with a state
};

} // namespace kessai
