#pragma once

#include "ui/work/importjob.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableWidget;

namespace kessai {

class ProgressLine;

/// 取込: what the file would change, line by line what would not go in, then the import itself.
class ImportPage : public QWidget
{
    Q_OBJECT

public:
    explicit ImportPage(ShopSession &session, QWidget *parent = nullptr);

    /// Begins with the dry run.
    void start(ImportJob::Kind kind, const QString &file);

signals:
    /// Back to the list.
    void left();

private:
    enum class State { Trying, Tried, Applying, Applied, Failed };
    void showState(State state);
    void showProgress(const ImportProgress &progress);
    void onFinished(const ImportReport &report, bool dryRun);
    void onFailed(const QString &message);
    void showReport(const ImportReport &report);
    void apply();
    void leave();

    ShopSession &m_session;
    ImportJob *m_job = nullptr;
    ImportReport m_report;
    QLabel *m_title;
    QLabel *m_summary;
    ProgressLine *m_progress;
    QTableWidget *m_problems;
    QPushButton *m_apply;
    QPushButton *m_cancel;
    State m_state = State::Trying;
};

} // namespace kessai
