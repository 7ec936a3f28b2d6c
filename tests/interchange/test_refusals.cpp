#include "core/interchange/orderreader.h"
#include "tests/interchange/orderfile.h"

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

struct ReadFile
{
    QString error;
    QList<qint64> taken;
    QList<ImportProblem> problems;
    qint64 counted = 0;
    qint64 refused = 0;
};

ReadFile readAll(const QByteArray &content)
{
    Bytes device(content);
    const auto reader = OrderReader::open(device, OrderFileFormat::Auto);
    ReadFile read;
    if (!reader) {
        read.error = reader.error();
        return read;
    }
    while (const std::optional<ImportedOrder> order = reader.value()->next()) {
        read.counted += order->counts ? 1 : 0;
        read.refused += order->counts && order->refused ? 1 : 0;
        read.problems += order->problems;
        if (!order->refused) {
            read.taken.append(order->order.shopOrderId);
        }
    }
    return read;
}

OrderFile::Line order(int id)
{
    return {{u"注文ID"_s, QString::number(id)}, {u"注文番号"_s, QString::number(id)}};
}

OrderFile::Line with(OrderFile::Line line, const QString &column, const QString &value)
{
    line.insert(column, value);
    return line;
}

} // namespace

class RefusalsTest : public QObject
{
    Q_OBJECT

private slots:
    void unknownHeader_isRefusedByName_data();
    void unknownHeader_isRefusedByName();
    void wrongValue_refusesItsOrderOnly_data();
    void wrongValue_refusesItsOrderOnly();
    void wrongBytes_areRefusedWithTheColumn();
    void invalidUtf8_isRefusedWithTheColumn();
    void nulByte_isRefusedWithTheColumn();
    void cutOffFile_refusesItsLastOrder();
    void scatteredOrder_isRefusedOnce();
    void disagreeingLines_areRefused();
    void repeatedLine_isRefused();
    void unreadableLine_amongAnOrder_refusesIt();
    void unreadableLine_betweenOrders_refusesNoOrder();
    void wrongColumnCount_isRefusedWithBothNumbers();
    void orderOfTooManyLines_isRefused();
};

void RefusalsTest::unknownHeader_isRefusedByName_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("named");
    OrderFile renamed;
    renamed.columns()[3] = u"氏名"_s;
    QTest::newRow("one renamed column") << renamed.bytes() << u"「氏名」"_s;
    OrderFile extra;
    extra.columns().append(u"GMO決済状況"_s);
    QTest::newRow("one column more") << extra.bytes(true) << u"「GMO決済状況」"_s;
    QTest::newRow("another kind of file") << QByteArray("id,name\n1,x\n") << u"「id」、「name」"_s;
    QTest::newRow("no order id") << cp932Line({u"支払合計"_s, u"小計"_s}) << u"「注文ID」"_s;
    QTest::newRow("order id twice") << cp932Line({u"注文ID"_s, u"小計"_s, u"注文ID"_s}) << u"「注文ID」"_s;
    QTest::newRow("送料 three times")
        << cp932Line({u"注文ID"_s, u"送料"_s, u"送料"_s, u"送料"_s}) << u"「送料」"_s;
    QTest::newRow("empty file") << QByteArray() << u"空"_s;
    QTest::newRow("neither encoding") << QByteArray("\x81\xFF\xFE\x81,a\n") << u"1 列目"_s;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFEl\x6C\x87\x65", 6) << u"1 行目"_s;
}

void RefusalsTest::unknownHeader_isRefusedByName()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, named);
    const ReadFile read = readAll(file);
    QVERIFY2(read.error.contains(named), qPrintable(read.error));
}

void RefusalsTest::wrongValue_refusesItsOrderOnly_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("value");
    const QList<std::pair<QString, QStringList>> wrong = {
        {u"支払合計"_s, {QString(), u"3,200"_s, u"3200.50"_s, u"-1"_s, u"三千"_s, u"9999999999999"_s}},
        {u"小計"_s, {u"0.01"_s, u"x"_s}},
        {u"価格"_s, {QString(), u"2000.5"_s}},
        {u"個数"_s, {QString(), u"1.5"_s, u"一"_s, u"99999999999"_s}},
        {u"税率"_s, {u"101"_s, u"-8"_s, u"8.5"_s}},
        {u"受注日"_s, {u"2020-02-30 00:00:00"_s, u"昨日"_s, u"0000-00-00 00:00:00"_s}},
        {u"入金日"_s, {u"2020-12-03 25:00:00"_s}},
        {u"お届け希望日"_s, {u"2020-13-01"_s}},
        {u"発送日"_s, {u"12/03/2020"_s}},
        {u"対応状況(ID)"_s, {u"2"_s, u"10"_s, u"x"_s, u"0"_s}},
        {u"明細区分(ID)"_s, {u"7"_s, u"商品"_s}},
        {u"注文ID"_s, {QString(), u"0"_s, u"-5"_s, u"27３"_s, u"99999999999999999999"_s}},
        {u"お名前(姓)"_s, {QString(1001, u'あ')}},
    };
    for (const auto &[column, values] : wrong) {
        for (const QString &value : values) {
            QTest::newRow(qPrintable(column + u' ' + value.left(20))) << column << value;
        }
    }
}

void RefusalsTest::wrongValue_refusesItsOrderOnly()
{
    QFETCH(QString, column);
    QFETCH(QString, value);
    OrderFile file;
    file.add(order(1)).add(with(order(2), column, value)).add(order(3)).add(order(3));
    const ReadFile read = readAll(file.bytes());
    QCOMPARE(read.taken, (QList<qint64>{1, 3}));
    QCOMPARE(read.counted, 3);
    QCOMPARE(read.problems.size(), 1);
    QCOMPARE(read.problems[0].line, 3);
    QCOMPARE(read.problems[0].column, column);
    QVERIFY(read.problems[0].message.endsWith(u'。'));
}

void RefusalsTest::wrongBytes_areRefusedWithTheColumn()
{
    OrderFile file;
    file.add(order(1)).add(with(order(2), u"住所1"_s, u"X@@@X"_s)).add(order(3));
    for (const QByteArray &wrong :
         {QByteArray("\x81"), QByteArray("\xFF"), QByteArray("\x85\x40"), QByteArray("\x95\x5C\x81")}) {
        const ReadFile read = readAll(file.bytes().replace("X@@@X", wrong));
        QCOMPARE(read.taken, (QList<qint64>{1, 3}));
        QCOMPARE(read.problems.value(0).column, u"住所1"_s);
        QCOMPARE(read.problems.value(0).line, 3);
    }
}

void RefusalsTest::invalidUtf8_isRefusedWithTheColumn()
{
    OrderFile file;
    file.add(order(1)).add(with(order(2), u"住所2"_s, u"X@@@X"_s)).add(order(3));
    const ReadFile read = readAll(file.bytes(true).replace("X@@@X", "\xE3\x81"));
    QCOMPARE(read.taken, (QList<qint64>{1, 3}));
    QCOMPARE(read.problems.value(0).column, u"住所2"_s);
}

void RefusalsTest::nulByte_isRefusedWithTheColumn()
{
    OrderFile file;
    file.add(order(1)).add(with(order(2), u"会社名"_s, u"X@@@X"_s));
    const ReadFile read = readAll(file.bytes().replace("X@@@X", QByteArray("a\0b", 3)));
    QCOMPARE(read.taken, QList<qint64>{1});
    QCOMPARE(read.problems.value(0).column, u"会社名"_s);
}

void RefusalsTest::cutOffFile_refusesItsLastOrder()
{
    OrderFile file;
    file.add(order(1))
        .add(with(order(2), u"ショップ用メモ欄"_s, u"二 行"_s))
        .add(with(order(2), u"ショップ用メモ欄"_s, u"二 行"_s));
    const QByteArray whole = file.bytes();
    const qsizetype lastLine = whole.lastIndexOf('\n', -2) + 1;
    // Behind the id's comma; behind 出荷ID nothing is left out but empty columns.
    for (qsizetype length = lastLine + 2; length < whole.size() - 24; ++length) {
        const ReadFile read = readAll(whole.first(length));
        QCOMPARE(read.taken, QList<qint64>{1});
        QCOMPARE(read.counted, 2);
        QCOMPARE(read.problems.last().line, 4);
        QVERIFY(read.problems.last().message.contains(u"途中で切れて"_s));
    }
}

void RefusalsTest::scatteredOrder_isRefusedOnce()
{
    OrderFile file;
    file.add(order(1)).add(order(2)).add(order(1)).add(order(3)).add(order(1));
    const ReadFile read = readAll(file.bytes());
    QCOMPARE(read.taken, (QList<qint64>{2, 3}));
    QCOMPARE(read.counted, 3);
    QCOMPARE(read.refused, 1);
    QCOMPARE(read.problems.size(), 3);
    QCOMPARE(read.problems[1].line, 4);
    QCOMPARE(read.problems[1].column, u"注文ID"_s);
}

void RefusalsTest::disagreeingLines_areRefused()
{
    OrderFile file;
    file.add(order(1)).add(with(order(1), u"支払合計"_s, u"9900.00"_s)).add(order(2));
    const ReadFile read = readAll(file.bytes());
    QCOMPARE(read.taken, QList<qint64>{2});
    QCOMPARE(read.problems.value(0).line, 3);
}

void RefusalsTest::repeatedLine_isRefused()
{
    OrderFile file;
    file.add(with(order(1), u"注文詳細ID"_s, u"7"_s)).add(with(order(1), u"注文詳細ID"_s, u"7"_s));
    const ReadFile read = readAll(file.bytes());
    QVERIFY(read.taken.isEmpty());
    QCOMPARE(read.problems.value(0).column, u"注文詳細ID"_s);
}

void RefusalsTest::unreadableLine_amongAnOrder_refusesIt()
{
    OrderFile file;
    file.add(order(1)).add(with(order(1), u"注文ID"_s, u"?"_s)).add(order(1)).add(order(2));
    const ReadFile read = readAll(file.bytes());
    QCOMPARE(read.taken, QList<qint64>{2});
    QCOMPARE(read.problems.size(), 2);
}

void RefusalsTest::unreadableLine_betweenOrders_refusesNoOrder()
{
    OrderFile file;
    file.add(order(1)).add(order(2));
    QByteArray content = file.bytes();
    content.insert(content.lastIndexOf('\n', -2) + 1, "\xFFgarbage\n");
    const ReadFile read = readAll(content);
    QCOMPARE(read.taken, (QList<qint64>{1, 2}));
    QCOMPARE(read.refused, 1);
}

void RefusalsTest::wrongColumnCount_isRefusedWithBothNumbers()
{
    OrderFile file;
    file.add(order(1));
    const ReadFile read = readAll(file.bytes() + "2,2,3\n");
    QCOMPARE(read.taken, QList<qint64>{1});
    QVERIFY(read.problems.value(0).message.contains(u"70"_s));
    QVERIFY(read.problems.value(0).message.contains(u"3"_s));
}

void RefusalsTest::orderOfTooManyLines_isRefused()
{
    OrderFile file;
    file.columns() =
        QStringList{u"注文ID"_s, u"支払合計"_s, u"商品名"_s, u"価格"_s, u"個数"_s, u"明細区分(ID)"_s};
    for (int line = 0; line < 10'002; ++line) {
        file.add(order(1));
    }
    file.add(order(2));
    const ReadFile read = readAll(file.bytes());
    QCOMPARE(read.taken, QList<qint64>{2});
}

QTEST_GUILESS_MAIN(RefusalsTest)
#include "test_refusals.moc"
