#pragma once

#include "ui/runs/manyplan.h"
#include "ui/runs/previewmodel.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;

namespace kessai {

class Banner;
class Paragraph;
class PreviewRows;

/// What work on many is going to do, before anything is asked or changed: as the preview of a run.
class ManyPreview : public QWidget
{
    Q_OBJECT

public:
    explicit ManyPreview(QWidget *parent = nullptr);

    /// As PreviewView::setSession().
    void setSession(ShopSession &session);

    void showReading(RunKind kind);
    void showPlan(const std::shared_ptr<const ManyPlan> &plan);
    void showFailure(const QString &message);
    /// Nothing was begun: why, and the button is there again.
    void showNotStarted(const QString &problem);
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
    PreviewModel m_runs;
    PreviewModel m_leftOut;
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
