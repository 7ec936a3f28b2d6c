#pragma once

#include "ui/work/importjob.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QShortcut;

namespace kessai {

class ImportProblemTable;
class ProgressLine;

/// 取込: what the file would change, line by line what would not go in, then the import itself.
class ImportPage : public QWidget
{
    Q_OBJECT

public:
    explicit ImportPage(ShopSession &session, QWidget *parent = nullptr);

    /// Begins with the dry run.
    void start(ImportJob::Kind kind, const QString &file);

    /// Reads or writes now.
    /// The selected refused lines.
    void copySelected() const;
    [[nodiscard]] bool busy() const { return m_state == State::Trying || m_state == State::Applying; }

signals:
    /// Back to the list.
    void left();

private:
    enum class State { Trying, Tried, Applying, Applied, Failed };
    void showState(State state);
    void showProgress(const ImportProgress &progress);
    void onFinished(const ImportReport &report, bool dryRun);
    void onFailed(const QString &message);
    void buildNumbers();
    void showNumbers(const ImportReport &report);
    [[nodiscard]] QStringList notRefused() const;
    void apply();
    void leave();

    ShopSession &m_session;
    ImportJob *m_job = nullptr;
    ImportReport m_report;
    QLabel *m_title;
    QLabel *m_summary;
    QWidget *m_numbers;
    QWidget *m_rest; ///< keeps the words at the top while there is no problem to show
    ProgressLine *m_progress;
    ImportProblemTable *m_problems;
    QPushButton *m_apply;
    QPushButton *m_cancel;
    QPushButton *m_copyProblems;
    QShortcut *m_stop;        ///< wherever the focus is in the window
    QList<QLabel *> m_counts; ///< read, new, changed, unchanged, refused
    State m_state = State::Applied;
};

} // namespace kessai
