#pragma once

#include "core/base/result.h"

#include <QString>

namespace kessai {

/// Why the store could not do it, in the classes of journal.md §10 and §12.
struct StorageError
{
    enum class Kind {
        Unavailable,   ///< cannot be opened or reached
        Busy,          ///< lock wait ended (SQLite 5, 55P03)
        Unique,        ///< a unique index objects (2067 / 1555, 23505)
        StaleSnapshot, ///< start the transaction again (517, 40001)
        Full,          ///< disk full, I/O error (13, 10, 53100, 58030)
        ReadOnly,      ///< 8, 25006
        Corrupt,       ///< 11, 26, XX001
        Newer,         ///< made by a newer version of the program
        OtherShop,     ///< belongs to another environment or shop
        NotFound,
        Interrupted, ///< ended by Database::interrupt() or by the statement's time limit
        Other,
    };
    Kind kind = Kind::Other;
    QString nativeCode;
    QString message; ///< what, where and what to do, for staff (Japanese or plain English); no secret
};

template <typename T>
using StorageResult = Result<T, StorageError>;

} // namespace kessai
