#pragma once

#include "core/storage/filterjson.h"

namespace kessai::filterfields {

/// The conditions of an OrderFilter by kind, each under the name that files know it by (filterjson.h).

struct Day
{
    QString name;
    std::optional<QDate> OrderFilter::*member;
    std::optional<int> OrderFilter::*counted = nullptr; ///< from today; then this is kept, not the day
};
const QList<Day> &days();

/// Days with or without a time: "2020-12-03", "2020-12-03T13:21".
struct Moment
{
    QString name;
    std::optional<DayOrTime> OrderFilter::*member;
};
const QList<Moment> &moments();

struct Amount
{
    QString name;
    std::optional<Yen> OrderFilter::*member;
};
const QList<Amount> &amounts();

/// Counted from today or from now: the day or the instant itself is not kept.
struct Distance
{
    QString name;
    std::optional<int> OrderFilter::*member;
    int maximum; ///< the way back is as long
};
const QList<Distance> &distances();

struct Text
{
    QString name;
    QString OrderFilter::*member;
};
const QList<Text> &texts();

struct TextList
{
    QString name;
    QStringList OrderFilter::*member;
};
const QList<TextList> &textLists();

} // namespace kessai::filterfields
