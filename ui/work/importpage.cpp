#include "ui/work/importpage.h"

#include "ui/text/cardnumbers.h"
#include "ui/text/formats.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/stylesheet.h"
#include "ui/work/importproblemtable.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

ImportPage::ImportPage(ShopSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_title(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_numbers(new QWidget(this))
    , m_rest(new QWidget(this))
    , m_progress(new ProgressLine(this))
    , m_problems(new ImportProblemTable(this))
    , m_apply(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_copyProblems(new QPushButton(tr("一覧をコピー"), this))
    , m_stop(new QShortcut(Qt::Key_Escape, this))
{
    setObjectName(u"importPage"_s);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    m_title->setFont(large);
    m_title->setObjectName(u"importTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_summary->setObjectName(u"importSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_apply->setObjectName(u"importApply"_s);
    m_apply->setProperty("primary", true);
    m_cancel->setObjectName(u"importCancel"_s);
    m_copyProblems->setObjectName(u"copyProblems"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_apply);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    buttons->addWidget(m_copyProblems);
    buildNumbers();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(m_summary);
    column->addWidget(m_progress);
    column->addWidget(m_numbers);
    column->addWidget(m_problems, 3);
    column->addLayout(buttons);
    column->addWidget(m_rest, 1);
    connect(m_apply, &QPushButton::clicked, this, &ImportPage::apply);
    connect(m_cancel, &QPushButton::clicked, this, &ImportPage::leave);
    connect(m_stop, &QShortcut::activated, this, &ImportPage::leave);
    connect(m_copyProblems, &QPushButton::clicked, m_problems, &ImportProblemTable::copyAll);
}

void ImportPage::copySelected() const
{
    m_problems->copySelected();
}

void ImportPage::buildNumbers()
{
    auto *grid = new QGridLayout(m_numbers);
    grid->setContentsMargins(0, 0, 0, 4);
    grid->setHorizontalSpacing(40);
    grid->setVerticalSpacing(2);
    const QStringList captions{tr("読み取り"), tr("新規"), tr("変更"), tr("変化なし"), tr("取り込めない")};
    for (int place = 0; place < captions.size(); ++place) {
        auto *number = new QLabel(m_numbers);
        QFont large = number->font();
        large.setPointSizeF(large.pointSizeF() * 1.6);
        number->setFont(large);
        auto *caption = new QLabel(captions.at(place), m_numbers);
        setTone(*caption, Tone::Quiet);
        grid->addWidget(number, 0, place);
        grid->addWidget(caption, 1, place);
        m_counts.append(number);
    }
    grid->setColumnStretch(int(captions.size()), 1);
}

void ImportPage::showNumbers(const ImportReport &report)
{
    const QList<qint64> numbers{report.read, report.created, report.updated, report.unchanged,
                                report.refused};
    for (qsizetype place = 0; place < numbers.size(); ++place) {
        m_counts.at(place)->setText(Formats::count(numbers.at(place)));
    }
    setTone(*m_counts.last(), report.refused > 0 ? Tone::Alarm : Tone::Plain);
}

void ImportPage::start(ImportJob::Kind kind, const QString &file)
{
    delete m_job;
    m_job = new ImportJob(m_session, kind, file, this);
    connect(m_job, &ImportJob::progressed, this, &ImportPage::showProgress);
    connect(m_job, &ImportJob::finished, this, &ImportPage::onFinished);
    connect(m_job, &ImportJob::failed, this, &ImportPage::onFailed);
    const QString name = QFileInfo(file).fileName();
    m_title->setText(kind == ImportJob::Kind::Orders ? tr("受注CSVの取込: %1").arg(name)
                                                     : tr("連携ファイルの取込: %1").arg(name));
    m_problems->problems().setProblems({});
    m_summary->setText(tr("ファイルを確認しています。まだ何も変わりません。"));
    showState(State::Trying);
    m_job->tryOut();
}

/// The one place that sets every widget from the state.
void ImportPage::showState(State state)
{
    m_state = state;
    m_progress->setActive(busy());
    m_stop->setEnabled(busy());
    const qint64 changes = m_report.created + m_report.updated;
    m_apply->setVisible(state == State::Tried);
    m_apply->setEnabled(changes + m_report.conflictsMoved > 0);
    m_apply->setText(changes == 0 && m_report.conflictsMoved > 0
                         ? tr("%1件の取込と相違の印を改める").arg(Formats::count(m_report.conflictsMoved))
                         : tr("%1件を取り込む").arg(Formats::count(changes)));
    m_cancel->setText(busy()                  ? tr("中止")
                      : state == State::Tried ? tr("取り込まない")
                                              : tr("受注一覧に戻る"));
    m_numbers->setVisible(state == State::Tried || state == State::Applied);
    const bool hasProblems = m_problems->problems().rowCount() > 0;
    m_problems->setVisible(hasProblems);
    m_copyProblems->setVisible(hasProblems);
    m_rest->setVisible(!hasProblems);
}

void ImportPage::showProgress(const ImportProgress &progress)
{
    m_progress->setShare(progress.bytesDone, progress.bytesTotal);
    const QString count = Formats::count(progress.orders);
    m_summary->setText(m_state == State::Applying ? tr("取り込んでいます。%1件まで済みました。").arg(count)
                                                  : tr("確認しています。%1件まで済みました。").arg(count));
}

void ImportPage::onFinished(const ImportReport &report, bool dryRun)
{
    m_report = report;
    m_problems->problems().setProblems(report.problems);
    showNumbers(report);
    const QString state = dryRun && report.cancelled
                              ? tr("確認を途中で中止しました。まだ何も取り込んでいません。")
                          : dryRun ? tr("まだ取り込んでいません。内容を確かめてから取り込んでください。")
                          : report.cancelled ? tr("途中で中止しました。ここまでの分は取り込みました。")
                                             : tr("取り込みました。");
    m_summary->setText(Formats::sentences(QStringList{state} + notRefused()));
    showState(dryRun && !report.cancelled ? State::Tried : State::Applied);
}

/// What 取り込めない does not count.
QStringList ImportPage::notRefused() const
{
    const int conflicts = m_problems->problems().countOf(ImportProblem::Kind::Conflict);
    const int warnings = m_problems->problems().countOf(ImportProblem::Kind::Warning);
    QStringList sentences;
    if (conflicts > 0) {
        sentences.append(tr("取込と相違が%n件あります。", nullptr, conflicts));
    }
    if (warnings > 0) {
        sentences.append(tr("注意の必要なところが%n件あります。", nullptr, warnings));
    }
    return sentences;
}

void ImportPage::onFailed(const QString &message)
{
    m_summary->setText(withoutCardNumbers(message));
    showState(State::Failed);
}

void ImportPage::apply()
{
    showState(State::Applying);
    m_job->apply();
}

void ImportPage::leave()
{
    if (m_state == State::Applying) {
        m_job->cancel(); // the report says how far it came
        return;
    }
    m_job->cancel();
    emit left();
}

} // namespace kessai
