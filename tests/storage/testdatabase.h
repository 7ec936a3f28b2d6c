#pragma once

#include "core/domain/order.h"
#include "core/storage/database.h"
#include "tests/storage/postgresqlserver.h"

#include <QTemporaryDir>

#include <memory>

namespace kessai {

/// Fresh databases for tests. Keep one per test class: it holds the server and the folder.
class TestDatabases
{
public:
    /// Adds the column `dialect` and the rows "sqlite" and "postgresql" to a _data() function.
    static void addDialects();

    /// The place of a new empty database.
    DatabaseSpec newSpec(DatabaseSpec::Dialect dialect);
    /// A new database, migrated and open for writing. Ends the test program when it cannot be made.
    std::unique_ptr<Database> fresh(DatabaseSpec::Dialect dialect);
    static std::unique_ptr<Database> open(const DatabaseSpec &spec,
                                          DatabaseMode mode = DatabaseMode::ReadWrite);

    /// Takes the steps behind 0007 back, as if the program before them had made the database.
    static bool takeEditsBack(Database &database);
    /// Takes the steps from 0006 on back, as if the program before them had made the database.
    static bool takeMethodsBack(Database &database);

private:
    QTemporaryDir m_folder;
    std::unique_ptr<PostgresqlServer> m_server;
    int m_files = 0;
};

/// A small order of 3,200 yen with one line and one parcel.
Order sampleOrder(qint64 shopOrderId);

} // namespace kessai

Q_DECLARE_METATYPE(kessai::DatabaseSpec::Dialect)
