#include "tests/simulator/rawclient.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace kessai;

namespace {

const QByteArray Shop = "ShopID=tshop00000001&ShopPass=dummypass1";

/// The real program.
class Program
{
public:
    bool start(const QStringList &arguments)
    {
        process.start(qEnvironmentVariable("KESSAI_BINARIES") + u"/gmo-simulator"_s, arguments);
        if (!process.waitForReadyRead()) {
            return false;
        }
        line = process.readLine();
        const QJsonObject ready = QJsonDocument::fromJson(line).object();
        gateway = ready.value(u"gateway"_s).toString();
        control = ready.value(u"control"_s).toString();
        certificate = ready.value(u"certificate"_s).toString();
        return !gateway.isEmpty();
    }

    QByteArray call(const QString &name, const QByteArray &body) const
    {
        return post(gateway, name + u".idPass"_s, body).body;
    }

    QProcess process;
    QByteArray line;
    QString gateway;
    QString control;
    QString certificate;
};

} // namespace

class TestProgram : public QObject
{
    Q_OBJECT

private slots:
    void readyLine_isTheContract()
    {
        Program program;
        QVERIFY(program.start({u"--shop-id"_s, u"tshop99999999"_s, u"--shop-pass"_s, u"pass\"word"_s}));
        const QByteArray gateway = program.gateway.toLatin1();
        const QByteArray control = program.control.toLatin1();
        QCOMPARE(program.line,
                 "{\"gateway\":\"" + gateway + "\",\"control\":\"" + control +
                     "\",\"shopId\":\"tshop99999999\",\"shopPass\":\"pass\\\"word\",\"certificate\":"
                     "null}\n");
        QVERIFY(program.gateway.startsWith("http://127.0.0.1:"_L1) &&
                program.gateway.endsWith("/payment/"_L1));
        QVERIFY(program.control.startsWith("http://127.0.0.1:"_L1));
        program.process.terminate();
        QVERIFY(program.process.waitForFinished());
        QCOMPARE(program.process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.process.exitCode(), 0);
    }

    void ledger_survivesKill()
    {
        QTemporaryDir folder;
        const QStringList arguments{u"--ledger"_s, folder.filePath(u"ledger"_s), u"--now"_s,
                                    u"2020-12-03 13:21:23"_s};
        Program first;
        QVERIFY(first.start(arguments));
        const QByteArray handle = first.call(u"EntryTran"_s, Shop + "&OrderID=a1&JobCd=AUTH&Amount=100");
        first.call(u"ExecTran"_s, handle + "&OrderID=a1&Method=1&CardNo=4111111111111111&Expire=3012");
        QVERIFY(
            first.call(u"AlterTran"_s, Shop + '&' + handle + "&JobCd=SALES&Amount=100").contains("TranID"));
        const QByteArray before = first.call(u"SearchTrade"_s, Shop + "&OrderID=a1");
        QVERIFY(before.contains("Status=SALES&"));
        first.process.kill();
        QVERIFY(first.process.waitForFinished());

        Program second;
        QVERIFY(second.start(arguments));
        QCOMPARE(second.call(u"SearchTrade"_s, Shop + "&OrderID=a1"), before);
        const QJsonObject ledger = QJsonDocument::fromJson(get(second.control, u"ledger"_s).body).object();
        QCOMPARE(ledger.value(u"total"_s).toInt(), 5);
        QCOMPARE(ledger.value(u"arrived"_s).toObject().value(u"AlterTran"_s).toInt(), 1);
        QCOMPARE(second.call(u"EntryTran"_s, Shop + "&OrderID=a1&JobCd=AUTH&Amount=100"),
                 "ErrCode=E01&ErrInfo=E01040010");
        second.process.terminate();
        QVERIFY(second.process.waitForFinished());
    }

    void tls_namesItsCertificateAndTakesItAway()
    {
        Program program;
        QVERIFY(program.start({u"--tls"_s}));
        QVERIFY(program.gateway.startsWith("https://"_L1));
        QVERIFY(QFile::exists(program.certificate));
        program.process.terminate();
        QVERIFY(program.process.waitForFinished());
        QVERIFY(!QFile::exists(program.certificate));
    }

    void wrongOption_endsWithASentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("port") << QStringList{u"--port"_s, u"70000"_s};
        QTest::newRow("now") << QStringList{u"--now"_s, u"today"_s};
        QTest::newRow("capture days") << QStringList{u"--capture-days"_s, u"61"_s};
        QTest::newRow("wallet seconds") << QStringList{u"--wallet-seconds"_s, u"soon"_s};
        QTest::newRow("notification url")
            << QStringList{u"--notification-url"_s, u"http://example.com:80/"_s};
        QTest::newRow("ledger") << QStringList{u"--ledger"_s, u"/nonexistent/ledger"_s};
    }

    void wrongOption_endsWithASentence()
    {
        QFETCH(QStringList, arguments);
        Program program;
        QVERIFY(!program.start(arguments));
        QVERIFY(program.process.state() == QProcess::NotRunning || program.process.waitForFinished());
        QVERIFY(program.process.exitCode() != 0);
        QVERIFY(program.process.readAllStandardError().startsWith("gmo-simulator: "));
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "test_program.moc"
