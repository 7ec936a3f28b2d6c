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
{
    setObjectName(u"runStatus"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(6);
    row->addWidget(m_open);
    row->addWidget(m_bar);
    row->addWidget(m_pause);
    m_bar->setFixedWidth(BarWidthPx);
    m_open->setObjectName(u"runStatusOpen"_s);
    m_pause->setObjectName(u"runStatusPause"_s);
    for (QToolButton *button : {m_open, m_pause}) {
        button->setAutoRaise(true);
        button->setProperty("plainMenu", true);
    }
    m_pause->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_open, &QToolButton::clicked, this, [this] { emit runChosen(m_run); });
    connect(m_pause, &QToolButton::clicked, this, &RunStatus::togglePause);
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

void RunStatus::showRun(const RunProgress &progress, qsizetype count)
{
    m_run = progress.run.id;
    m_state = progress.run.state;
    const QString text = textOf(progress);
    m_open->setText(count > 1 ? tr("%1（ほか%2件） ▾").arg(text, Formats::count(count - 1)) : text);
    m_open->setAccessibleName(m_open->text());
    m_open->setToolTip(progress.run.reason.isEmpty() ? tr("クリックすると一括処理の画面を表示します。")
                                                     : Formats::plainTooltip(progress.run.reasonInWords()));
    m_bar->setParts(runPartsOf(progress.run));
    const bool running = m_state == RunStore::State::Running;
    m_pause->setText(running ? tr("一時停止") : tr("再開"));
    m_pause->setAccessibleName(running ? tr("一括処理を一時停止する") : tr("一括処理を再開する"));
    m_pause->setIcon(themedIcon(running ? u"media-playback-pause"_s : u"media-playback-start"_s, palette()));
    m_pause->setEnabled(true);
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

void RunStatus::togglePause()
{
    m_pause->setEnabled(false); // until it is read how it stands
    if (m_state == RunStore::State::Running) {
        m_desk.pause(m_run);
    } else {
        m_desk.resume(m_run);
    }
}

} // namespace kessai
