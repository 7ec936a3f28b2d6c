#include "tests/cli/shopfixture.h"

#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai {

/// The documents of the commands that only read, field by field.
class TestReading : public QObject
{
    Q_OBJECT

    static QString failedChecks(const ProgramAnswer &answer)
    {
        QStringList names;
        const QJsonArray checks = answer.json().value(u"checks"_s).toArray();
        for (const auto &check : checks) {
            if (!check[u"ok"_s].toBool()) {
                names.append(check[u"name"_s].toString());
            }
        }
        return names.join(u' ');
    }
    static bool execute(const ShopFixture &shop, const QString &statement)
    {
        bool done = false;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"window"_s);
            database.setDatabaseName(shop.dataFolder() + u"/shop.sqlite"_s);
            done = database.open() && QSqlQuery(database).exec(statement);
        }
        QSqlDatabase::removeDatabase(u"window"_s);
        return done;
    }

private slots:
    void orders_haveTheFieldsOfTheContract()
    {
        ShopFixture shop;
        shop.open();
        QCOMPARE(shop.run({u"refresh"_s, u"272"_s}).status, 0);
        const ProgramAnswer answer = shop.json({u"orders"_s});
        QCOMPARE(answer.status, 0);
        QVERIFY(answer.out.endsWith("}\n"));
        const QJsonObject expected{
            {u"id"_s, 272},
            {u"number"_s, u"272"_s},
            {u"orderedAt"_s, u"2020-12-03T13:21:23+09:00"_s},
            {u"customer"_s, u"髙橋 花子"_s},
            {u"method"_s, u"クレジット決済"_s},
            {u"methodName"_s, u"GMOクレジット決済"_s},
            {u"orderStatus"_s, u"新規受付"_s},
            {u"paymentStatus"_s, u"仮売上済み"_s},
            {u"paymentStatusCode"_s, 11},
            {u"total"_s, 3200},
            {u"gatewayAmount"_s, 3200},
            {u"difference"_s, 0},
            {u"gatewayOrderId"_s, u"272-03132123"_s},
            {u"captureBy"_s, u"2021-03-03"_s},
            {u"cancelBy"_s, u"2021-06-01"_s},
            {u"changeBy"_s, u"2021-06-01"_s},
            {u"payBy"_s, QJsonValue::Null},
            {u"paidAt"_s, QJsonValue::Null},
            {u"doubt"_s, QJsonValue::Null},
        };
        QCOMPARE(answer.json(), (QJsonObject{{u"total"_s, 1}, {u"orders"_s, QJsonArray{expected}}}));
        QCOMPARE(shop.json({u"orders"_s}).out, answer.out);
    }

    void orders_filterSortAndPage()
    {
        ShopFixture shop;
        QCOMPARE(shop.setUp().status, 0);
        shop.addOrders({{.number = 101, .payableYen = 100, .gatewayYen = 100},
                        {.number = 102, .payableYen = 300, .gatewayYen = 200},
                        {.number = 103, .payableYen = 200, .gatewayYen = 200},
                        {.number = 104, .payableYen = 300, .gatewayYen = 200, .orderStatus = 7}});
        QCOMPARE(shop.run({u"refresh"_s, u"--all"_s}).status, 0);
        const auto numbers = [&shop](const QStringList &words) {
            QStringList list;
            const QJsonArray orders =
                shop.json(QStringList{u"orders"_s} + words).json().value(u"orders"_s).toArray();
            for (const auto &order : orders) {
                list.append(order[u"number"_s].toString());
            }
            return list.join(u' ');
        };
        QCOMPARE(numbers({}), u"103 102 101"_s);
        QCOMPARE(numbers({u"--sort"_s, u"total"_s}), u"101 103 102"_s);
        QCOMPARE(numbers({u"--sort"_s, u"total:desc"_s, u"--limit"_s, u"1"_s, u"--offset"_s, u"1"_s}),
                 u"103"_s);
        QCOMPARE(numbers({u"--difference"_s}), u"102"_s); // without what is 決済処理中 (S89)
        QCOMPARE(numbers({u"--difference"_s, u"--order-status"_s, u"決済処理中"_s}), u"104"_s);
        QCOMPARE(numbers({u"--payment-status"_s, u"AUTH"_s, u"--query"_s, u"102"_s}), u"102"_s);
        QCOMPARE(numbers({u"--payment-status"_s, u"実売上済み"_s}), QString());
        QCOMPARE(numbers({u"--from"_s, u"2020-12-03"_s, u"--to"_s, u"2020-12-03"_s, u"--method"_s,
                          u"クレジット決済"_s}),
                 u"103 102 101"_s);
        QCOMPARE(numbers({u"--from"_s, u"2020-12-04"_s}), QString());
        QCOMPARE(numbers({u"--order-status"_s, u"1"_s, u"--query"_s, u"たかはし花子"_s}), QString());
        QCOMPARE(numbers({u"--query"_s, u"髙橋花子"_s}), u"103 102 101"_s);
    }

    void orders_areSortedByEveryFieldOfTheirs()
    {
        ShopFixture shop;
        QCOMPARE(shop.setUp().status, 0);
        const auto atStore = [](int number, const QString &term) {
            return SampleOrder{.number = number,
                               .status = u"REQSUCCESS"_s,
                               .method = u"コンビニ決済"_s,
                               .more = {{u"paymentTerm"_s, term}}};
        };
        shop.addOrders({atStore(1, u"2020-12-08 23:59:59"_s),
                        atStore(2, u"2020-12-06 23:59:59"_s),
                        {.number = 3, .authorizedAt = u"2020-12-02 10:00:00"_s},
                        {.number = 4, .authorizedAt = u"2020-12-01 10:00:00"_s}});
        QCOMPARE(shop.run({u"refresh"_s, u"--all"_s}).status, 0);
        const auto sorted = [&shop](const QString &field) {
            return shop.json({u"orders"_s, u"--sort"_s, field}).json().value(u"orders"_s).toArray();
        };
        const auto numbers = [&sorted](const QString &field) {
            QStringList list;
            const QJsonArray orders = sorted(field);
            for (const auto &order : orders) {
                list.append(order[u"number"_s].toString());
            }
            return list.join(u' ');
        };
        // Those without such a day come last.
        QCOMPARE(numbers(u"payBy"_s), u"2 1 4 3"_s);
        QCOMPARE(numbers(u"payBy:desc"_s), u"1 2 4 3"_s);
        QCOMPARE(numbers(u"changeBy"_s), u"4 3 2 1"_s);
        QCOMPARE(numbers(u"changeBy:desc"_s), u"3 4 2 1"_s);
        QCOMPARE(sorted(u"payBy"_s)[0][u"payBy"_s].toString(), u"2020-12-06"_s);
        QCOMPARE(sorted(u"changeBy"_s)[0][u"changeBy"_s].toString(), u"2021-05-30"_s);
        const QString help = QString::fromUtf8(shop.run({u"orders"_s, u"--help"_s}).out);
        const QStringList fields = sorted(u"id"_s).first().toObject().keys();
        for (const QString &field : fields) {
            QCOMPARE(sorted(field).size(), 4);
            QVERIFY2(help.contains(field), qPrintable(field));
        }
    }

    void counts_nameOrdersWithoutAStatus()
    {
        ShopFixture shop;
        shop.open();
        const QJsonObject before = shop.json({u"counts"_s}).json();
        QCOMPARE(before.value(u"paymentStatus"_s)[u"未確認"_s].toInt(), 1);
        QCOMPARE(before.value(u"orderStatus"_s)[u"新規受付"_s].toInt(), 1);
        QCOMPARE(before.value(u"method"_s)[u"クレジット決済"_s].toInt(), 1);
        QCOMPARE(shop.run({u"refresh"_s, u"--open"_s}).status, 0);
        const QJsonObject after = shop.json({u"counts"_s}).json();
        QCOMPARE(after.value(u"paymentStatus"_s)[u"未確認"_s].toInt(), 0);
        QCOMPARE(after.value(u"paymentStatus"_s)[u"仮売上済み"_s].toInt(), 1);
    }

    void show_tellsPaymentsAndWhatIsAllowed()
    {
        ShopFixture shop;
        shop.open();
        QCOMPARE(shop.run({u"refresh"_s, u"272"_s}).status, 0);
        const QJsonObject document = shop.json({u"show"_s, u"272"_s}).json();
        QCOMPARE(document.value(u"order"_s)[u"totals"_s][u"payableTotal"_s].toInt(), 3200);
        QVERIFY(document.value(u"order"_s)[u"items"_s].isArray());
        const QJsonValue payment = document.value(u"payments"_s)[0];
        QCOMPARE(payment[u"gatewayOrderId"_s].toString(), u"272-03132123"_s);
        QCOMPARE(payment[u"status"_s].toString(), u"AUTH"_s);
        QCOMPARE(payment[u"amount"_s].toInt(), 3200);
        QCOMPARE(payment[u"authorizedAt"_s].toString(), u"2020-12-03T13:21:23+09:00"_s);
        QCOMPARE(payment[u"soldAt"_s].type(), QJsonValue::Null);
        const QJsonArray operations = document.value(u"operations"_s).toArray();
        QCOMPARE(operations.size(), 4);
        QCOMPARE(operations[0][u"operation"_s].toString(), u"capture"_s);
        QCOMPARE(operations[0][u"jobCd"_s].toString(), u"SALES"_s);
        QCOMPARE(operations[0][u"allowed"_s].toBool(), true); // by the gateway's clock, not by this machine's
        QCOMPARE(operations[0][u"until"_s].toString(), u"2021-03-03"_s);
        QCOMPARE(operations[1][u"jobCd"_s].toString(), u"VOID"_s);
        QCOMPARE(operations[2][u"operation"_s].toString(), u"change-amount"_s);
        QCOMPARE(operations[2][u"allowed"_s].toBool(), false);
        QVERIFY(!operations[2][u"reason"_s].toString().isEmpty());
    }

    void show_saysOfACancelledPaymentThatItIsCancelled()
    {
        ShopFixture shop;
        shop.open();
        QCOMPARE(shop.run({u"cancel"_s, u"272"_s, u"--yes"_s}).status, 0);
        const QJsonArray operations =
            shop.json({u"show"_s, u"272"_s}).json().value(u"operations"_s).toArray();
        for (int index = 0; index < 3; ++index) { // capture, cancel, change-amount
            QCOMPARE(operations[index][u"allowed"_s].toBool(), false);
            QVERIFY2(operations[index][u"reason"_s].toString().contains(u"取消済み"_s),
                     qPrintable(operations[index][u"reason"_s].toString()));
        }
        QCOMPARE(operations[3][u"allowed"_s].toBool(), true);
    }

    void log_isInWordsForPeople()
    {
        ShopFixture shop;
        shop.open();
        QCOMPARE(shop.run({u"capture"_s, u"272"_s, u"--set-status"_s, u"入金済み"_s, u"--yes"_s}).status, 0);
        const QString text = QString::fromUtf8(shop.run({u"log"_s, u"272"_s}).out);
        QVERIFY2(text.contains(u"新規受付 → 入金済み"_s), qPrintable(text));
        for (const QString &word : {u"連携"_s, u"依頼"_s, u"GMOの回答"_s, u"成功"_s, u"完了"_s}) {
            QVERIFY2(text.contains(word), qPrintable(word));
        }
        static const QRegularExpression code(u"\\b(LINK|PLAN|CLAIM|ARM|ANSWER|STATUS|SUCCESS|from)\\b"_s);
        QVERIFY2(!text.contains(code), qPrintable(text));
        static const QRegularExpression digest(u"[0-9a-f]{32}"_s);
        QVERIFY2(!text.contains(digest), qPrintable(text));
    }

    void log_tellsWhatBefellTheConnection()
    {
        ShopFixture shop;
        shop.open();
        shop.post(u"faults"_s,
                  QJsonArray{QJsonObject{
                      {u"call"_s, u"AlterTran"_s}, {u"fault"_s, u"dropAfter"_s}, {u"times"_s, 1}}});
        QCOMPARE(shop.run({u"capture"_s, u"272"_s, u"--yes"_s}).status, 3);
        const QString text = QString::fromUtf8(shop.run({u"log"_s, u"272"_s}).out);
        QVERIFY2(text.contains(u"通信="_s) && !text.contains(u"Error)"_s), qPrintable(text));
        QVERIFY2(!text.contains(u"detail="_s), qPrintable(text));
    }

    void doctor_isWellAndSaysWhenItIsNot()
    {
        ShopFixture shop;
        shop.open();
        const ProgramAnswer well = shop.json({u"doctor"_s});
        QCOMPARE(well.status, 0);
        QCOMPARE(well.json().value(u"ok"_s).toBool(), true);
        QVERIFY(QFile::rename(shop.dataFolder() + u"/credentials"_s, shop.file(u"elsewhere"_s)));
        const ProgramAnswer locked = shop.json({u"doctor"_s});
        QCOMPARE(locked.status, 1);
        QCOMPARE(failedChecks(locked), u"credentials"_s);
        QVERIFY(QFile::rename(shop.file(u"elsewhere"_s), shop.dataFolder() + u"/credentials"_s));
        QVERIFY(QFile::setPermissions(shop.dataFolder() + u"/settings.ini"_s,
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        const ProgramAnswer ill = shop.json({u"doctor"_s});
        QCOMPARE(ill.status, 1);
        QCOMPARE(ill.json().value(u"ok"_s).toBool(), false);
        QCOMPARE(failedChecks(ill), u"dataFolder"_s);
    }

    void doctor_tellsTheClosingDatesThatComeNext()
    {
        ShopFixture shop;
        shop.open();
        QCOMPARE(shop.run({u"refresh"_s, u"272"_s}).status, 0); // from then on the gateway's day is known
        const auto told = [&shop] {
            const QJsonArray checks = shop.json({u"doctor"_s}).json().value(u"checks"_s).toArray();
            const QJsonObject last = checks.last().toObject();
            return last.value(u"name"_s) == u"closingDates"_s ? last.value(u"message"_s).toString()
                                                              : QString();
        };
        QCOMPARE(told(), QString());
        QVERIFY(execute(shop, u"INSERT INTO closing_date (position, company, day, note) VALUES "
                              "(0, 'A社', 3, ''), (1, 'B社', 2, ''), (2, 'C社', 31, '')"_s));
        QCOMPARE(told(), u"次の締め日は A社 2020/12/03、B社 2021/01/02、C社 2020/12/31 です。"_s);
        QVERIFY(shop.run({u"doctor"_s}).out.contains("closingDates"));
    }
};

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestReading)
#include "test_reading.moc"
