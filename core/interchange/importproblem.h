#pragma once

#include <QString>

namespace kessai {

/// One line of an import's list of problems (design.md §8 `import`).
struct ImportProblem
{
    enum class Kind {
        Refused,  ///< the line's order or link was left out
        Conflict, ///< we and the shop's system both changed a field: ours stayed
        Warning,
    };
    qint64 line = 0; ///< first physical line of the record, from 1
    QString column;  ///< the header as the file spells it; "" when the whole line is meant
    Kind kind = Kind::Refused;
    QString message; ///< one sentence for staff

    bool operator==(const ImportProblem &) const = default;
};

} // namespace kessai
