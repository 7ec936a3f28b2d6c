#pragma once

#include <Qt>

namespace kessai {

/// What a list's model tells TwoLineDelegate beyond Qt's own roles.
enum CellRole {
    SecondLineRole = Qt::UserRole + 100, ///< QString, below the first line where rows have two
    BadgeRole,                           ///< Badge instead of the first line's text
    SecondBadgeRole,                     ///< Badge instead of the second line's text
    MeaningRole,                         ///< int of Meaning: colour of the first line's text
    SecondMeaningRole,                   ///< int of Meaning: colour of the second line's text
    GlowRole,                            ///< bool: the row has just changed
    IconRole,                            ///< QString: the name of an icon before the first line's text
    LoadingRole,                         ///< bool: not read yet, draw a skeleton
};

} // namespace kessai
