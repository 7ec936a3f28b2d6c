#pragma once

#include "ui/models/badge.h"
#include "ui/widgets/stylesheet.h"

#include <QString>

#include <optional>

namespace kessai {

/// How much of the time until a deadline is gone.
struct DaysGone
{
    int gone = 0;
    int all = 0;

    bool operator==(const DaysGone &) const = default;
};

/// One fact of the payment (S48–S56).
struct PanelRow
{
    QString key; ///< part of the object name
    QString label;
    QString value;
    std::optional<Badge> badge{}; ///< instead of the value
    QString toolTip{};
    bool copyable = false;
    Tone tone = Tone::Plain;
    std::optional<DaysGone> daysGone{}; ///< shown as a bar beside the value

    bool operator==(const PanelRow &) const = default;
};

} // namespace kessai
