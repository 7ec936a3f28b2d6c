// DayChart: bars, axes and colours.
#include "ui/text/formats.h"
#include "ui/today/daychart.h"
#include "ui/widgets/colours.h"

#include <QBarSet>
#include <QCategoryAxis>
#include <QLegend>
#include <QStackedBarSeries>

#include <algorithm>
#include <cmath>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int ManyDays = 45;
constexpr int DaysPerLabelOfMany = 15;
constexpr int DaysPerLabel = 5;
constexpr double StepsWanted = 4;

/// Of an axis up to `most`: a round whole number, so that there are few of them.
double stepFor(double most)
{
    const double rough = std::max(1.0, most / StepsWanted);
    const double ten = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * ten >= rough) {
            return factor * ten;
        }
    }
    return 10 * ten;
}

} // namespace

void DayChart::fillBars()
{
    m_series = new QStackedBarSeries;
    m_series->setBarWidth(0.8);
    const int days = int(m_figures.first.daysTo(m_figures.last)) + 1;
    for (int number = 0; number < m_figures.series.size(); ++number) {
        auto *set = new QBarSet(m_figures.series.at(number).name);
        QList<qreal> values(days, 0);
        for (const DayFigures::Day &day : std::as_const(m_figures.days)) {
            const int place = int(m_figures.first.daysTo(day.day));
            if (place >= 0 && place < days) {
                values[place] = qreal(day.values.at(number));
            }
        }
        set->append(values);
        m_series->append(set);
    }
    chart()->addSeries(m_series);
}

void DayChart::buildAxes()
{
    auto *days = new QCategoryAxis;
    auto *amounts = new QCategoryAxis;
    for (QCategoryAxis *axis : {days, amounts}) {
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    }
    addDayLabels(*days);
    const auto [bottom, top] = addAmountLabels(*amounts);
    days->setGridLineVisible(false);
    chart()->addAxis(days, Qt::AlignBottom);
    chart()->addAxis(amounts, Qt::AlignLeft);
    m_series->attachAxis(days);
    m_series->attachAxis(amounts);
    days->setRange(-0.5, double(m_figures.first.daysTo(m_figures.last)) + 0.5);
    amounts->setRange(bottom, top);
}

/// From the last day backwards: today is the first of them or the last.
void DayChart::addDayLabels(QCategoryAxis &axis) const
{
    const int last = int(m_figures.first.daysTo(m_figures.last));
    const int step = last > ManyDays ? DaysPerLabelOfMany : DaysPerLabel;
    axis.setStartValue(-0.5);
    for (int place = last % step; place <= last; place += step) {
        axis.append(m_figures.first.addDays(place).toString(u"M/d"_s), place);
    }
}

std::pair<double, double> DayChart::addAmountLabels(QCategoryAxis &axis) const
{
    double most = 1;
    double least = 0;
    for (const DayFigures::Day &day : m_figures.days) {
        for (const qint64 value : day.values) {
            most = std::max(most, double(value));
            least = std::min(least, double(value));
        }
    }
    const double step = stepFor(std::max(most, most - least));
    const double bottom = std::floor(least / step) * step;
    const double top = std::ceil(most / step) * step;
    axis.setStartValue(bottom - 0.5); // the label of the lowest line stands at its end
    for (double value = bottom; value <= top; value += step) {
        const auto whole = qint64(value);
        axis.append(m_figures.yen ? Formats::yen(Yen{whole}) : Formats::count(whole), value);
    }
    return {bottom, top};
}

void DayChart::recolour()
{
    const QPalette colours = palette();
    const QColor quiet = quietText(colours);
    setBackgroundBrush(colours.color(QPalette::Base));
    chart()->legend()->setLabelColor(colours.color(QPalette::Text));
    chart()->legend()->setFont(font());
    for (QAbstractAxis *axis : chart()->axes()) {
        axis->setLabelsColor(quiet);
        axis->setLabelsFont(font());
        axis->setTruncateLabels(false);
        axis->setGridLineColor(hairline(colours));
        axis->setLinePenColor(hairline(colours));
        axis->setShadesVisible(false);
    }
    if (!m_series) {
        return;
    }
    const QList<QBarSet *> sets = m_series->barSets();
    for (int number = 0; number < sets.size(); ++number) {
        sets.at(number)->setColor(colourOf(m_figures.series.at(number).meaning, colours));
        sets.at(number)->setBorderColor(Qt::transparent);
        sets.at(number)->setSelectedColor(colours.color(QPalette::Text));
    }
}

} // namespace kessai
