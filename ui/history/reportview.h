#pragma once

#include "ui/history/reportmodel.h"

#include <QPointer>
#include <QSettings>
#include <QTableView>

class QMenu;

namespace kessai {

class ReportReading;
class TwoLineDelegate;

/// The rows of a ReportModel in lines of one row: columns that can be moved and hidden and are remembered,
/// and that can be copied with Ctrl+C.
class ReportView : public QTableView
{
    Q_OBJECT

public:
    /// @param name of the object and of what is remembered of it: "runs" → runsTable, history/runs/…
    ReportView(ReportModel &model, ShopSession &session, QSettings &settings, const QString &name,
               const QString &accessibleName, QWidget *parent = nullptr);

    void fillColumnMenu(QMenu &menu);
    void save() const;
    /// Every selected row, also those that are not read yet: answers with copied().
    void copySelected();

signals:
    /// Enter or double click on a row that is there.
    void opened(const kessai::ReportRow &row);
    void contextMenuAsked(const kessai::ReportRow &row, const QPoint &globalPlace);
    void copied(int rows);
    void failed(const QString &message);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void restore();
    void fitRows();
    void openRow(const QModelIndex &index);
    [[nodiscard]] QString lineOf(const ReportRow &row) const;
    [[nodiscard]] QString key(const QString &what) const;

    ReportModel &m_model;
    ShopSession &m_session;
    QSettings &m_settings;
    QString m_name;
    TwoLineDelegate *m_delegate;
    QPointer<ReportReading> m_copying;
};

} // namespace kessai
