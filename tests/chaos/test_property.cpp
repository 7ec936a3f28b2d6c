#include "tests/chaos/propertyhome.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 UsualCommands = 20'000;

/// A fifth for PostgreSQL, where each takes several times as long.
qint64 commandsFor(DatabaseSpec::Dialect dialect)
{
    bool given = false;
    const int asked = qEnvironmentVariableIntValue("KESSAI_PROPERTY_COMMANDS", &given);
    const qint64 all = given ? asked : UsualCommands;
    return all * (dialect == DatabaseSpec::Dialect::Sqlite ? 4 : 1) / 5;
}

} // namespace

/// Whatever happens in whatever order, journal.md §16 holds, over 1 to 4 payments and 1 to 3 seats. A failure
/// prints its seed and the shortest way to it; RC_PARAMS="seed=N" plays it again. KESSAI_PROPERTY_COMMANDS=N
/// is how many commands there are on both databases together.
class TestProperty : public QObject
{
    Q_OBJECT

private slots:
    void anyStory_keepsTheInvariants_data() { TestDatabases::addDialects(); }
    void anyStory_keepsTheInvariants()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        if (m_home.isMissing(dialect)) {
            QSKIP("KESSAI_TEST_POSTGRESQL is not set");
        }
        PropertyStories stories(m_home.placesOf(dialect));
        QElapsedTimer taken;
        taken.start();
        const bool kept = stories.check("any story keeps the invariants", commandsFor(dialect));
        qInfo("%lld commands in %lld s", stories.commands(), taken.elapsed() / 1000);
        QVERIFY2(kept, qPrintable(stories.broken()));
    }

private:
    PropertyHome m_home;
};

} // namespace kessai

KESSAI_PROPERTY_MAIN(kessai::TestProperty)
#include "test_property.moc"
