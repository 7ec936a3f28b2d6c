#include "tests/cli/shopfixture.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai {

/// A gateway that gives no answer of use, refuses the shop, or is asked to stop half-way.
class TestGateway : public QObject
{
    Q_OBJECT

    static QList<SampleOrder> someOrders(int count)
    {
        QList<SampleOrder> orders;
        for (int number = 1; number <= count; ++number) {
            orders.append(SampleOrder{.number = number});
        }
        return orders;
    }

private slots:
    void stopHalfWay_isToldAndIsNoSuccess_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("refresh") << QStringList{u"refresh"_s, u"--all"_s};
        QTest::newRow("sweep") << QStringList{u"sweep"_s};
    }
    void stopHalfWay_isToldAndIsNoSuccess()
    {
        QFETCH(const QStringList, words);
        ShopFixture shop;
        QCOMPARE(shop.setUp({u"--set"_s, u"bulk.parallel=1"_s}).status, 0);
        shop.addOrders(someOrders(8));
        shop.alwaysFail(u"SearchTrade"_s, u"delayAfter"_s, {{u"ms"_s, 400}});
        const auto process = shop.start(QStringList{u"--json"_s} + words);
        QTRY_VERIFY_WITH_TIMEOUT(shop.arrived(u"SearchTrade"_s) > 0, 30'000);
        process->terminate();
        const ProgramAnswer answer = ShopFixture::finish(*process);
        QCOMPARE(answer.status, 1);
        QVERIFY(!answer.json().isEmpty());
        QVERIFY2(answer.err.contains("8件のうち"), answer.err.constData());
        QVERIFY(shop.arrived(u"SearchTrade"_s) < 8);
    }

    void answerOfNoUse_isAnUnusableGateway_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QJsonObject>("more");
        QTest::addColumn<QString>("cause");
        QTest::newRow("503") << u"status"_s << QJsonObject{{u"n"_s, 503}} << u"HTTP 503"_s;
        QTest::newRow("HTML") << u"html"_s << QJsonObject{} << u"GMOの形式ではない"_s;
        QTest::newRow("silence") << u"delayBefore"_s << QJsonObject{{u"ms"_s, 30'000}} << u"時間内"_s;
        QTest::newRow("closed") << u"dropBefore"_s << QJsonObject{} << u"切れました"_s;
        QTest::newRow("too long") << u"huge"_s << QJsonObject{} << u"長すぎます"_s;
        QTest::newRow("redirect") << u"redirect"_s << QJsonObject{} << u"転送"_s;
    }
    void answerOfNoUse_isAnUnusableGateway()
    {
        QFETCH(const QString, fault);
        QFETCH(const QJsonObject, more);
        QFETCH(const QString, cause);
        ShopFixture shop;
        QCOMPARE(shop.setUp({u"--set"_s, u"timing.deadlineMs=1500"_s}).status, 0);
        shop.addOrders({SampleOrder{}});
        shop.alwaysFail(u"SearchTrade"_s, fault, more);
        const ProgramAnswer answer = shop.json({u"capture"_s, u"272"_s, u"--yes"_s});
        QCOMPARE(answer.status, 5);
        QCOMPARE(answer.err.count('\n'), 1);
        QVERIFY2(QString::fromUtf8(answer.err).contains(cause), answer.err.constData());
        QCOMPARE(answer.item().value(u"reason"_s).toString(), u"UNREADABLE"_s);
        QCOMPARE(shop.arrived(u"AlterTran"_s), 0);
        const ProgramAnswer refreshed = shop.json({u"refresh"_s, u"272"_s});
        const QString error = refreshed.item().value(u"error"_s).toString();
        QCOMPARE(refreshed.status, 5);
        QCOMPARE(QString::fromUtf8(refreshed.err).trimmed(), error);
        QVERIFY2(error.contains(cause), qPrintable(error));
        QCOMPARE(shop.json({u"sweep"_s}).status, 5);
    }

    void shopRefusedAfterArming_isAnUnusableGateway()
    {
        ShopFixture shop;
        shop.open();
        shop.alwaysFail(u"AlterTran"_s, u"error"_s, {{u"codes"_s, QJsonArray{u"E01030002"_s}}});
        const ProgramAnswer answer = shop.json({u"capture"_s, u"272"_s, u"--yes"_s});
        QCOMPARE(answer.item().value(u"state"_s).toString(), u"REFUSED"_s);
        QCOMPARE(answer.status, 5);
        QVERIFY2(QString::fromUtf8(answer.err).contains(u"パスワード"_s), answer.err.constData());
    }

    void unknownCode_isToldOnce()
    {
        ShopFixture shop;
        QCOMPARE(shop.setUp().status, 0);
        shop.addOrders(someOrders(2));
        shop.alwaysFail(u"AlterTran"_s, u"error"_s, {{u"codes"_s, QJsonArray{u"Z99999999"_s}}});
        const ProgramAnswer answer = shop.json({u"capture"_s, u"1"_s, u"2"_s, u"--yes"_s});
        QCOMPARE(answer.status, 3);
        QCOMPARE(answer.err.count("Z99999999"), 1);
    }

    void refreshWithoutCredentials_tellsTheDoubtFirst()
    {
        ShopFixture shop;
        shop.open();
        QVERIFY(QFile::rename(shop.dataFolder() + u"/credentials"_s, shop.file(u"away"_s)));
        QCOMPARE(shop.json({u"refresh"_s, u"272"_s}).status, 5);
        QVERIFY(QFile::rename(shop.file(u"away"_s), shop.dataFolder() + u"/credentials"_s));
        shop.alwaysFail(u"AlterTran"_s, u"dropAfter"_s);
        QCOMPARE(shop.json({u"capture"_s, u"272"_s, u"--yes"_s}).status, 3);
        QVERIFY(QFile::remove(shop.dataFolder() + u"/credentials"_s));
        const ProgramAnswer answer = shop.json({u"refresh"_s, u"272"_s});
        QCOMPARE(answer.status, 3);
        QVERIFY2(answer.err.contains("kessai settle"), answer.err.constData());
        QVERIFY(!answer.item().value(u"error"_s).isNull());
    }

    void orderUnknownToTheGateway_isToldByASweep()
    {
        ShopFixture shop;
        shop.open();
        shop.alwaysFail(u"SearchTrade"_s, u"error"_s, {{u"codes"_s, QJsonArray{u"E01110002"_s}}});
        const ProgramAnswer answer = shop.json({u"sweep"_s, u"272"_s});
        QCOMPARE(answer.status, 1);
        QVERIFY2(QString::fromUtf8(answer.err).contains(u"取引のない"_s), answer.err.constData());
    }

    void orderUnknownToTheGateway_isNoUnusableGateway()
    {
        ShopFixture shop;
        shop.open();
        shop.alwaysFail(u"SearchTrade"_s, u"error"_s, {{u"codes"_s, QJsonArray{u"E01110002"_s}}});
        const ProgramAnswer answer = shop.json({u"capture"_s, u"272"_s, u"--yes"_s});
        QCOMPARE(answer.status, 1);
        QCOMPARE(answer.item().value(u"reason"_s).toString(), u"UNREADABLE"_s);
    }

    void refusedShop_endsARefreshAndASweepAtOnce_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("otherWord");
        QTest::newRow("password") << u"E01030002"_s << u"パスワード"_s << u"契約"_s;
        QTest::newRow("contract") << u"E61030001"_s << u"契約"_s << u"パスワード"_s;
    }
    void refusedShop_endsARefreshAndASweepAtOnce()
    {
        QFETCH(const QString, code);
        QFETCH(const QString, word);
        QFETCH(const QString, otherWord);
        ShopFixture shop;
        QCOMPARE(shop.setUp({u"--set"_s, u"bulk.parallel=1"_s}).status, 0);
        shop.addOrders(someOrders(3));
        shop.alwaysFail(u"SearchTrade"_s, u"error"_s, {{u"codes"_s, QJsonArray{code}}});
        int arrived = 0;
        for (const QStringList &words : {QStringList{u"refresh"_s, u"--all"_s}, {u"sweep"_s}}) {
            const ProgramAnswer answer = shop.json(words);
            const QString said = QString::fromUtf8(answer.err);
            QCOMPARE(answer.status, 5);
            QCOMPARE(shop.arrived(u"SearchTrade"_s), ++arrived);
            QVERIFY2(said.contains(word) && !said.contains(otherWord), qPrintable(said));
        }
    }
};

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestGateway)
#include "test_gateway.moc"
