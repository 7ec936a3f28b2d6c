#include "tests/ui/orderfixture.h"
#include "ui/work/connectionstatus.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;

class TestConnectionStatus : public QObject
{
    Q_OBJECT

private slots:
    void reasonFromOutside_isNoMarkup();
    void firstReads_areShownWhileTheyGoOn();
    void reason_isThereWithoutAMouse();
    void answerOfEarlier_isShownUntilThereIsOneHere();
};

void TestConnectionStatus::reasonFromOutside_isNoMarkup()
{
    ShopSession session;
    const ConnectionStatus status(session);
    emit session.gatewayFailed(u"<b>refused"_s);
    const auto *label = status.findChild<QLabel *>(u"connectionLabel"_s);
    QVERIFY2(label->toolTip().contains(u"&lt;b&gt;refused"_s), qPrintable(label->toolTip()));
}

void TestConnectionStatus::firstReads_areShownWhileTheyGoOn()
{
    ShopSession session;
    ConnectionStatus status(session);
    status.show();
    const auto *label = status.findChild<QLabel *>(u"firstReadsLabel"_s);
    QVERIFY(!label->isVisible());
    emit session.firstReadsLeft(1234);
    QVERIFY(label->isVisible());
    QCOMPARE(label->text(), u"GMOの状態を確認しています（あと1,234件）"_s);
    emit session.firstReadsLeft(0);
    QVERIFY(!label->isVisible());
}

void TestConnectionStatus::reason_isThereWithoutAMouse()
{
    ShopSession session;
    const ConnectionStatus status(session);
    const auto *label = status.findChild<QLabel *>(u"connectionLabel"_s);
    emit session.gatewayUnreachable(u"<b>refused"_s);
    QCOMPARE(label->accessibleDescription(), u"<b>refused"_s);
    emit session.gatewayAnswered(QDateTime::currentDateTimeUtc());
    QVERIFY(!label->accessibleDescription().contains(u"refused"_s));
}

/// The program was ended, or the command line asked.
void TestConnectionStatus::answerOfEarlier_isShownUntilThereIsOneHere()
{
    OrderFixture shop;
    shop.add({.number = 1, .payable = Yen{1000}});
    shop.open(); // reads the payment
    QSignalSpy closed(shop.session.get(), &ShopSession::closed);
    shop.session->close();
    QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, 20'000);

    ShopSession session;
    const ConnectionStatus status(session);
    const auto *label = status.findChild<QLabel *>(u"connectionLabel"_s);
    QCOMPARE(label->text(), u"GMO: まだ通信していません"_s);
    Shop::Options options;
    options.dataFolder = shop.session->dataFolder();
    options.operatorName = u"佐藤"_s;
    session.open(options);
    QTRY_VERIFY_WITH_TIMEOUT(label->text().startsWith(u"GMO: 最後の応答 20"_s), 20'000);
    emit session.gatewayAnswered(QDateTime::currentDateTimeUtc());
    QVERIFY(label->text().startsWith(u"GMO: 接続OK "_s));
    QSignalSpy ended(&session, &ShopSession::closed);
    session.close();
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 20'000);
}

} // namespace kessai

QTEST_MAIN(kessai::TestConnectionStatus)
#include "test_connectionstatus.moc"
