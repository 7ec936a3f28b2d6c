#pragma once

#include "core/base/ids.h"
#include "ui/runs/reasonlist.h"

#include <QTabWidget>

namespace kessai {

class PreviewModel;
class RowDetails;
class RowTable;

/// The rows of a preview: those that run, and those that are left out, by their reason; below them all that
/// is to be said of the current one.
class PreviewRows : public QWidget
{
    Q_OBJECT

public:
    /// @param prefix of object names: previewRuns, previewLeftOut, previewTabs …
    PreviewRows(const QString &prefix, PreviewModel &runs, PreviewModel &leftOut, QWidget *parent = nullptr);

    /// While it is being read.
    void showReading();
    /// Counts and reasons of what the models have by now.
    void showCounts(qint64 runs, const QList<LeftOutReason> &reasons);
    void setColumnCharacters(int column, int characters);
    [[nodiscard]] RowTable &runsTable() const { return *m_runs; }
    [[nodiscard]] RowTable &leftOutTable() const { return *m_leftOut; }
    /// In the rows that are in sight.
    void placeFocus();

signals:
    void orderChosen(kessai::OrderId order);

private:
    void connectTable(RowTable &table, PreviewModel &model);
    QWidget *buildLeftOut(const QString &prefix);

    QTabWidget *m_tabs;
    RowTable *m_runs;
    RowTable *m_leftOut;
    ReasonList *m_reasons = nullptr;
    RowDetails *m_details;
};

} // namespace kessai
