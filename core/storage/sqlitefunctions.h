#pragma once

struct sqlite3;

namespace kessai {

/// Functions of PostgreSQL under their own names, so that one text of SQL runs on both: normalize(text,
/// form), which stands in quotes because PostgreSQL takes the bare word for syntax, and translate(text, from,
/// to).
/// @return an error code of SQLite
int addPostgresqlFunctions(sqlite3 *connection);

} // namespace kessai
