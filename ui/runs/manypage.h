#pragma once

#include "ui/runs/manypreview.h"
#include "ui/runs/manyreport.h"

class QStackedLayout;

namespace kessai {

class ProgressLine;

/// Work on many orders that moves no money (状態一括確認, 対応状況の変更) on one page over the list, as a
/// run's: the preview, then in its place the work, then its report, which stays until the next one. Leaving
/// it stops nothing.
class ManyPage : public QWidget
{
    Q_OBJECT

public:
    explicit ManyPage(QWidget *parent = nullptr);

    /// The preview is being read.
    void showReading(ManyKind kind);
    void showPlan(const std::shared_ptr<const ManyPlan> &plan);
    void showFailure(const QString &message);
    /// The work, or its report; false where there is none yet.
    bool showReport();
    void begin(const std::shared_ptr<const ManyPlan> &plan);
    [[nodiscard]] ManyPreview &preview() const { return *m_preview; }
    [[nodiscard]] ManyReport &report() const { return *m_report; }
    [[nodiscard]] bool busy() const { return m_report->busy(); }

signals:
    void startAsked();
    void left();
    void orderChosen(kessai::OrderId order);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void leave();

    ProgressLine *m_progress;
    QStackedLayout *m_stack;
    ManyPreview *m_preview;
    ManyReport *m_report;
};

} // namespace kessai
