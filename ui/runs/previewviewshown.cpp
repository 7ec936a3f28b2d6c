// PreviewView: what it shows of an answer.
#include "ui/runs/previewrows.h"
#include "ui/runs/previewview.h"
#include "ui/runs/rowtable.h"
#include "ui/runs/runwords.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/stylesheet.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

void say(Paragraph &paragraph, const QString &text)
{
    paragraph.setSentences(text);
    paragraph.setVisible(!text.isEmpty());
}

void clear(QGridLayout &grid)
{
    while (QLayoutItem *item = grid.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

void PreviewView::showReading(OperationKind kind)
{
    m_answer.reset();
    m_runs.setSheet({});
    m_leftOut.setSheet({});
    clear(*m_sent);
    m_title->setText(tr("%1の確認").arg(RunWords::nameOf(kind)));
    m_rows->showReading();
    m_stale->hide();
    m_problem->hide();
    say(*m_summary, tr("選んだ注文を確認しています。まだ何も送信していません。"));
    for (Paragraph *words : {m_unknown, m_consequence, m_hidden, m_keepWords, m_pairedWords}) {
        say(*words, {});
    }
    m_keep->hide();
    m_paired->hide();
    m_start->hide();
    m_back->setEnabled(true);
}

void PreviewView::showAnswer(const std::shared_ptr<const PreviewAnswer> &answer)
{
    const BulkPreview &preview = answer->preview;
    m_answer = answer;
    m_runs.setSheet(answer);
    m_leftOut.setSheet(answer);
    m_rows->runsTable().setColumnHidden(int(PreviewModel::Column::Remark), !answer->remarks);
    m_stale->hide();
    m_problem->hide();
    m_title->setText(tr("%1の確認").arg(RunWords::nameOf(preview.kind)));
    say(*m_summary, RunWords::summary(preview));
    showSentLines(answer->sentLines);
    say(*m_unknown, preview.withoutAmount > 0 ? tr("%1件の金額と取引状態は、実行の直前にGMOで確認します。")
                                                    .arg(Formats::count(preview.withoutAmount))
                                              : QString());
    say(*m_consequence, RunWords::consequence(preview, answer->undoUntil, answer->firstUntil));
    say(*m_hidden, RunWords::hiddenSentence(answer->hiddenRuns));
    showBoxes(*answer);
    m_rows->showCounts(preview.runCount, answer->reasons);
    m_start->setText(RunWords::verb(preview));
    m_start->setAccessibleName(m_start->text());
    m_start->setVisible(preview.runCount > 0);
    setStartable(true);
    m_rows->placeFocus();
}

void PreviewView::showSentLines(const QList<RunWords::SentLine> &lines)
{
    clear(*m_sent);
    int row = 0;
    for (const RunWords::SentLine &line : lines) {
        const QStringList cells{line.word, tr("%1件").arg(Formats::count(line.count)),
                                Formats::yen(line.total)};
        for (int column = 0; column < cells.size(); ++column) {
            auto *label = new QLabel(cells.at(column), m_summary->parentWidget());
            label->setObjectName(u"sent_%1_%2"_s.arg(row).arg(column));
            label->setTextFormat(Qt::PlainText);
            label->setWordWrap(column == 0); // a method's name may be long
            m_sent->addWidget(label, row, column,
                              column == 0 ? Qt::Alignment() : Qt::AlignRight | Qt::AlignTop);
        }
        ++row;
    }
}

void PreviewView::showBoxes(const PreviewAnswer &answer)
{
    const BulkPreview &preview = answer.preview;
    const qint64 different = preview.leftOut.value(RuleReason::DifferenceBlocksCapture);
    const bool capture = preview.kind == OperationKind::Capture;
    m_keep->setChecked(preview.keepGatewayAmount);
    m_keep->setVisible(capture && (different > 0 || preview.keepGatewayAmount));
    say(*m_keepWords,
        !m_keep->isVisibleTo(this) ? QString()
        : preview.keepGatewayAmount
            ? tr("差異のある注文も、GMOの決済金額のまま売上確定します。お支払い合計とは違う金額が請求されます"
                 "。")
            : tr("差異のある%"
                 "1件は対象外です。チェックすると、お支払い合計ではなくGMOの決済金額で請求します。")
                  .arg(Formats::count(different)));
    const auto paired = RunWords::pairedStatus(preview.kind);
    const bool offered = paired && preview.runCount > 0;
    m_paired->setVisible(offered);
    m_paired->setEnabled(answer.pairedAllowed > 0);
    m_paired->setChecked(false);
    if (!offered) {
        say(*m_pairedWords, {});
        return;
    }
    const QString word = Words::of(*paired);
    m_paired->setText(tr("完了した注文の対応状況を%1にする").arg(word));
    const qint64 cannot = preview.runCount - answer.pairedAllowed;
    say(*m_pairedWords,
        answer.pairedAllowed == 0 ? tr("どの注文の対応状況も「%1」に変更できません。").arg(word)
        : cannot > 0
            ? tr("%1件の対応状況は「%2」に変更できず、そのまま残ります。").arg(Formats::count(cannot), word)
            : QString());
}

void PreviewView::showFailure(const QString &message)
{
    say(*m_summary, tr("確認できませんでした。まだ何も送信していません。"));
    m_problem->setText(message);
    m_problem->show();
}

void PreviewView::setStartable(bool startable)
{
    m_start->setEnabled(startable);
    m_back->setEnabled(startable);
    m_keep->setEnabled(startable);
    m_paired->setEnabled(startable && m_answer && m_answer->pairedAllowed > 0);
}

void PreviewView::showStarting()
{
    setStartable(false);
    m_problem->hide();
    m_start->setText(tr("開始しています"));
}

void PreviewView::showNotStarted(const QString &problem)
{
    if (m_answer) {
        m_start->setText(RunWords::verb(m_answer->preview));
    }
    setStartable(true);
    m_problem->setText(problem.isEmpty() ? tr("何も実行していません。") : problem);
    m_problem->show();
}

void PreviewView::showStale(const QString &text)
{
    m_stale->setText(text);
    m_stale->show();
}

bool PreviewView::keepsGatewayAmount() const
{
    return m_answer && m_answer->preview.keepGatewayAmount;
}

std::optional<OrderStatus> PreviewView::thenStatus() const
{
    const bool wanted = m_answer && m_paired->isVisibleTo(this) && m_paired->isChecked();
    return wanted ? RunWords::pairedStatus(m_answer->preview.kind) : std::nullopt;
}

} // namespace kessai
