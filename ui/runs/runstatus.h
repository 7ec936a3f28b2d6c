#pragma once

#include "ui/runs/rundesk.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace kessai {

class RunBar;

/// The bulk runs in the status bar: how far the newest is, its bar, and pause; a click leads to its page,
/// where a paused one is resumed. Hidden while there is none.
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
    void pause();

    RunDesk &m_desk;
    RunId m_run;
    QToolButton *m_open;
    RunBar *m_bar;
    QToolButton *m_pause; ///< only while it runs
    QToolButton *m_show;  ///< only while it is paused
};

} // namespace kessai
