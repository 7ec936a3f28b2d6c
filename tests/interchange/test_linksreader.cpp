#include "core/interchange/linksreader.h"
#include "tests/interchange/csvsupport.h"

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

QList<ImportedLink> readAll(const QByteArray &content)
{
    Bytes device(content);
    const auto reader = LinksReader::open(device);
    QList<ImportedLink> links;
    while (reader) {
        const std::optional<ImportedLink> link = reader.value()->next();
        if (!link) {
            break;
        }
        links.append(*link);
    }
    return links;
}

const QStringList Header = {u"注文ID"_s, u"決済オーダーID"_s, u"支払方法"_s};

} // namespace

class LinksReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void sample_isRead();
    void columns_mayStandInAnyOrder();
    void method_mayBeMissing();
    void wrongLine_isRefusedWithItsColumn_data();
    void wrongLine_isRefusedWithItsColumn();
    void wrongHeader_isRefusedByName_data();
    void wrongHeader_isRefusedByName();
};

void LinksReaderTest::sample_isRead()
{
    const QList<ImportedLink> links = readAll(sampleFile("links.csv"));
    QVERIFY(links.size() > 20);
    QCOMPARE(links[0].shopOrderId, 272);
    QVERIFY(links[0].gatewayOrderId.startsWith(u"272-"_s));
    for (const ImportedLink &link : links) {
        QVERIFY(!link.problem);
        QVERIFY(!link.method);
    }
}

void LinksReaderTest::columns_mayStandInAnyOrder()
{
    const QByteArray file =
        "\xEF\xBB\xBF" + u"支払方法,決済オーダーID,注文ID\r\n楽天ペイ,272-03132123,272"_s.toUtf8();
    const QList<ImportedLink> links = readAll(file);
    QCOMPARE(links.size(), 1);
    QCOMPARE(links[0].line, 2);
    QCOMPARE(links[0].shopOrderId, 272);
    QCOMPARE(links[0].gatewayOrderId, u"272-03132123"_s);
    QCOMPARE(links[0].method, std::optional(PaymentMethod::Rakuten));
}

void LinksReaderTest::method_mayBeMissing()
{
    const QList<ImportedLink> links = readAll(cp932Line(Header.first(2)) + "272,\"272-03132123\"\n");
    QCOMPARE(links.size(), 1);
    QVERIFY(!links[0].problem);
    QVERIFY(!links[0].method);
}

void LinksReaderTest::wrongLine_isRefusedWithItsColumn_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("column");
    QTest::newRow("no id") << QByteArray(",272-1,") << u"注文ID"_s;
    QTest::newRow("id is no number") << QByteArray("A-272,272-1,") << u"注文ID"_s;
    QTest::newRow("no OrderID") << QByteArray("272,,") << u"決済オーダーID"_s;
    QTest::newRow("OrderID too long")
        << QByteArray("272,1234567890123456789012345678,") << u"決済オーダーID"_s;
    QTest::newRow("OrderID with another character") << QByteArray("272,272_1,") << u"決済オーダーID"_s;
    QTest::newRow("OrderID with a space") << QByteArray("272,\"272-1 \",") << u"決済オーダーID"_s;
    QTest::newRow("OrderID in no encoding") << QByteArray("272,\xFF\xFF,") << u"決済オーダーID"_s;
    QTest::newRow("not a method of GMO") << "272,272-1," + cp932(u"銀行振込"_s) << u"支払方法"_s;
    QTest::newRow("two columns") << QByteArray("272,272-1") << QString();
    QTest::newRow("stray quote") << QByteArray("272,\"272-1\"x,") << QString();
}

void LinksReaderTest::wrongLine_isRefusedWithItsColumn()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, column);
    const QList<ImportedLink> links = readAll(cp932Line(Header) + "1,1-1,\n" + line + "\n3,3-1,\n");
    QCOMPARE(links.size(), 3);
    QVERIFY(!links[0].problem && !links[2].problem);
    QVERIFY(links[1].problem);
    QCOMPARE(links[1].problem->line, 3);
    QCOMPARE(links[1].problem->column, column);
}

void LinksReaderTest::wrongHeader_isRefusedByName_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("named");
    QTest::newRow("order number instead of id")
        << cp932Line({u"注文番号"_s, u"決済オーダーID"_s}) << u"「注文番号」"_s;
    QTest::newRow("missing") << cp932Line({u"注文ID"_s}) << u"「決済オーダーID」"_s;
    QTest::newRow("twice") << cp932Line({u"注文ID"_s, u"決済オーダーID"_s, u"注文ID"_s}) << u"「注文ID」"_s;
    QTest::newRow("empty") << QByteArray() << u"空"_s;
}

void LinksReaderTest::wrongHeader_isRefusedByName()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, named);
    Bytes device(file);
    const auto reader = LinksReader::open(device);
    QVERIFY(!reader);
    QVERIFY2(reader.error().contains(named), qPrintable(reader.error()));
}

QTEST_GUILESS_MAIN(LinksReaderTest)
#include "test_linksreader.moc"
