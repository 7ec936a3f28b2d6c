#include "tests/chaos/propertystory.h"
#include "tests/storage/testdatabase.h"

#include <QLoggingCategory>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int UsualCommands = 10'000; ///< on each database
constexpr int LongestStory = 40;
constexpr int ShortestMean = LongestStory * 2 / 5; ///< commands of a story, less than rapidcheck's mean

int wantedCommands()
{
    bool given = false;
    const int commands = qEnvironmentVariableIntValue("KESSAI_PROPERTY_COMMANDS", &given);
    return given ? commands : UsualCommands;
}

} // namespace

/// Whatever happens in whatever order, journal.md §16 holds, over 1 to 4 payments and 1 to 3 seats. A failure
/// prints its seed and the shortest way to it; RC_PARAMS="seed=N" plays it again. KESSAI_PROPERTY_COMMANDS=N
/// is how many commands each database gets.
class TestProperty : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(u"kessai.*=false"_s);
        if (qEnvironmentVariableIsEmpty("RC_PARAMS")) {
            qputenv("RC_PARAMS", QByteArray("max_success=") +
                                     QByteArray::number(wantedCommands() / ShortestMean) +
                                     " max_size=" + QByteArray::number(LongestStory));
        }
    }
    void anyStory_keepsTheInvariants_data() { TestDatabases::addDialects(); }
    void anyStory_keepsTheInvariants();

private:
    std::unique_ptr<PostgresqlServer> m_server;
};

void TestProperty::anyStory_keepsTheInvariants()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    if (dialect == DatabaseSpec::Dialect::Postgresql &&
        qEnvironmentVariableIsEmpty("KESSAI_TEST_POSTGRESQL")) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    PropertyStories stories([this, dialect] {
        if (dialect == DatabaseSpec::Dialect::Sqlite) {
            return QString();
        }
        if (!m_server) {
            m_server = std::make_unique<PostgresqlServer>();
        }
        return m_server->newDatabase();
    });
    QElapsedTimer taken;
    taken.start();
    const bool kept = rc::check("any story keeps the invariants", [&stories] {
        const QString broken = stories.play();
        if (!broken.isEmpty()) {
            qInfo("%s", qPrintable(broken));
            RC_FAIL(broken.toStdString());
        }
    });
    qInfo("%lld commands in %lld ms", stories.commands(), taken.elapsed());
    QVERIFY(kept);
}

} // namespace kessai

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    // A disk is not what is tested here, and what waits for one is most of the time.
    if (QFileInfo(u"/dev/shm"_s).isWritable()) {
        qputenv("TMPDIR", "/dev/shm");
    }
    QCoreApplication application(argc, argv);
    kessai::TestProperty test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_property.moc"
