#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Rule
{
    QString name;     ///< as KESSAI_SWITCH_OFF calls it
    QString scenario; ///< the function of rulescenarios.cpp
};

const QList<Rule> Rules{{u"arm-record"_s, u"armRecord"_s},
                        {u"one-shot-body"_s, u"oneShotBody"_s},
                        {u"timeout-in-doubt"_s, u"timeoutInDoubt"_s},
                        {u"live-index"_s, u"liveIndex"_s},
                        {u"settle-time"_s, u"settleTime"_s},
                        {u"epoch"_s, u"epoch"_s},
                        {u"send-window"_s, u"sendWindow"_s}};

struct Outcome
{
    int exitCode = -1; ///< of Qt Test: how many functions failed
    QByteArray output;
};

Outcome play(const QString &scenario, const QString &switchedOff)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KESSAI_SWITCH_OFF"_s, switchedOff);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QCoreApplication::applicationDirPath() + u"/rule-scenarios"_s, {scenario});
    const bool ended = process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput()};
}

} // namespace

/// The proof that the tests can see: journal.md §17, last point.
class TestRules : public QObject
{
    Q_OBJECT

private slots:
    void switchedOffRule_turnsItsScenarioRed_data();
    void switchedOffRule_turnsItsScenarioRed();
    void everyRule_wasSeen() { QCOMPARE(m_seen, 7); }

private:
    int m_seen = 0;
};

void TestRules::switchedOffRule_turnsItsScenarioRed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("scenario");
    for (const Rule &rule : Rules) {
        QTest::addRow("%s", qPrintable(rule.name)) << rule.name << rule.scenario;
    }
}

void TestRules::switchedOffRule_turnsItsScenarioRed()
{
    QFETCH(QString, name);
    QFETCH(QString, scenario);
    const Outcome on = play(scenario, {});
    QVERIFY2(on.exitCode == 0, on.output.constData());
    const Outcome off = play(scenario, name);
    QVERIFY2(off.exitCode == 1 && off.output.contains("FAIL!  : "), off.output.constData());
    ++m_seen;
}

QTEST_GUILESS_MAIN(TestRules)
#include "test_rules.moc"
