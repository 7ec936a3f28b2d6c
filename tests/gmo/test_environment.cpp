#include "core/gmo/gatewayconfig.h"

#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;

class TestEnvironment : public QObject
{
    Q_OBJECT

private slots:
    void environment_ofUrl_data();
    void environment_ofUrl();
    void refusal_tellsWhatToDo();
};

void TestEnvironment::environment_ofUrl_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("allowedHost");
    QTest::addColumn<QString>("code"); // "" refused
    const auto row = [](const char *url, const char *code, const char *allowedHost = "") {
        QTest::newRow(url) << QString::fromLatin1(url) << QString::fromLatin1(allowedHost)
                           << QString::fromLatin1(code);
    };
    row("https://p01.mul-pay.jp/payment/", "live");
    row("https://P01.MUL-PAY.JP/payment/", "live");
    row("https://pt01.mul-pay.jp/payment/", "test");
    row("http://pt01.mul-pay.jp/payment/", "");
    row("http://127.0.0.1:8080/payment/", "practice");
    row("http://127.8.9.10/payment/", "practice");
    row("http://[::1]:8080/payment/", "practice");
    row("https://localhost/payment/", "practice");
    row("http://127.0.0.1.example.test/payment/", "");
    row("https://p01.mul-pay.jp.example.test/payment/", "");
    row("https://p01.mul-pay.jp@example.test/payment/", "");
    row("https://gateway.example.test/payment/", "");
    row("https://gateway.example.test/payment/", "host:gateway.example.test", "Gateway.example.test");
    row("http://gateway.example.test/payment/", "", "gateway.example.test");
    row("https://other.example.test/payment/", "", "gateway.example.test");
    row("ftp://127.0.0.1/payment/", "");
    row("https://user:word@127.0.0.1/payment/", "");
    row("https://127.0.0.1/payment/?a=b", "");
    row("http://0.0.0.0/payment/", "");
    row("127.0.0.1", "");
    row("", "");
}

void TestEnvironment::environment_ofUrl()
{
    QFETCH(QString, url);
    QFETCH(QString, allowedHost);
    QFETCH(QString, code);
    const EnvironmentVerdict verdict = environmentOf(QUrl(url), allowedHost);
    QCOMPARE(verdict.environment.has_value(), !code.isEmpty());
    QCOMPARE(verdict.reason.isEmpty(), verdict.environment.has_value());
    if (verdict.environment) {
        QCOMPARE(codeOf(*verdict.environment, QUrl(url)), code);
    }
}

void TestEnvironment::refusal_tellsWhatToDo()
{
    const QString reason = environmentOf(QUrl(u"https://gateway.example.test/payment/"_s), {}).reason;
    QVERIFY2(reason.contains(u"--set gateway.allowHost=gateway.example.test"_s), qPrintable(reason));
}

QTEST_GUILESS_MAIN(TestEnvironment)
#include "test_environment.moc"
