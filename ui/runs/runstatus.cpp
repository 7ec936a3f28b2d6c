#include "ui/runs/runstatus.h"

#include "ui/runs/runbar.h"
#include "ui/runs/runwords.h"
#include "ui/text/formats.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int BarPx = 8;
constexpr int BarWidthPx = 110;

QString textOf(const RunProgress &progress)
{
    const QString brief = RunWords::brief(progress);
    return progress.run.state == RunStore::State::Paused ? RunStatus::tr("一時停止中: %1").arg(brief)
                                                         : RunStatus::tr("実行中: %1").arg(brief);
}

} // namespace

RunStatus::RunStatus(RunDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_open(new QToolButton(this))
    , m_bar(new RunBar(BarPx, this))
    , m_pause(new QToolButton(this))
    , m_show(new QToolButton(this))
{
    setObjectName(u"runStatus"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(6);
    row->addWidget(m_open);
    row->addWidget(m_bar);
    row->addWidget(m_pause);
    row->addWidget(m_show);
    m_bar->setFixedWidth(BarWidthPx);
    m_open->setObjectName(u"runStatusOpen"_s);
    m_pause->setObjectName(u"runStatusPause"_s);
    m_show->setObjectName(u"runStatusShow"_s);
    for (QToolButton *button : {m_open, m_pause, m_show}) {
        button->setAutoRaise(true);
        button->setProperty("plainMenu", true);
    }
    m_pause->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_pause->setText(tr("一時停止"));
    m_pause->setAccessibleName(tr("一括処理を一時停止する"));
    m_show->setText(tr("画面を表示"));
    m_show->setAccessibleName(tr("一時停止中の一括処理の画面を表示する"));
    m_show->setToolTip(tr("一括処理の画面を表示します。再開と中止はそこで行えます。"));
    for (QToolButton *button : {m_open, m_show}) {
        connect(button, &QToolButton::clicked, this, [this] { emit runChosen(m_run); });
    }
    connect(m_pause, &QToolButton::clicked, this, &RunStatus::pause);
    connect(&desk, &RunDesk::changed, this, &RunStatus::showRuns);
    hide();
}

/// What runs stands before what waits.
void RunStatus::showRuns()
{
    QList<RunProgress> runs = m_desk.unfinished();
    setVisible(!runs.isEmpty());
    if (runs.isEmpty()) {
        m_run = {};
        return;
    }
    std::stable_sort(runs.begin(), runs.end(), [](const RunProgress &one, const RunProgress &other) {
        return one.run.state == RunStore::State::Running && other.run.state != RunStore::State::Running;
    });
    showRun(runs.first(), runs.size());
    showMenu(runs);
}

/// Which run it is changes by itself, under the hand too: what moves money is not offered here.
void RunStatus::showRun(const RunProgress &progress, qsizetype count)
{
    m_run = progress.run.id;
    const QString text = textOf(progress);
    m_open->setText(count > 1 ? tr("%1（ほか%2件） ▾").arg(text, Formats::count(count - 1)) : text);
    m_open->setAccessibleName(m_open->text());
    m_open->setToolTip(progress.run.reason.isEmpty() ? tr("クリックすると一括処理の画面を表示します。")
                                                     : Formats::plainTooltip(progress.run.reasonInWords()));
    m_bar->setParts(runPartsOf(progress.run));
    const bool running = progress.run.state == RunStore::State::Running;
    m_pause->setIcon(themedIcon(u"media-playback-pause"_s, palette()));
    m_pause->setEnabled(true);
    m_pause->setVisible(running);
    m_show->setVisible(!running);
}

/// Several at once: each by its name.
void RunStatus::showMenu(const QList<RunProgress> &runs)
{
    if (runs.size() == 1) {
        if (QMenu *before = m_open->menu()) {
            m_open->setMenu(nullptr);
            before->deleteLater();
        }
        return;
    }
    QMenu *menu = m_open->menu();
    if (menu && menu->isVisible()) {
        return; // not under the hand that chooses
    }
    if (!menu) {
        menu = new QMenu(m_open);
        m_open->setMenu(menu);
        m_open->setPopupMode(QToolButton::InstantPopup);
    }
    menu->clear();
    for (const RunProgress &progress : runs) {
        menu->addAction(textOf(progress), this, [this, run = progress.run.id] { emit runChosen(run); });
    }
}

void RunStatus::pause()
{
    m_pause->setEnabled(false); // until it is read how it stands
    m_desk.pause(m_run);
}

} // namespace kessai
