#pragma once

#include "ui/runs/manyplan.h"

#include <QAbstractTableModel>
#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;

namespace kessai {

class Banner;
class Paragraph;
class PreviewRows;

/// One half of a plan: what is worked on, or what is left out.
class ManyPlanModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Half { Runs, LeftOut };
    enum class Column { OrderNumber, Customer, State, Action, Amount, Remark, Count };

    explicit ManyPlanModel(Half half, QObject *parent = nullptr);

    void setPlan(std::shared_ptr<const ManyPlan> plan);
    /// Only rows that are left out for this reason; none: all of them.
    void setReason(std::optional<int> reason);
    [[nodiscard]] OrderId orderAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void pick();
    [[nodiscard]] const ManyPlanRow &rowAt(int row) const { return m_plan->rows.at(m_rows.at(row)); }
    [[nodiscard]] QString textOf(const ManyPlanRow &row, Column column) const;
    [[nodiscard]] QString detailsOf(const ManyPlanRow &row) const;

    Half m_half;
    std::shared_ptr<const ManyPlan> m_plan;
    std::optional<int> m_reason;
    QList<int> m_rows; ///< places in the plan
};

/// What work on many is going to do, before anything is asked or changed: as the preview of a run.
class ManyPreview : public QWidget
{
    Q_OBJECT

public:
    explicit ManyPreview(QWidget *parent = nullptr);

    void showReading(ManyKind kind);
    void showPlan(const std::shared_ptr<const ManyPlan> &plan);
    void showFailure(const QString &message);
    [[nodiscard]] const std::shared_ptr<const ManyPlan> &plan() const { return m_plan; }
    /// The payment command whose preview is wanted afterwards (S44); none where nothing fits or it is not
    /// wanted.
    [[nodiscard]] std::optional<OperationKind> thenCommand() const;

signals:
    void startAsked();
    void leaveAsked();
    void orderChosen(kessai::OrderId order);

private:
    QWidget *buildSide();
    void buildRows();

    std::shared_ptr<const ManyPlan> m_plan;
    ManyPlanModel m_runs;
    ManyPlanModel m_leftOut;
    Banner *m_problem;
    QLabel *m_title;
    Paragraph *m_summary;
    Paragraph *m_consequence;
    Paragraph *m_hidden;
    QCheckBox *m_then;
    PreviewRows *m_rows;
    QPushButton *m_start;
    QPushButton *m_back;
};

} // namespace kessai
