#include "tests/gmo/gatewayfixture.h"

#include <QTest>

using namespace kessai;
using namespace kessai::testing;
using Then = RawReply::Then;

/// The proof that the tests of sending once can see: with the one-shot body switched off the network stack
/// sends a request again by itself (journal.md §17).
class TestOrdinaryUpload : public QObject
{
    Q_OBJECT

private slots:
    void ordinaryUpload_isSentAgainByTheStack_data();
    void ordinaryUpload_isSentAgainByTheStack();
};

void TestOrdinaryUpload::ordinaryUpload_isSentAgainByTheStack_data()
{
    QTest::addColumn<bool>("switchedOff");
    QTest::newRow("one-shot body") << false;
    QTest::newRow("ordinary upload") << true;
}

void TestOrdinaryUpload::ordinaryUpload_isSentAgainByTheStack()
{
    QFETCH(bool, switchedOff);
    qputenv("KESSAI_SWITCH_OFF", switchedOff ? "one-shot-body" : "");
    RawGateway gateway(RawGateway::Wire::Plain);
    gateway.answerWith({{}, Then::Close});
    GatewayFixture fixture(gateway);
    QCOMPARE(fixture.send().answerClass, AnswerClass::Ambiguous);
    QCOMPARE(gateway.requests().size() > 1, switchedOff);
    qunsetenv("KESSAI_SWITCH_OFF");
}

QTEST_GUILESS_MAIN(TestOrdinaryUpload)
#include "test_ordinaryupload.moc"
