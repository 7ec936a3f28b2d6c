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
};

void TestConnectionStatus::reasonFromOutside_isNoMarkup()
{
    ShopSession session;
    const ConnectionStatus status(session);
    emit session.gatewayFailed(u"<b>refused"_s);
    const auto *label = status.findChild<QLabel *>(u"connectionLabel"_s);
    QVERIFY2(label->toolTip().contains(u"&lt;b&gt;refused"_s), qPrintable(label->toolTip()));
}

} // namespace kessai

QTEST_MAIN(kessai::TestConnectionStatus)
#include "test_connectionstatus.moc"
