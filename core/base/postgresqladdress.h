#pragma once

#include "core/base/result.h"

#include <QString>

namespace kessai {

/// Where a PostgreSQL database is, as libpq writes it: postgresql://user@host:port/name. A unix socket's
/// folder stands there percent-encoded (postgresql://user@%2Frun%2Fpg/name) or as a parameter
/// (postgresql://user@/name?host=/run/pg); the parameters host, port, user and dbname are known.
struct PostgresqlAddress
{
    QString host; ///< a folder for a unix socket; "" libpq's own
    int port = 5432;
    QString user; ///< "" libpq's own
    QString name;

    enum class Problem {
        Form,     ///< not such an address
        Password, ///< has one: it belongs into the file of PGPASSFILE, and must not come back in a message
    };
    static Result<PostgresqlAddress, Problem> parse(const QString &text);
};

} // namespace kessai
