#include "tests/cli/shopfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai {

/// 楽天ペイ accepts first and says its final word later: the one that was asked for, or another.
class TestWallet : public QObject
{
    Q_OBJECT

    static SampleOrder order(qint64 payableYen = 3200)
    {
        return {.payableYen = payableYen, .method = u"楽天ペイ"_s};
    }
    static QJsonObject status(const char *word) { return {{u"status"_s, QString::fromLatin1(word)}}; }
    /// The commands of a person who finds the payment in 要確認 and takes the gateway's state over.
    static void adopt(const ShopFixture &shop, const QString &afterwards)
    {
        QCOMPARE(shop.order(272).value(u"doubt"_s).toString(), u"CONFLICT"_s);
        const ProgramAnswer held = shop.json({u"capture"_s, u"272"_s, u"--yes"_s});
        QCOMPARE(held.item().value(u"reason"_s).toString(), u"HELD"_s);
        const ProgramAnswer resolved =
            shop.json({u"resolve"_s, u"272"_s, u"--as"_s, u"adopt"_s, u"--reason"_s, u"楽天で確認"_s});
        QVERIFY2(resolved.status == 0, resolved.out + resolved.err);
        QCOMPARE(shop.order(272).value(u"doubt"_s), QJsonValue(QJsonValue::Null));
        QCOMPARE(shop.order(272).value(u"paymentStatus"_s).toString(), afterwards);
    }

private slots:
    void finalWordByTheClock_isTakenOver()
    {
        ShopFixture shop(u"kessai"_s, {u"--wallet-seconds"_s, u"3600"_s});
        shop.open(order());
        const ProgramAnswer accepted = shop.json({u"capture"_s, u"272"_s, u"--yes"_s});
        QCOMPARE(accepted.status, 0);
        QCOMPARE(accepted.item().value(u"paymentStatus"_s).toString(), u"注文確定受付"_s);
        const ProgramAnswer early = shop.json({u"refresh"_s, u"--open"_s});
        QCOMPARE(early.item().value(u"changed"_s).toBool(), false);
        shop.post(u"clock"_s, QJsonObject{{u"advanceSeconds"_s, 3601}});
        const ProgramAnswer late = shop.json({u"refresh"_s, u"--open"_s});
        QCOMPARE(late.status, 0);
        QCOMPARE(late.item().value(u"before"_s).toString(), u"注文確定受付"_s);
        QCOMPARE(late.item().value(u"after"_s).toString(), u"実売上済み"_s);
        QCOMPARE(shop.transaction(272).value(u"sales"_s).toInt(), 1);
        QCOMPARE(shop.json({u"sweep"_s}).status, 0);
    }

    void anotherWord_needsAPerson_data()
    {
        QTest::addColumn<SampleOrder>("sample");
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("does");
        QTest::addColumn<QJsonObject>("word");
        QTest::addColumn<QString>("afterwards");
        QTest::newRow("sale, cancelled instead")
            << order() << u"capture"_s << u"finish"_s << status("CANCEL") << u"キャンセル"_s;
        QTest::newRow("sale, refused")
            << order() << u"capture"_s << u"refuse"_s << QJsonObject() << u"仮売上済み"_s;
        QTest::newRow("cancel, sold instead")
            << order() << u"cancel"_s << u"finish"_s << status("SALES") << u"実売上済み"_s;
        QTest::newRow("cancel, refused")
            << order() << u"cancel"_s << u"refuse"_s << QJsonObject() << u"仮売上済み"_s;
        QTest::newRow("change, refused")
            << order(5000) << u"change-amount"_s << u"refuse"_s << QJsonObject() << u"仮売上済み"_s;
        QTest::newRow("change, cancelled instead")
            << order(5000) << u"change-amount"_s << u"finish"_s << status("CANCEL") << u"キャンセル"_s;
    }
    void anotherWord_needsAPerson()
    {
        QFETCH(const SampleOrder, sample);
        QFETCH(const QString, command);
        QFETCH(const QString, does);
        QFETCH(const QJsonObject, word);
        QFETCH(const QString, afterwards);
        for (const QStringList &look : {QStringList{u"sweep"_s}, {u"refresh"_s, u"--open"_s}}) {
            ShopFixture shop;
            shop.open(sample);
            QCOMPARE(shop.json({command, u"272"_s, u"--yes"_s}).status, 0);
            QVERIFY(shop.shopper(272, does, word));
            const ProgramAnswer seen = shop.json(look);
            QVERIFY2(seen.status == 3, seen.out + seen.err);
            adopt(shop, afterwards);
            if (QTest::currentTestFailed()) {
                return;
            }
        }
    }

    void anotherWord_isListedByASweep()
    {
        ShopFixture shop;
        shop.open(order());
        QCOMPARE(shop.json({u"capture"_s, u"272"_s, u"--yes"_s}).status, 0);
        QVERIFY(shop.shopper(272, u"finish"_s, status("CANCEL")));
        const QJsonValue difference = shop.json({u"sweep"_s}).json().value(u"differences"_s)[0];
        QCOMPARE(difference[u"believed"_s][u"status"_s].toString(), u"REQSALES"_s);
        QCOMPARE(difference[u"seen"_s][u"status"_s].toString(), u"CANCEL"_s);
        QCOMPARE(shop.transaction(272).value(u"sales"_s).toInt(), 0);
    }

    void finalWordBeforeTheDoubtIsSettled_provesTheRequest()
    {
        ShopFixture shop;
        shop.open(order(5000));
        shop.post(u"faults"_s,
                  QJsonArray{QJsonObject{{u"call"_s, u"RakutenIdChange"_s}, {u"fault"_s, u"dropAfter"_s}}});
        QCOMPARE(shop.json({u"change-amount"_s, u"272"_s, u"--yes"_s}).status, 3);
        QVERIFY(shop.shopper(272, u"finish"_s));
        QCOMPARE(shop.json({u"settle"_s}).item().value(u"state"_s).toString(), u"DONE"_s);
        QCOMPARE(shop.order(272).value(u"gatewayAmount"_s).toInt(), 5000);
        QCOMPARE(shop.order(272).value(u"paymentStatus"_s).toString(), u"仮売上済み"_s);
        QCOMPARE(shop.transaction(272).value(u"changes"_s).toInt(), 1);
        QCOMPARE(shop.arrived(u"RakutenIdChange"_s), 1);
    }
};

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestWallet)
#include "test_wallet.moc"
