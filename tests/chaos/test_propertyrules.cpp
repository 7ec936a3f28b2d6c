#include "tests/chaos/propertyhome.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MostCommands = 8'000; ///< then a rule counts as not found

struct Rule
{
    const char *name; ///< as KESSAI_SWITCH_OFF calls it
    bool sqlite;      ///< one seat is enough to see it
};

constexpr Rule Rules[]{{"arm-record", true}, {"one-shot-body", true}, {"timeout-in-doubt", true},
                       {"live-index", true}, {"settle-time", true},   {"epoch", false},
                       {"send-window", true}};

} // namespace

/// The proof that the property test can see: each rule that money stands on (journal.md §17, last point) is
/// switched off, and the stories must come upon it.
class TestPropertyRules : public QObject
{
    Q_OBJECT

private slots:
    void switchedOffRule_isFound_data();
    void switchedOffRule_isFound();
    void cleanup() { qunsetenv("KESSAI_SWITCH_OFF"); }

private:
    PropertyHome m_home;
};

void TestPropertyRules::switchedOffRule_isFound_data()
{
    using Dialect = DatabaseSpec::Dialect;
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<Dialect>("dialect");
    for (const Rule &rule : Rules) {
        if (rule.sqlite) {
            QTest::addRow("%s sqlite", rule.name) << QByteArray(rule.name) << Dialect::Sqlite;
        }
        QTest::addRow("%s postgresql", rule.name) << QByteArray(rule.name) << Dialect::Postgresql;
    }
}

void TestPropertyRules::switchedOffRule_isFound()
{
    QFETCH(QByteArray, rule);
    QFETCH(DatabaseSpec::Dialect, dialect);
    if (m_home.isMissing(dialect)) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    qputenv("KESSAI_SWITCH_OFF", rule);
    PropertyStories stories(m_home.placesOf(dialect));
    const bool kept = stories.check(rule.toStdString() + " is switched off", MostCommands, false);
    qInfo("found after %lld commands: %s", stories.brokenAt(), qPrintable(stories.broken()));
    QVERIFY(!kept);
}

} // namespace kessai

KESSAI_PROPERTY_MAIN(kessai::TestPropertyRules)
#include "test_propertyrules.moc"
