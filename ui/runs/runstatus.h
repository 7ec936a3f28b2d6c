#pragma once

#include "ui/runs/rundesk.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace kessai {

class RunBar;

/// The bulk runs in the status bar: how far the newest is, its bar, pause and resume; a click leads to its
/// page. Hidden while there is none.
class RunStatus : public QWidget
{
    Q_OBJECT

public:
    RunStatus(RunDesk &desk, QWidget *parent = nullptr);

signals:
    void runChosen(const kessai::RunId &run);

private:
    void showRuns();
    void showRun(const RunProgress &progress, qsizetype count);
    void showMenu(const QList<RunProgress> &runs);
    void togglePause();

    RunDesk &m_desk;
    RunId m_run;
    RunStore::State m_state = RunStore::State::Finished;
    QToolButton *m_open;
    RunBar *m_bar;
    QToolButton *m_pause;
};

} // namespace kessai
