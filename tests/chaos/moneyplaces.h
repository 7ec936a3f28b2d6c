#pragma once

#include "tests/services/moneyfixture.h"
#include "tests/storage/testdatabase.h"

namespace kessai {

/// Shops on both databases; the PostgreSQL server is asked for when the first test wants it.
class MoneyPlaces
{
public:
    static bool isMissing(DatabaseSpec::Dialect dialect)
    {
        return dialect == DatabaseSpec::Dialect::Postgresql &&
               qEnvironmentVariableIsEmpty("KESSAI_TEST_POSTGRESQL");
    }

    /// What MoneyFixture takes: "" for SQLite, or the address of a new database.
    QString place(DatabaseSpec::Dialect dialect)
    {
        if (dialect == DatabaseSpec::Dialect::Sqlite) {
            return {};
        }
        if (!m_server) {
            m_server = std::make_unique<PostgresqlServer>();
        }
        return m_server->newDatabase();
    }

    std::unique_ptr<MoneyFixture> newMoney(DatabaseSpec::Dialect dialect)
    {
        return std::make_unique<MoneyFixture>(place(dialect));
    }

private:
    std::unique_ptr<PostgresqlServer> m_server;
};

} // namespace kessai
