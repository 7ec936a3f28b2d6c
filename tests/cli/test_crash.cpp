#include "tests/cli/shopfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai {

/// A program that dies in the middle, and what the next call of the installed one makes of it.
class TestCrash : public QObject
{
    Q_OBJECT

private slots:
    void nextCall_takesOverAndSettlesByReading_data()
    {
        QTest::addColumn<QByteArray>("point");
        QTest::addColumn<int>("settleStatus");
        QTest::addColumn<int>("arrived");
        QTest::addColumn<QString>("paymentStatus");
        // Planned or claimed: nothing was sent and nobody waits for it any more.
        QTest::newRow("after plan") << QByteArray("K1") << 0 << 0 << QString();
        QTest::newRow("after claim") << QByteArray("K2") << 0 << 0 << QString();
        // The body may have been offered: the read tells that it took effect.
        QTest::newRow("answer received") << QByteArray("K6") << 0 << 1 << u"実売上済み"_s;
    }
    void nextCall_takesOverAndSettlesByReading()
    {
        QFETCH(const QByteArray, point);
        QFETCH(const int, settleStatus);
        QFETCH(const int, arrived);
        QFETCH(const QString, paymentStatus);
        ShopFixture shop(u"../tests/kessai-with-seams"_s);
        shop.open();
        qputenv("KESSAI_KILL_AT", point);
        const ProgramAnswer killed = shop.json({u"capture"_s, u"272"_s, u"--yes"_s});
        qunsetenv("KESSAI_KILL_AT");
        QCOMPARE(killed.status, 137);
        QCOMPARE(killed.out, QByteArray());

        const ProgramAnswer settled = shop.json({u"settle"_s});
        QCOMPARE(settled.status, settleStatus);
        QVERIFY(!settled.err.isEmpty()); // says what it took over
        QCOMPARE(settled.json().value(u"inDoubt"_s).toInt(), 0);
        QCOMPARE(shop.arrived(u"AlterTran"_s), arrived);
        QCOMPARE(shop.order(272).value(u"paymentStatus"_s).toString(), paymentStatus);
        QCOMPARE(shop.order(272).value(u"doubt"_s), QJsonValue(QJsonValue::Null));
        QCOMPARE(shop.json({u"settle"_s}).err, QByteArray());
    }
};

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestCrash)
#include "test_crash.moc"
