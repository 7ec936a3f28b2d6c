#pragma once

#include "tests/chaos/propertystory.h"
#include "tests/storage/testdatabase.h"

namespace kessai {

/// Where the databases of property tests come from. PostgreSQL: only from a server that is there
/// (installer/with-postgresql.sh).
class PropertyHome
{
public:
    [[nodiscard]] static bool isMissing(DatabaseSpec::Dialect dialect);
    /// What gives a new empty database of this kind each time.
    std::function<QString()> placesOf(DatabaseSpec::Dialect dialect);

private:
    std::unique_ptr<PostgresqlServer> m_server;
};

/// Before the first test object: temporary files in memory where that can be, and no log. A disk is not what
/// is tested here, and what waits for one is most of the time.
void preparePropertyTest();

} // namespace kessai

#define KESSAI_PROPERTY_MAIN(TestClass)                                                                      \
    int main(int argc, char *argv[])                                                                         \
    {                                                                                                        \
        kessai::preparePropertyTest();                                                                       \
        const QCoreApplication application(argc, argv);                                                      \
        TestClass test;                                                                                      \
        return QTest::qExec(&test, argc, argv);                                                              \
    }
