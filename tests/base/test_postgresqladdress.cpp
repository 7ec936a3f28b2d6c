#include "core/base/postgresqladdress.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kessai;

class TestPostgresqlAddress : public QObject
{
    Q_OBJECT

private slots:
    void address_isReadAsLibpqReadsIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("parts"); // user|host|port|name
        const auto row = [](const char *name, const QString &text, const QString &parts) {
            QTest::newRow(name) << text << parts;
        };
        row("host", u"postgresql://shop@db.example.jp:5433/kessai"_s, u"shop|db.example.jp|5433|kessai"_s);
        row("the short word", u"postgres://shop@db/kessai"_s, u"shop|db|5432|kessai"_s);
        row("IPv6", u"postgresql://shop@[::1]:5433/kessai"_s, u"shop|::1|5433|kessai"_s);
        row("libpq's own host and user", u"postgresql:///kessai"_s, u"||5432|kessai"_s);
        row("socket, encoded", u"postgresql://shop@%2Fvar%2Frun%2Fpg:5433/kessai"_s,
            u"shop|/var/run/pg|5433|kessai"_s);
        row("socket, parameter", u"postgresql://shop@/kessai?host=/var/run/pg&port=5433"_s,
            u"shop|/var/run/pg|5433|kessai"_s);
        row("everything by parameters", u"postgresql://?host=%2Frun%2Fpg&user=shop&dbname=kessai"_s,
            u"shop|/run/pg|5432|kessai"_s);
        row("encoded name", u"postgresql://%E5%BA%97@db/%E6%B1%BA%E6%B8%88"_s, u"店|db|5432|決済"_s);
    }
    void address_isReadAsLibpqReadsIt()
    {
        QFETCH(QString, text);
        const auto address = PostgresqlAddress::parse(text);
        QVERIFY(address.ok());
        const QStringList parts{address->user, address->host, QString::number(address->port), address->name};
        QTEST(parts.join(u'|'), "parts");
    }

    void otherTexts_areRefused_data()
    {
        using Problem = PostgresqlAddress::Problem;
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("password");
        const auto row = [](const QString &text, Problem problem) {
            QTest::newRow(qPrintable(text)) << text << (problem == Problem::Password);
        };
        row(u""_s, Problem::Form);
        row(u"mysql://shop@db/kessai"_s, Problem::Form);
        row(u"postgresql://shop@db/"_s, Problem::Form);
        row(u"postgresql://shop@db:0/kessai"_s, Problem::Form);
        row(u"postgresql://shop@db:65536/kessai"_s, Problem::Form);
        row(u"postgresql://shop@db/kessai?port=x"_s, Problem::Form);
        row(u"postgresql://shop@db/kessai?sslmode=disable"_s, Problem::Form);
        row(u"postgresql://shop@%2Frun%2Fpg,db.example.jp/kessai"_s, Problem::Form); // no TLS for the second
        row(u"postgresql://shop@db/kessai\nhost"_s, Problem::Form);
        row(u"postgresql://shop:word@db/kessai"_s, Problem::Password);
        row(u"postgresql://shop@db/kessai?password=word"_s, Problem::Password);
    }
    void otherTexts_areRefused()
    {
        QFETCH(QString, text);
        QFETCH(bool, password);
        const auto address = PostgresqlAddress::parse(text);
        QVERIFY(!address.ok());
        QCOMPARE(address.error() == PostgresqlAddress::Problem::Password, password);
    }
};

QTEST_GUILESS_MAIN(TestPostgresqlAddress)
#include "test_postgresqladdress.moc"
