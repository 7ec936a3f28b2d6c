#pragma once

#include "ui/runs/previewmodel.h"
#include "ui/runs/previewreading.h"

#include <QWidget>

class QCheckBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace kessai {

class Banner;
class Paragraph;
class PreviewRows;

/// What a bulk command is going to do, before anything is sent: a summary that can be read aloud, the rows
/// that run and those that do not, and the button that starts it (S116). Decides nothing by itself.
class PreviewView : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewView(QWidget *parent = nullptr);

    /// Where the names of the rows in sight come from; without it there are none.
    void setSession(ShopSession &session);

    /// While it is being read; the rows of before go.
    void showReading(OperationKind kind);
    void showAnswer(const std::shared_ptr<const PreviewAnswer> &answer);
    void showFailure(const QString &message);
    /// The button was pressed: nothing more can be pressed until the run stands.
    void showStarting();
    /// Nothing was begun: why, and the button is there again.
    void showNotStarted(const QString &problem);
    /// What stands here is not so any more.
    void showStale(const QString &text);

    [[nodiscard]] const std::shared_ptr<const PreviewAnswer> &answer() const { return m_answer; }
    [[nodiscard]] bool keepsGatewayAmount() const;
    /// 対応状況 for the orders that are done; none when not wanted.
    [[nodiscard]] std::optional<OrderStatus> thenStatus() const;

signals:
    void startAsked();
    /// 「決済金額のまま売上確定する」 was ticked or unticked: the preview is another one.
    void keepGatewayAmountChosen(bool keep);
    void readAgainAsked();
    void leaveAsked();
    void orderChosen(kessai::OrderId order);

private:
    void buildSummary(QVBoxLayout &column);
    QWidget *buildRows();
    QLayout *buildButtons();
    void showSentLines(const QList<RunWords::SentLine> &lines);
    void showBoxes(const PreviewAnswer &answer);
    void setStartable(bool startable);

    std::shared_ptr<const PreviewAnswer> m_answer;
    PreviewModel m_runs;
    PreviewModel m_leftOut;
    Banner *m_stale;
    Banner *m_problem;
    QLabel *m_title;
    Paragraph *m_summary;
    QGridLayout *m_sent;
    Paragraph *m_unknown; ///< rows whose amount the pre-check brings
    Paragraph *m_consequence;
    Paragraph *m_hidden;
    QCheckBox *m_keep;
    Paragraph *m_keepWords;
    QCheckBox *m_paired;
    Paragraph *m_pairedWords;
    PreviewRows *m_rows;
    QPushButton *m_start;
    QPushButton *m_back;
};

} // namespace kessai
