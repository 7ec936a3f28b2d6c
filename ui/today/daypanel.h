#pragma once

#include "ui/today/dayfigures.h"

#include <QFrame>
#include <QSettings>

class QLabel;
class QPushButton;
class QStackedLayout;
class QTableWidget;

namespace kessai {

class DayChart;

/// A chart of days and the same as a table, for those who cannot see charts; which of them is remembered.
/// Below both: the current day in a sentence.
class DayPanel : public QFrame
{
    Q_OBJECT

public:
    /// @param name of its objects and of what is remembered of it: "lapsing" → lapsingChart, lapsingTable
    DayPanel(const QString &name, const QString &title, QSettings &settings, QWidget *parent = nullptr);

    void setFigures(const DayFigures &figures);

signals:
    /// The rows of this day are asked for.
    void dayChosen(const QDate &day);

private:
    void buildLayout(const QString &title);
    void fillTable();
    void showCurrent(int index);
    void showPart();
    [[nodiscard]] bool asTable() const;

    QString m_name;
    QSettings &m_settings;
    DayFigures m_figures;
    QLabel *m_total;
    QPushButton *m_toggle;
    DayChart *m_chart;
    QTableWidget *m_table;
    QLabel *m_nothing;
    QLabel *m_current;
    QStackedLayout *m_parts = nullptr;
};

} // namespace kessai
