#include "tests/cli/shopfixture.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai {

/// `export orders`, and its files taken in again.
class TestExportOrders : public QObject
{
    Q_OBJECT

    static QByteArray contentOf(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// Of a file without quotes.
    static QList<QStringList> rowsOf(const QString &name)
    {
        QList<QStringList> rows;
        const QString text = QString::fromUtf8(contentOf(name).mid(3));
        for (const QString &line : text.split(u"\r\n"_s, Qt::SkipEmptyParts)) {
            rows.append(line.split(u','));
        }
        return rows;
    }

    static QByteArray hostileFile()
    {
        QByteArray file("注文ID,注文番号,お名前(姓),お名前(名),会社名,ショップ用メモ欄,支払合計,対応状況(ID),"
                        "支払方法(名称),受注日,注文詳細ID,商品名,価格,個数,税率,明細区分(ID),出荷ID,"
                        "配送先_お名前(姓),配送先_都道府県(名称),発送日,出荷伝票番号\n");
        file +=
            "1,1,=cmd|' /C calc'!A0,@SUM(A1),\"<b>\"\"&amp;\",\"一行目\n=1+1\",3200.00,5,GMOクレジット決済,"
            "2020-12-03 13:21:23,11,\"+表\",3200.00,1,10,1,901,-山田,東京都,2020-12-05 10:00:00,1234-5678\n";
        file +=
            "2,2,葛\xF3\xA0\x84\x80城,\xE2\x80\xAE花子,,,500.00,1,代金引換,2020-12-04 10:00:00,21,𠮷,250.00,"
            "2,8,1,902,吉田,大阪府,,\n";
        file += "3,3,未決,済,,,700.00,7,GMOクレジット決済,2020-12-05 "
                "10:00:00,31,茶,700.00,1,8,1,903,茶,京都府,,\n";
        return file;
    }

    static void import(ShopFixture &shop, const QString &file)
    {
        QCOMPARE(shop.setUp().status, 0);
        QCOMPARE(shop.run({u"import"_s, file}).status, 0);
    }

    /// All orders in the columns of EC-CUBE 4.
    static QByteArray eccubeFile(const ShopFixture &shop, const QStringList &more = {})
    {
        const QString file = shop.file(u"eccube4.csv"_s);
        const QStringList words{u"export"_s, u"orders"_s, u"--columns"_s, u"eccube4"_s,
                                u"--sort"_s, u"number"_s, u"--out"_s,     file};
        return shop.run(words + more).status == 0 ? contentOf(file) : QByteArray();
    }

private slots:
    void orders_areWrittenInTheColumnsOfTheList()
    {
        ShopFixture shop;
        QCOMPARE(shop.setUp().status, 0);
        shop.addOrders({{.number = 1}, {.number = 2, .payableYen = 9999}, {.number = 3, .orderStatus = 7}});
        const QString file = shop.file(u"orders.csv"_s);
        const ProgramAnswer answer = shop.json({u"export"_s, u"orders"_s, u"--out"_s, file});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.json(), (QJsonObject{{u"file"_s, file}, {u"rows"_s, 2}, {u"unwritable"_s, 0}}));
        const QList<QStringList> rows = rowsOf(file);
        QCOMPARE(rows.size(), 3); // 決済処理中 is left out, as in the list
        QCOMPARE(rows[0].size(), 22);
        QCOMPARE(rows[0].mid(0, 8), (QStringList{u"注文番号"_s, u"受注日時"_s, u"お名前"_s, u"支払方法"_s,
                                                 u"対応状況"_s, u"購入金額"_s, u"入金日"_s, u"決済状況"_s}));
        QCOMPARE(rows[2].value(0), u"1"_s);
        QCOMPARE(rows[2].mid(2, 6), (QStringList{u"髙橋 花子"_s, u"GMOクレジット決済"_s, u"新規受付"_s,
                                                 u"3200"_s, u"未入金"_s, u"未確認"_s}));
        QCOMPARE(rows[2].last(), u"1-03132123"_s);
    }

    void orders_areNarrowedDownAndSorted()
    {
        ShopFixture shop;
        import(shop, shop.write(u"hostile.csv"_s, hostileFile()));
        const auto numbers = [&shop](const QStringList &words) {
            const QString file = shop.file(u"list.csv"_s);
            QFile::remove(file);
            shop.run(QStringList{u"export"_s, u"orders"_s, u"--out"_s, file} + words);
            QStringList found;
            for (const QStringList &row : rowsOf(file).mid(1)) {
                found.append(row.value(0));
            }
            return found;
        };
        QCOMPARE(numbers({}), (QStringList{u"2"_s, u"1"_s}));
        QCOMPARE(numbers({u"--sort"_s, u"total:desc"_s}), (QStringList{u"1"_s, u"2"_s}));
        QCOMPARE(numbers({u"--order-status"_s, u"発送済み"_s}), QStringList{u"1"_s});
        QCOMPARE(numbers({u"--order-status"_s, u"決済処理中"_s}), QStringList{u"3"_s});
        QCOMPARE(numbers({u"--to"_s, u"2001-01-01"_s}), QStringList());
    }

    /// An empty shop that takes the file has the same orders: it writes the same file.
    void eccubeColumns_comeBackThroughAnEmptyShop()
    {
        ShopFixture first;
        import(first, first.write(u"hostile.csv"_s, hostileFile()));
        const QByteArray file = eccubeFile(first);
        QVERIFY(file.startsWith("\xEF\xBB\xBF注文ID,注文番号,会員ID,"));
        QVERIFY(file.contains("'=cmd|' /C calc'!A0,'@SUM(A1)"));
        QVERIFY(file.contains(",3200.00,") && file.contains(",2020-12-03 13:21:23,"));
        ShopFixture second;
        import(second, second.write(u"again.csv"_s, file));
        QCOMPARE(eccubeFile(second), file);
        for (const int number : {1, 2}) {
            QCOMPARE(second.order(number), first.order(number));
        }
        QCOMPARE(second.order(1).value(u"customer"_s).toString(), u"=cmd|' /C calc'!A0 @SUM(A1)"_s);
    }

    void charactersThatCp932Lacks_areNamed()
    {
        ShopFixture shop;
        import(shop, shop.write(u"hostile.csv"_s, hostileFile()));
        const QString file = shop.file(u"cp932.csv"_s);
        const ProgramAnswer answer =
            shop.json({u"export"_s, u"orders"_s, u"--columns"_s, u"eccube4"_s, u"--sort"_s, u"number"_s,
                       u"--encoding"_s, u"cp932"_s, u"--out"_s, file});
        QCOMPARE(answer.json().value(u"unwritable"_s).toInt(), 3);
        const QString told = QString::fromUtf8(answer.err);
        QVERIFY2(told.contains(u"2行目の「お名前(姓)」の U+E0100"), qPrintable(told));
        QVERIFY2(told.contains(u"2行目の「お名前(名)」の U+202E"), qPrintable(told));
        QVERIFY2(told.contains(u"2行目の「商品名」の 𠮷（U+20BB7）"), qPrintable(told));
        QVERIFY2(!told.contains(QChar(0x202E)), "a mark of direction on the terminal");
    }

    void shippingColumns_areWhatTheShopTakes()
    {
        ShopFixture shop;
        import(shop, shop.write(u"hostile.csv"_s, hostileFile()));
        const QString file = shop.file(u"shipping.csv"_s);
        const ProgramAnswer answer =
            shop.run({u"export"_s, u"orders"_s, u"--columns"_s, u"eccube4-shipping"_s, u"--out"_s, file});
        QCOMPARE(answer.status, 0);
        // 出荷ID,お問い合わせ番号,出荷日 in CP932
        QCOMPARE(contentOf(file).toHex(),
                 QByteArray("8f6f89d749442c82a896e282a28d8782ed82b994d48d862c8f6f89d793fa0d0a") +
                     QByteArray("901,1234-5678,2020-12-05\r\n").toHex());
    }

    /// Several pieces, most of them without a line.
    void shippingColumns_goOnPastOrdersWithoutAParcel()
    {
        ShopFixture shop;
        QByteArray many("注文ID,支払合計,対応状況(ID),支払方法(名称),受注日,出荷ID,発送日\n");
        for (int number = 1; number <= 1101; ++number) {
            many += QByteArray::number(number) + ",100,1,代金引換,2020-12-03 13:21:23," +
                    QByteArray::number(9000 + number) + (number == 1 ? ",2020-12-05\n" : ",\n");
        }
        import(shop, shop.write(u"many.csv"_s, many));
        const QString file = shop.file(u"shipping.csv"_s);
        shop.run({u"export"_s, u"orders"_s, u"--columns"_s, u"eccube4-shipping"_s, u"--out"_s, file});
        QVERIFY(contentOf(file).endsWith("\r\n9001,,2020-12-05\r\n"));
        QCOMPARE(eccubeFile(shop).count("\r\n"), 1102);
    }

    void anotherProgram_mayHoldTheShop()
    {
        ShopFixture shop;
        shop.open({.number = 1});
        shop.alwaysFail(u"SearchTrade"_s, u"delayAfter"_s, {{u"ms"_s, 8000}});
        const auto holder = shop.start({u"capture"_s, u"1"_s, u"--yes"_s});
        QTRY_VERIFY_WITH_TIMEOUT(shop.arrived(u"SearchTrade"_s) > 0, 20'000);
        const QString file = shop.file(u"beside.csv"_s);
        QCOMPARE(shop.run({u"export"_s, u"orders"_s, u"--out"_s, file}).status, 0);
        QCOMPARE(rowsOf(file).size(), 2);
        QCOMPARE(holder->state(), QProcess::Running);
        holder->kill();
        holder->waitForFinished();
    }

    void wrongWords_writeNothing_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("columns") << QStringList{u"orders"_s, u"--columns"_s, u"eccube5"_s};
        QTest::newRow("columns of payments") << QStringList{u"payments"_s, u"--columns"_s, u"eccube4"_s};
        QTest::newRow("an order") << QStringList{u"orders"_s, u"272"_s};
        QTest::newRow("a status that is not") << QStringList{u"orders"_s, u"--order-status"_s, u"済み"_s};
    }
    void wrongWords_writeNothing()
    {
        QFETCH(QStringList, words);
        ShopFixture shop;
        shop.open();
        const QString file = shop.file(u"out.csv"_s);
        const ProgramAnswer answer =
            shop.run(QStringList{u"export"_s} + words + QStringList{u"--out"_s, file});
        QCOMPARE(answer.status, 2);
        QVERIFY(answer.out.isEmpty() && !answer.err.isEmpty());
        QVERIFY(!QFile::exists(file));
    }
};

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestExportOrders)
#include "test_exportorders.moc"
