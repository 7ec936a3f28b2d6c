#pragma once

#include "ui/today/dayfigures.h"

#include <QChartView>

#include <utility>

class QCategoryAxis;
class QStackedBarSeries;

namespace kessai {

/// Days as bars. One of those that have anything is the current one: by the mouse over it or the arrow keys;
/// a click, Enter or Space chooses it.
class DayChart : public QChartView
{
    Q_OBJECT

public:
    explicit DayChart(QWidget *parent = nullptr);

    /// The current day stays where it still has something.
    void setFigures(const DayFigures &figures);
    /// Index into the days of the figures; -1 none.
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int index);
    /// Where the bars of a day stand, in the viewport.
    [[nodiscard]] QPoint placeOf(const QDate &day) const;

signals:
    void currentChanged(int index);
    void dayChosen(const QDate &day);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fillBars();
    void buildAxes();
    void addDayLabels(QCategoryAxis &axis) const;
    /// The lowest and the highest line.
    std::pair<double, double> addAmountLabels(QCategoryAxis &axis) const;
    void recolour();
    void mark(bool on);
    [[nodiscard]] int indexAt(const QPoint &place) const;

    DayFigures m_figures;
    QStackedBarSeries *m_series = nullptr;
    int m_current = -1;
};

} // namespace kessai
