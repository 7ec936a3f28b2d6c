#include "ui/work/connectionstatus.h"

#include <QLabel>
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

} // namespace kessai

QTEST_MAIN(kessai::TestConnectionStatus)
#include "test_connectionstatus.moc"
