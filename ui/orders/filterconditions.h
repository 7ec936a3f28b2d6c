#pragma once

#include "core/storage/orderfilter.h"

#include <QCoreApplication>
#include <QList>
#include <QSettings>

namespace kessai {

/// The parts of a filter that narrow the list, one by one: for chips, for "which filter hides how many", for
/// keeping. What a list always asks for (only payments through GMO) and what widens it are none.
class FilterConditions
{
    Q_DECLARE_TR_FUNCTIONS(FilterConditions)

public:
    struct Condition
    {
        QString key;
        QString text; ///< 支払方法: GMOクレジット決済
    };
    static QList<Condition> of(const OrderFilter &filter);
    static OrderFilter without(OrderFilter filter, const QString &key);

    /// Kept in the group that the settings are in, so that the list opens as it was left (S22).
    static void save(QSettings &settings, const OrderFilter &filter);
    /// No conditions where nothing readable is kept.
    /// @param now what is counted from today or from now is counted from this instant
    static OrderFilter load(QSettings &settings, const QDateTime &now);
};

} // namespace kessai
