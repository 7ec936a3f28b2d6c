#pragma once

#include "ui/runs/manyresults.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace kessai {

class Banner;
class Paragraph;
class PartLegend;
class RowDetails;
class RowTable;
class RunBar;

/// Work on many orders while it goes on, and its report when it is over, as a run's.
class ManyReport : public QWidget
{
    Q_OBJECT

public:
    explicit ManyReport(QWidget *parent = nullptr);

    void begin(const std::shared_ptr<const ManyPlan> &plan);
    /// Shown a few times a second.
    void add(int place, const ManyResult &result);
    /// What waits still is not done, for this reason.
    /// @param problem why not all was done, in a sentence; ""
    /// @param then the payment command that fits now; none
    void finish(const QString &problem, std::optional<OperationKind> then);
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] const ManyOutcome &outcome() const { return m_rows.outcome(); }
    /// Orders whose 対応状況 was changed.
    [[nodiscard]] QSet<OrderId> changedOrders() const;
    /// 状態一括確認 312/500.
    [[nodiscard]] QString brief() const;
    void placeFocus();

    /// Buttons of a finished report; empty: none is offered.
    void setExporter(std::function<void(const ManyOutcome &)> exporter);
    void setPrinter(std::function<void(const ManyOutcome &)> printer);

signals:
    void moved();
    void stopAsked();
    void leaveAsked();
    void orderChosen(kessai::OrderId order);
    void commandAsked(kessai::OperationKind kind);

private:
    void buildHead();
    QWidget *buildFoot();
    void flush();
    void showCounts();
    QPushButton *button(const QString &text, const QString &objectName);

    ManyResultsModel m_rows;
    QList<std::pair<int, ManyResult>> m_coming;
    QTimer m_flush;
    bool m_busy = false;
    std::optional<OperationKind> m_thenKind;
    std::function<void(const ManyOutcome &)> m_export;
    std::function<void(const ManyOutcome &)> m_print;
    Banner *m_problem;
    QLabel *m_title;
    Paragraph *m_sentence;
    RunBar *m_bar;
    PartLegend *m_legend;
    RowTable *m_table;
    RowDetails *m_details;
    QPushButton *m_stop;
    QPushButton *m_then;
    QPushButton *m_exportButton;
    QPushButton *m_printButton;
    QPushButton *m_back;
};

} // namespace kessai
