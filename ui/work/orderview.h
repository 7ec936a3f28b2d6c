#pragma once

#include "ui/models/ordersource.h"

#include <QCoreApplication>
#include <QList>

namespace kessai {

/// The ready-made questions of the side bar.
class OrderView
{
    Q_DECLARE_TR_FUNCTIONS(OrderView)

public:
    enum class Kind {
        All,
        DueSoon,
        Lapsed,
        Difference,
        CancelledWithOpenPayment,
        InDoubt,
        Conflict,
        Ambiguous,
        Unlinked,
        ImportConflict,
        Unreflected,
        CaptureNeeded,
        StuckInPayment
    };

    /// In the order of the side bar.
    static const QList<Kind> &all();
    static QString titleOf(Kind kind);
    /// For the side bar.
    static QString shortTitleOf(Kind kind);
    static QString explanationOf(Kind kind);
    /// @param now the gateway's time: days and waiting times count from it
    static OrderFilter filterOf(Kind kind, const QDateTime &now);
    static qint64 countOf(Kind kind, const ListCounts &counts);
    /// Which view this filter is, whenever it was asked; All for anything else.
    static Kind of(const OrderFilter &filter, const QDateTime &now);
};

} // namespace kessai
