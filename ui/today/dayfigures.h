#pragma once

#include "core/storage/todayswork.h"
#include "ui/text/meaning.h"

#include <QCoreApplication>
#include <QStringList>

namespace kessai {

/// What a chart shows of consecutive days, and the table beside it says in words.
struct DayFigures
{
    Q_DECLARE_TR_FUNCTIONS(DayFigures)

public:
    /// Bars of one colour and one word.
    struct Series
    {
        QString name;
        Meaning meaning = Meaning::Accent;
        bool operator==(const Series &) const = default;
    };
    struct Day
    {
        QDate day;
        QList<qint64> values; ///< one per series; below 0: downwards
        QStringList cells;    ///< of the table, one per column
        QString sentence;     ///< all of it, for the line below and for those who hear it
        bool operator==(const Day &) const = default;
    };

    QDate first;
    QDate last;
    bool yen = false; ///< what is counted; else orders
    QList<Series> series;
    QStringList columns; ///< of the table; the first one is the day
    QList<Day> days;     ///< in their order; those without anything are left out
    QString total;
    QString nothing; ///< what to say where there are no days

    bool operator==(const DayFigures &) const = default;

    /// Authorisations by day of lapse. @param today in Japan, as the gateway has it
    static DayFigures ofLapsing(const QList<LapsingDay> &days, const QDate &today);
    /// Captured upwards, cancelled downwards. @param last the newest of the days
    static DayFigures ofMoney(const QList<MoneyDay> &days, const QDate &last);

    static constexpr int LapsingDays = 90;
    static constexpr int MoneyDays = 30;
};

} // namespace kessai
