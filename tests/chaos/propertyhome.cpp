#include "tests/chaos/propertyhome.h"

#include <QFileInfo>
#include <QLoggingCategory>

namespace kessai {

using namespace Qt::StringLiterals;

bool PropertyHome::isMissing(DatabaseSpec::Dialect dialect)
{
    return dialect == DatabaseSpec::Dialect::Postgresql &&
           qEnvironmentVariableIsEmpty("KESSAI_TEST_POSTGRESQL");
}

std::function<QString()> PropertyHome::placesOf(DatabaseSpec::Dialect dialect)
{
    if (dialect == DatabaseSpec::Dialect::Sqlite) {
        return [] { return QString(); };
    }
    if (!m_server) {
        m_server = std::make_unique<PostgresqlServer>();
    }
    return [this] { return m_server->newDatabase(); };
}

void preparePropertyTest()
{
    const QString memory = u"/dev/shm"_s;
    if (QFileInfo(memory).isWritable()) {
        qputenv("TMPDIR", memory.toUtf8());
    }
    if (qEnvironmentVariableIsEmpty("QTEST_FUNCTION_TIMEOUT")) {
        qputenv("QTEST_FUNCTION_TIMEOUT", "86400000"); // Qt Test ends a function after five minutes
    }
    QLoggingCategory::setFilterRules(u"kessai.*=false\ndefault.warning=false"_s);
}

} // namespace kessai
