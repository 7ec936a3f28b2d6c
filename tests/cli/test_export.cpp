#include "tests/cli/shopfixture.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai {

/// Files that `export` leaves.
class TestExport : public QObject
{
    Q_OBJECT

    static QList<QStringList> csvRows(const QString &file)
    {
        QFile csv(file);
        if (!csv.open(QIODevice::ReadOnly)) {
            return {};
        }
        QByteArray content = csv.readAll();
        if (!content.startsWith("\xEF\xBB\xBF")) {
            return {};
        }
        QList<QStringList> rows;
        for (const QString &line : QString::fromUtf8(content.mid(3)).split(u"\r\n"_s, Qt::SkipEmptyParts)) {
            rows.append(line.split(u','));
        }
        return rows;
    }

    /// Three orders, of which the second has a difference; captured as one run.
    static QString capturedRun(ShopFixture &shop)
    {
        if (shop.setUp().status != 0) {
            return {};
        }
        shop.addOrders({{.number = 1}, {.number = 2, .payableYen = 9999}, {.number = 3}});
        const ProgramAnswer answer = shop.json({u"capture"_s, u"1"_s, u"2"_s, u"3"_s, u"--yes"_s});
        return answer.json().value(u"run"_s).toString();
    }

    /// As the shop writes it; the beginnings of its lines.
    static QByteArray orderFile(const QStringList &orders)
    {
        QString file =
            u"注文ID,注文番号,お名前(姓),お名前(名),小計,合計,支払合計,支払方法(名称),対応状況(名称),受注日\n"_s;
        for (const QString &order : orders) {
            file += order + u",新規受付,2020-12-03 13:21:23\n"_s;
        }
        return file.toUtf8();
    }

private slots:
    void run_isWrittenInTheOrderAsked()
    {
        ShopFixture shop;
        const QString run = capturedRun(shop);
        const QString file = shop.file(u"run.csv"_s);
        const ProgramAnswer answer = shop.json({u"export"_s, u"run"_s, run, u"--out"_s, file});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.json(), (QJsonObject{{u"file"_s, file}, {u"rows"_s, 3}, {u"unwritable"_s, 0}}));
        const QList<QStringList> rows = csvRows(file);
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows[0].first(), u"注文番号"_s);
        QCOMPARE(rows[1].mid(0, 5),
                 (QStringList{u"1"_s, u"髙橋 花子"_s, u"1-03132123"_s, u"完了"_s, u"3200"_s}));
        QCOMPARE(rows[1].value(6), u"SALES"_s);
        QCOMPARE(rows[2].value(3), u"取りやめ"_s);
        QVERIFY(rows[2].value(5).contains(u"差異"_s));
        QCOMPARE(rows[3].first(), u"3"_s);
    }

    void log_hasTheOperationsOfTheseDays()
    {
        ShopFixture shop;
        const QString run = capturedRun(shop);
        const QString file = shop.file(u"log.csv"_s);
        QCOMPARE(shop.run({u"export"_s, u"log"_s, u"--out"_s, file}).status, 0);
        const QList<QStringList> rows = csvRows(file);
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows[1].value(1), u"3"_s); // newest first
        QCOMPARE(rows[1].value(3), u"売上確定(実売上)"_s);
        QCOMPARE(rows[1].last(), run);
        const QString earlier = shop.file(u"earlier.csv"_s);
        QCOMPARE(shop.run({u"export"_s, u"log"_s, u"--to"_s, u"2001-01-01"_s, u"--out"_s, earlier}).status,
                 0);
        QCOMPARE(csvRows(earlier).size(), 1);
    }

    void payments_areWrittenAsTheListShowsThem()
    {
        ShopFixture shop;
        capturedRun(shop);
        const QByteArray other = orderFile({u"4,4,髙橋,花子,3200,3200,3200,代金引換"_s}); // nothing of GMO's
        QCOMPARE(shop.run({u"import"_s, shop.write(u"other.csv"_s, other)}).status, 0);
        const QString file = shop.file(u"payments.csv"_s);
        const ProgramAnswer answer = shop.json({u"export"_s, u"payments"_s, u"--out"_s, file});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.json().value(u"rows"_s).toInt(), 3);
        const QList<QStringList> rows = csvRows(file);
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows[0],
                 (QStringList{u"決済状況"_s, u"確認"_s, u"支払方法"_s, u"対応状況"_s, u"注文番号"_s,
                              u"受注日時"_s, u"お名前"_s, u"購入金額"_s, u"入金日"_s, u"決済金額"_s,
                              u"差異"_s, u"売上期限"_s, u"変更・取消の期限"_s, u"最終操作"_s,
                              u"最終操作の結果"_s, u"最終エラー"_s, u"決済オーダーID"_s, u"お支払期限"_s}));
        QCOMPARE(rows[1].mid(0, 5),
                 (QStringList{u"実売上済み"_s, QString(), u"GMOクレジット決済"_s, u"新規受付"_s, u"3"_s}));
        QCOMPARE(rows[1].mid(6, 5),
                 (QStringList{u"髙橋 花子"_s, u"3200"_s, u"未入金"_s, u"3200"_s, QString()}));
        QCOMPARE(rows[1].mid(13),
                 (QStringList{u"売上確定(実売上)"_s, u"完了"_s, QString(), u"3-03132123"_s, QString()}));
        QCOMPARE(rows[2].value(0), u"仮売上済み"_s);
        QCOMPARE(rows[2].value(10), u"6799"_s);                               // 9999 - 3200
        QVERIFY(!rows[2].value(11).isEmpty() && rows[1].value(11).isEmpty()); // nothing is left to capture
    }

    void payments_areNarrowedDownAndSortedAsOrdersAre()
    {
        ShopFixture shop;
        capturedRun(shop);
        const auto numbers = [&shop](const QString &name, const QStringList &words) {
            const QString file = shop.file(name);
            shop.run(QStringList{u"export"_s, u"payments"_s, u"--out"_s, file} + words);
            QStringList found;
            for (const QStringList &row : csvRows(file).mid(1)) {
                found.append(row.value(4));
            }
            return found;
        };
        QCOMPARE(numbers(u"a.csv"_s, {u"--payment-status"_s, u"実売上済み"_s, u"--sort"_s, u"number"_s}),
                 (QStringList{u"1"_s, u"3"_s}));
        QCOMPARE(numbers(u"b.csv"_s, {u"--difference"_s}), QStringList{u"2"_s});
        QCOMPARE(numbers(u"c.csv"_s, {u"--to"_s, u"2001-01-01"_s}), QStringList());
    }

    void payments_ofAnyLengthAreAllWritten()
    {
        ShopFixture shop;
        QCOMPARE(shop.setUp().status, 0);
        constexpr int Many = 1201; // more than two pieces
        QStringList orders;
        for (int number = 1; number <= Many; ++number) {
            orders.append(u"%1,%1,=1+1,花子,3200,3200,3200,GMOクレジット決済"_s.arg(number));
        }
        QCOMPARE(shop.run({u"import"_s, shop.write(u"many.csv"_s, orderFile(orders))}).status, 0);
        const QString file = shop.file(u"payments.csv"_s);
        QCOMPARE(shop.run({u"export"_s, u"payments"_s, u"--out"_s, file}).status, 0);
        const QList<QStringList> rows = csvRows(file);
        QCOMPARE(rows.size(), Many + 1);
        QCOMPARE(rows.last().value(4), u"1"_s);
        QCOMPARE(rows.last().value(0), u"未連携"_s);
        QVERIFY2(!rows.last().value(6).startsWith(u'='), "a name that is a formula");
    }

    void nameOrFormat_makesAWorkbook()
    {
        ShopFixture shop;
        const QString run = capturedRun(shop);
        const QString named = shop.file(u"run.xlsx"_s);
        const QString asked = shop.file(u"run"_s);
        QCOMPARE(shop.run({u"export"_s, u"run"_s, run, u"--out"_s, named}).status, 0);
        QCOMPARE(shop.run({u"export"_s, u"run"_s, run, u"--out"_s, asked, u"--format"_s, u"xlsx"_s}).status,
                 0);
        for (const QString &name : {named, asked}) {
            QFile file(name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.read(2), "PK");
        }
    }

    void charactersThatCp932Lacks_areTold()
    {
        ShopFixture shop;
        shop.open({.number = 1});
        const QByteArray orders = orderFile({u"1,1,𠮷野,花子,3200,3200,3200,GMOクレジット決済"_s});
        QCOMPARE(shop.run({u"import"_s, shop.write(u"renamed.csv"_s, orders)}).status, 0);
        QCOMPARE(shop.run({u"capture"_s, u"1"_s, u"--yes"_s}).status, 0);
        const QString file = shop.file(u"log.csv"_s);
        const QStringList words{u"export"_s, u"log"_s, u"--encoding"_s, u"cp932"_s, u"--out"_s, file};
        const ProgramAnswer answer = shop.json(words);
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.json(), (QJsonObject{{u"file"_s, file}, {u"rows"_s, 1}, {u"unwritable"_s, 1}}));
        QVERIFY(QString::fromUtf8(answer.err).contains(u"〓"_s));
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QVERIFY(csv.readAll().contains("\x81\xAC\x96\xEC")); // 〓野
    }

    void wrongWords_writeNothing_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("nothing named") << QStringList{};
        QTest::newRow("unknown") << QStringList{u"customers"_s};
        QTest::newRow("run without id") << QStringList{u"run"_s};
        QTest::newRow("run that is not") << QStringList{u"run"_s, u"nothing"_s};
        QTest::newRow("log with an order") << QStringList{u"log"_s, u"272"_s};
        QTest::newRow("run with a condition") << QStringList{u"run"_s, u"nothing"_s, u"--query"_s, u"花子"_s};
        QTest::newRow("log with a condition") << QStringList{u"log"_s, u"--difference"_s};
        QTest::newRow("payments with an order") << QStringList{u"payments"_s, u"272"_s};
        QTest::newRow("payments of a status that is not")
            << QStringList{u"payments"_s, u"--payment-status"_s, u"済み"_s};
        QTest::newRow("no day") << QStringList{u"log"_s, u"--from"_s, u"yesterday"_s};
        QTest::newRow("format") << QStringList{u"log"_s, u"--format"_s, u"pdf"_s};
        QTest::newRow("encoding") << QStringList{u"log"_s, u"--encoding"_s, u"latin1"_s};
        QTest::newRow("encoding of a workbook")
            << QStringList{u"log"_s, u"--format"_s, u"xlsx"_s, u"--encoding"_s, u"cp932"_s};
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

    void existingFile_isLeftAlone()
    {
        ShopFixture shop;
        shop.open();
        const QString file = shop.write(u"mine.csv"_s, "mine");
        QCOMPARE(shop.run({u"export"_s, u"log"_s, u"--out"_s, file}).status, 2);
        QFile left(file);
        QVERIFY(left.open(QIODevice::ReadOnly));
        QCOMPARE(left.readAll(), "mine");
    }
};

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestExport)
#include "test_export.moc"
